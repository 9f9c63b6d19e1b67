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
    void textAndLineBreaksAndColorsRemain() {
        String text = "\u001b[31mred\u001b[0m\ttab\nline\r\nline \u4e2d\u6587 \u00e9 \ud83d\ude00";

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
        StringWriter out = new StringWriter();

        ControlCharacters.escaping(out).printf("%s%n", "a\u001bb\u202e");

        assertThat(out).hasToString("a\\u001bb\\u202e" + System.lineSeparator());
    }
}
