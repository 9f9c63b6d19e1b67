package dev.migrate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.CharConversionException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodedTextTest {

    @Test
    void decodes() throws CharConversionException {
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, Charset.forName("Shift_JIS")
        }) {
            String text = charset.equals(StandardCharsets.ISO_8859_1) ? "a\né" : "a\n漢";
            assertThat(EncodedText.decode(text.getBytes(charset), charset)).isEqualTo(text);
            assertThat(EncodedText.decode(new byte[0], charset)).isEmpty();
        }
    }

    @Test
    void namesTheFirstByteThatCannotBeDecoded() {
        assertInvalid("a\nbé", StandardCharsets.ISO_8859_1, "line 2, byte 2 is E9");
        assertInvalid("é", StandardCharsets.ISO_8859_1, "line 1, byte 1 is E9");
        assertInvalid("ä, then é\n", StandardCharsets.ISO_8859_1, "line 1, byte 1 is E4");
    }

    private static void assertInvalid(String text, Charset actual, String position) {
        assertThatThrownBy(() -> EncodedText.decode(text.getBytes(actual), StandardCharsets.UTF_8))
                .isInstanceOf(CharConversionException.class)
                .hasMessage("it is not encoded in UTF-8: in " + position);
    }
}
