package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCharactersTest {

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\b', '\u001b', '\u007f', '\u0085', '\u009b', '\u200f', '\u202e', '\u2066'})
    void areEscaped(char character) {
        assertThat(ControlCharacters.escaped("a" + character + "b"))
                .isEqualTo(String.format("a\\u%04xb", (int) character));
    }

    @Test
    void textAndLineBreaksRemain() {
        String text = "\ttab\nline\r\nline \u4e2d\u6587 \u00e9 \ud83d\ude00";

        assertThat(ControlCharacters.escaped(text)).isEqualTo(text);
    }

    @Test
    void aCarriageReturnThatWouldOverwriteALineIsEscaped() {
        assertThat(ControlCharacters.escaped("a\rb")).isEqualTo("a\\u000db");
    }

    @Test
    void aSequenceThatIsNoColorIsEscaped() {
        assertThat(ControlCharacters.escaped("\u001b]0;title\u0007 \u001b[2J"))
                .isEqualTo("\\u001b]0;title\\u0007 \\u001b[2J");
    }

    @Test
    void everythingThatIsPrintedIsEscaped() {
        assertThat(printed("a\u001bb\u202e\u001b[31m", false)).isEqualTo("a\\u001bb\\u202e\\u001b[31m");
    }

    @Test
    void onlyTheColorsOfThisProgramReachATerminal() {
        String ours = "\r\u001b[K\u001b[31mred\u001b[0m \u001b[1mbold\u001b[21m";

        assertThat(printed(ours, true)).isEqualTo(ours);
        assertThat(printed("\u001b[8mhidden \u001b[30m \u001b[2J \u001b[K \r", true))
                .isEqualTo("\\u001b[8mhidden \\u001b[30m \\u001b[2J \\u001b[K \\u000d");
    }

    private static String printed(String text, boolean isColored) {
        StringWriter out = new StringWriter();
        ControlCharacters.escaping(out, isColored).print(text);
        return out.toString();
    }
}
