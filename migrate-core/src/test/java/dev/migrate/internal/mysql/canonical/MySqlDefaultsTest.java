package dev.migrate.internal.mysql.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Encoding;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MySqlDefaultsTest {

    /** A server with a new collation of utf8mb4, and the old name of utf8mb3. */
    private static final MySqlDefaults SERVER = new MySqlDefaults(
            "InnoDB",
            "utf8mb4_0900_ai_ci",
            Map.of("utf8mb4", "utf8mb4_0900_ai_ci", "utf8", "utf8_general_ci", "latin1", "latin1_swedish_ci"));

    @ParameterizedTest
    @CsvSource({
        ",        ,              latin1_bin,         latin1_bin",
        ",        ,              utf8_bin,           utf8mb3_bin",
        "utf8mb4, ,              latin1_bin,         utf8mb4_0900_ai_ci",
        "utf8,    ,              latin1_bin,         utf8mb3_general_ci",
        "koi8r,   ,              latin1_bin,         koi8r",
        "latin1,  latin1_bin,    utf8mb4_bin,        latin1_bin",
        ",        uca1400_ai_ci, utf8mb4_bin,        utf8mb4_uca1400_ai_ci",
        ",        uca1400_ai_ci, binary,             binary_uca1400_ai_ci"
    })
    void resolvesAnEncodingToItsCollation(
            @Nullable String charset, @Nullable String collation, String inherited, String expected) {
        assertThat(SERVER.collationOf(new Encoding(charset, collation), inherited))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "utf8mb4, utf8mb4_0900_ai_ci",
        "UTF8,    utf8mb3_general_ci",
        "utf8mb3, utf8mb3_general_ci",
        "koi8r,   koi8r"
    })
    void returnsTheDefaultCollationOfACharacterSet(String charset, String collation) {
        assertThat(SERVER.collationOf(charset)).isEqualTo(collation);
    }

    @Test
    void prefersTheEntryOfUtf8mb3ToThatOfUtf8() {
        MySqlDefaults newer =
                new MySqlDefaults("InnoDB", "x", Map.of("utf8mb3", "utf8mb3_uca1400_ai_ci", "utf8", "utf8_bin"));

        assertThat(newer.collationOf("utf8")).isEqualTo("utf8mb3_uca1400_ai_ci");
    }

    @ParameterizedTest
    @CsvSource({
        "utf8mb4_bin,        utf8mb4_bin,        ,        ",
        "utf8mb3_bin,        utf8_bin,           ,        ",
        "utf8mb4_0900_ai_ci, latin1_bin,         utf8mb4, ",
        "utf8mb4_bin,        latin1_bin,         utf8mb4, utf8mb4_bin",
        "binary,             latin1_bin,         binary,  "
    })
    void writesTheShortestEncoding(
            String wanted, String inherited, @Nullable String charset, @Nullable String collation) {
        assertThat(SERVER.shortest(wanted, inherited)).isEqualTo(new Encoding(charset, collation));
    }

    @Test
    void namesTheCharacterSetEvenIfItIsInherited() {
        assertThat(SERVER.named("utf8mb4_0900_ai_ci")).isEqualTo(new Encoding("utf8mb4", null));
        assertThat(SERVER.named("latin1_bin")).isEqualTo(new Encoding("latin1", "latin1_bin"));
    }
}
