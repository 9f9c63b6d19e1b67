package dev.migrate.internal;

import java.io.CharConversionException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Locale;

/** Decodes texts. Stateless. */
public final class EncodedText {

    private EncodedText() {}

    /**
     * Decodes a text.
     *
     * @param bytes the encoded text
     * @param charset the encoding
     * @return the text
     * @throws CharConversionException if a byte is not part of a character; the message is a clause that names its line
     *     and its position there
     */
    public static String decode(byte[] bytes, Charset charset) throws CharConversionException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw new CharConversionException(position(bytes, in.position(), charset));
        }
        return out.flip().toString();
    }

    private static String position(byte[] bytes, int invalid, Charset charset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < invalid; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        String byteInHex = String.format(Locale.ROOT, "%02X", bytes[invalid]);
        return "it is not encoded in " + charset.name() + ": in line " + line + ", byte " + (invalid - start + 1)
                + " is " + byteInHex;
    }
}
