package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestMatchTest {

    private static final List<String> WORDS = List.of("user", "url", "version-table", "schema");

    @Test
    void suggestsTheWordWithTheSmallestDistance() {
        assertThat(ClosestMatch.to("shcema", WORDS)).contains("schema");
        assertThat(ClosestMatch.to("VERSION_TABLE", WORDS)).contains("version-table");
        assertThat(ClosestMatch.to("ulr", WORDS)).contains("url");
    }

    @Test
    void suggestsNothingIfNoWordIsSimilar() {
        assertThat(ClosestMatch.to("colour", WORDS)).isEmpty();
        assertThat(ClosestMatch.to("", WORDS)).isEmpty();
        assertThat(ClosestMatch.to("url", List.of())).isEmpty();
    }
}
