package dev.migrate.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps compiled sources in files, by their content: what was compiled once is not compiled again. It is safe to delete,
 * and when it cannot be read or written, everything works without it, only slower. Immutable.
 */
final class SourceCache {

    private static final Logger LOG = LoggerFactory.getLogger(SourceCache.class);

    /** Goes up when what stands in a file changes. */
    private static final String FORMAT = "migrate 1";

    private static final int NAME = 16;
    private static final String SUFFIX = ".classes";

    private final Path directory;
    private final String front;
    private final Path file;

    /**
     * Finds the place for the classes of some sources.
     *
     * @param directory where the files are
     * @param folder the folder of the sources, of which only the last state is kept
     * @param files the sources
     * @param classPath what they were compiled with
     */
    SourceCache(Path directory, Path folder, List<SourceFile> files, String classPath) {
        this.directory = directory;
        MessageDigest ofFolder = sha256();
        add(ofFolder, folder.toAbsolutePath().normalize().toString());
        front = HexFormat.of().formatHex(ofFolder.digest()).substring(0, NAME) + "-";
        MessageDigest content = sha256();
        add(content, FORMAT);
        add(content, String.valueOf(Runtime.version().feature()));
        add(content, classPath);
        for (SourceFile source : files) {
            add(content, folder.relativize(source.path()).toString());
            add(content, source.bytes());
        }
        file = directory.resolve(front + HexFormat.of().formatHex(content.digest()) + SUFFIX);
    }

    /** In the place where the user's programs keep what they can make again. */
    static Path defaultDirectory() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(configured);
        return caches.resolve("migrate");
    }

    Optional<CompiledSources> find() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return Optional.of(CompiledSources.read(in));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be read, so the migrations are compiled again.", file, e);
            return Optional.empty();
        }
    }

    void keep(CompiledSources sources) {
        try {
            Files.createDirectories(directory);
            Path written = Files.createTempFile(directory, front, ".new");
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
                sources.write(out);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            removeEarlier();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The compiled migrations cannot be kept in {}.", directory, e);
        }
    }

    private void removeEarlier() throws IOException {
        try (DirectoryStream<Path> ofFolder = Files.newDirectoryStream(directory, front + "*" + SUFFIX)) {
            for (Path earlier : ofFolder) {
                if (!earlier.equals(file)) {
                    Files.deleteIfExists(earlier);
                }
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With the length in front: two texts must not be taken for another two. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
