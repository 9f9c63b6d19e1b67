package dev.migrate.internal.load;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes strings and bytes, each preceded by its length. Not thread-safe. */
final class CacheWriter {

    private final DataOutputStream out;

    CacheWriter(DataOutputStream out) {
        this.out = out;
    }

    void number(int number) throws IOException {
        out.writeInt(number);
    }

    void bytes(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        number(copy.length);
        out.write(copy);
    }

    void text(String text) throws IOException {
        bytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    void texts(List<String> texts) throws IOException {
        number(texts.size());
        for (String text : texts) {
            text(text);
        }
    }
}
