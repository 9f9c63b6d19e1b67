package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A source file in UTF-8. Immutable. */
final class SourceFile {

    /** The suffix of Java sources. */
    static final String JAVA = ".java";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path path;
    private final String name;
    private final byte[] bytes;

    private SourceFile(Path path, String name, byte[] bytes) {
        this.path = path;
        this.name = name;
        this.bytes = bytes;
    }

    /** The files with a suffix in a folder and its subfolders, sorted by path. */
    static List<SourceFile> in(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "The folder " + folder + " of the migrations does not exist.",
                    "Check the path; it is relative to the working directory, "
                            + Path.of("").toAbsolutePath() + ".",
                    null);
        }
        try (Stream<Path> found =
                Files.find(folder, Integer.MAX_VALUE, (path, attributes) -> isSource(path, attributes, suffix))) {
            List<SourceFile> files = new ArrayList<>();
            for (Path path : found.sorted(Comparator.comparing(Path::toString)).toList()) {
                files.add(new SourceFile(
                        path, path.toString().substring(folder.toString().length()), bytesOf(path)));
            }
            return files;
        } catch (IOException e) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "The migrations in " + folder + " cannot be read: " + e + ".",
                    "Check the permissions of the folder.",
                    e);
        }
    }

    /** For small files, a FileInputStream takes half the time of {@link Files#readAllBytes}. */
    private static byte[] bytesOf(Path path) throws IOException {
        try (InputStream in = new FileInputStream(path.toString())) {
            return in.readAllBytes();
        }
    }

    private static boolean isSource(Path path, BasicFileAttributes attributes, String suffix) {
        String name = path.getFileName().toString();
        // macOS stores the attributes of a file in another one, whose name begins with a dot.
        return name.endsWith(suffix)
                && !name.startsWith(".")
                // Only symbolic links require another system call.
                && (attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(path)));
    }

    Path path() {
        return path;
    }

    /** The path relative to the folder. */
    String name() {
        return name;
    }

    /** Its content, which the caller does not modify. */
    byte[] bytes() {
        return bytes;
    }

    /** A view, which is never modified. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes);
    }

    /**
     * Returns the text without a byte order mark.
     *
     * @throws InvalidMigrationException if the file is not encoded in UTF-8: its strings would contain replacement
     *     characters
     */
    String text() {
        ByteBuffer in = content();
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            long line = 1 + out.flip().chars().filter(c -> c == '\n').count();
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "The source " + path + " is not encoded in UTF-8: line " + line + " contains other bytes.",
                    "Save the file in UTF-8.",
                    null);
        }
        String text = out.flip().toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** A line of the file, starting at 1, without leading and trailing blanks. */
    String line(long number) {
        return text().lines()
                .skip(Math.max(0, number - 1))
                .findFirst()
                .orElse("")
                .strip();
    }
}
