package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void timesHaveOneFormat() {
        assertThat(Wording.of(Instant.parse("2026-03-01T04:05:06.100900Z"))).isEqualTo("2026-03-01T04:05:06.100Z");
        assertThat(Wording.of(Instant.parse("2026-03-01T04:05:06Z"))).isEqualTo("2026-03-01T04:05:06.000Z");
        assertThat(Wording.of(Duration.ofNanos(12_900_000))).isEqualTo("12 ms");
        assertThat(Wording.of(Duration.ofMillis(1_250))).isEqualTo("1.3 s");
        assertThat(Wording.of(Duration.ofMinutes(2))).isEqualTo("120.0 s");
    }

    @Test
    void externalTextsStayOnOneLine() {
        assertThat(Wording.oneLine(" a\r\n\tb \u001b[31m c\u0000")).isEqualTo("a b [31m c");
    }

    @Test
    void linesAreBrokenBetweenWords() {
        assertThat(Wording.wrapped("one two three four\nfive", 0, 10)).isEqualTo("one two\n  three\n  four\nfive");
        assertThat(Wording.wrapped("one two three", 9, 18)).isEqualTo("one two\n  three");
        assertThat(Wording.wrapped("a " + "x".repeat(30) + " b", 0, 20)).isEqualTo("a\n  " + "x".repeat(30) + "\n  b");
    }

    @Test
    void statementsKeepTheirLines() {
        assertThat(Wording.lines("\n CREATE TABLE t (\n  id INT -- a\u001b[31m\n)"))
                .containsExactly("CREATE TABLE t (", "  id INT -- a [31m", ")");
        assertThat(Wording.lines("x".repeat(5_000))).containsExactly("x".repeat(4_000) + "…");
        assertThat(Wording.lines(" ")).isEmpty();
    }

    @Test
    void statementsAreTruncated() {
        assertThat(Wording.firstLine("\n  DROP TABLE t\n")).isEqualTo("DROP TABLE t");
        assertThat(Wording.firstLine("CREATE TABLE t (\n  id INT\n)")).isEqualTo("CREATE TABLE t ( …");
        assertThat(Wording.firstLine("x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(Wording.firstLine("😀".repeat(101))).isEqualTo("😀".repeat(100) + "…");
        assertThat(Wording.firstLine(" ")).isEmpty();
    }
}
