package dev.migrate.internal.load;

import dev.migrate.internal.FileTrust;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches compiled sources in files, so that unchanged sources are compiled once. Each file contains the last state of
 * one folder: the classes, and the sources for comparison, which is cheaper than a digest. The cache can be deleted
 * safely; if it cannot be read or written, sources are compiled again. Immutable.
 */
final class SourceCache {

    private static final Logger LOG = LoggerFactory.getLogger(SourceCache.class);

    /** Changes with the format of the files. */
    private static final String FORMAT = "migrate 3";

    private static final String SUFFIX = ".classes";

    private final Path directory;
    private final Path file;

    /** The inputs of the compilation, except the sources. */
    private final List<String> circumstances;

    private final List<SourceFile> files;

    /**
     * Finds the cache file for some sources.
     *
     * @param directory the folder of the cache
     * @param folder the folder of the sources
     * @param files the sources
     * @param classPath the class path of the compilation
     */
    SourceCache(Path directory, Path folder, List<SourceFile> files, String classPath) {
        String place = folder.toAbsolutePath().normalize().toString();
        this.directory = directory;
        this.files = files;
        circumstances = List.of(FORMAT, String.valueOf(Runtime.version().feature()), classPath, place);
        // Two folders with the same file name would only overwrite each other's files.
        CRC32 name = new CRC32();
        name.update(place.getBytes(StandardCharsets.UTF_8));
        file = directory.resolve(HexFormat.of().toHexDigits((int) name.getValue()) + SUFFIX);
    }

    /** The user's cache folder. */
    static Path defaultDirectory() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(configured);
        return caches.resolve("migrate");
    }

    /**
     * Returns the last state. Classes that another user may have written are not executed.
     *
     * @return the state, or empty if there is none that was compiled in the same circumstances
     */
    Optional<CachedSources> find() {
        try {
            if (isForeign(directory) || isForeign(file)) {
                return Optional.empty();
            }
            CacheReader in = new CacheReader(Files.readAllBytes(file));
            return in.texts().equals(circumstances) ? Optional.of(CachedSources.read(in)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be read, so the migrations are compiled again.", file, e);
            return Optional.empty();
        }
    }

    private static boolean isForeign(Path place) throws IOException {
        Optional<String> objection = FileTrust.objection(place);
        objection.ifPresent(reason -> LOG.warn("Compiled migrations are not cached, because {}.", reason));
        return objection.isPresent();
    }

    void keep(CompiledSources sources) {
        try {
            Files.createDirectories(directory);
            if (isForeign(directory)) {
                return;
            }
            Path written = Files.createTempFile(directory, "", ".new");
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
                write(sources, new CacheWriter(out));
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            LOG.debug("The compiled migrations cannot be stored in {}.", directory, e);
        }
    }

    private void write(CompiledSources sources, CacheWriter out) throws IOException {
        out.texts(circumstances);
        out.number(files.size());
        for (SourceFile source : files) {
            out.text(source.name());
            out.bytes(source.content());
        }
        sources.write(out);
    }
}
