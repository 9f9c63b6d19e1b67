package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS = List.of("user", "url", "version-table", "schema");

    @Test
    void takesTheWordWithTheFewestEdits() {
        assertThat(Nearest.to("shcema", WORDS)).contains("schema");
        assertThat(Nearest.to("VERSION_TABLE", WORDS)).contains("version-table");
        assertThat(Nearest.to("ulr", WORDS)).contains("url");
    }

    @Test
    void guessesNothingWhereNothingIsNear() {
        assertThat(Nearest.to("colour", WORDS)).isEmpty();
        assertThat(Nearest.to("", WORDS)).isEmpty();
        assertThat(Nearest.to("url", List.of())).isEmpty();
    }
}
