package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    @ParameterizedTest
    @CsvSource({
        ",                   ,                    ,        ",
        "utf8mb4,            ,                    utf8mb4, ",
        "UTF8,               ,                    utf8mb3, ",
        ",                   utf8_bin,            utf8mb3, utf8mb3_bin",
        ",                   Latin1_Bin,          latin1,  latin1_bin",
        ",                   binary,              binary,  binary",
        ",                   uca1400_ai_ci,       ,        uca1400_ai_ci",
        "utf8mb4,            uca1400_ai_ci,       utf8mb4, uca1400_ai_ci",
        "latin1,             latin1_bin,          latin1,  latin1_bin"
    })
    void hasOneSpelling(
            @Nullable String charset,
            @Nullable String collation,
            @Nullable String keptCharset,
            @Nullable String keptCollation) {
        Encoding encoding = new Encoding(charset, collation);

        assertThat(encoding.charset()).isEqualTo(keptCharset);
        assertThat(encoding.collation()).isEqualTo(keptCollation);
    }

    @Test
    void rejectsACollationOfAnotherCharacterSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Encoding("latin1", "utf8mb4_bin"))
                .withMessageContainingAll("latin1", "utf8mb4_bin");
    }

    @Test
    void isPlainWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Encoding("latin 1", null))
                .withMessageContaining("latin 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Encoding(null, "latin1-bin"))
                .withMessageContaining("latin1-bin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreationContext(null, "latin 1", null))
                .withMessageContaining("latin 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CreationContext(null, null, "latin1-bin"))
                .withMessageContaining("latin1-bin");
    }

    @Test
    void takesAnotherCharacterSetOrCollation() {
        assertThat(Encoding.INHERITED.charset("latin1")).isEqualTo(new Encoding("latin1", null));
        assertThat(Encoding.INHERITED.collation("latin1_bin")).isEqualTo(new Encoding("latin1", "latin1_bin"));
        assertThat(new Encoding("latin1", null).collation("latin1_bin"))
                .isEqualTo(new Encoding("latin1", "latin1_bin"));
    }
}
