package dev.migrate.internal.load;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last state of a folder. Immutable.
 *
 * @param contents the contents of the sources by name
 * @param compiled their classes
 */
record CachedSources(Map<String, ByteBuffer> contents, CompiledSources compiled) {

    static CachedSources read(CacheReader in) {
        Map<String, ByteBuffer> contents = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            contents.put(in.text(), in.bytes());
        }
        return new CachedSources(contents, CompiledSources.read(in));
    }

    boolean isOf(List<SourceFile> files) {
        return contents.size() == files.size() && files.stream().allMatch(this::contains);
    }

    /** Whether it has the file with the same content. */
    boolean contains(SourceFile file) {
        return file.content().equals(contents.get(file.name()));
    }
}
