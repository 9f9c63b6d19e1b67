package dev.migrate.internal.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the output of a {@link CacheWriter}; each method throws some {@link RuntimeException} for other input. Not
 * thread-safe.
 */
final class CacheReader {

    private final byte[] kept;
    private final ByteBuffer in;

    CacheReader(byte[] kept) {
        this.kept = kept;
        in = ByteBuffer.wrap(kept);
    }

    int number() {
        return in.getInt();
    }

    /** A view, not a copy. */
    ByteBuffer bytes() {
        int length = number();
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        return bytes;
    }

    String text() {
        int length = number();
        String text = new String(kept, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }
}
