package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import dev.migrate.internal.EncodedText;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the files of another tool, and prepares their SQL for a migration. Stateless. */
public final class ImportedText {

    private static final Pattern MARKER = Pattern.compile("(?mi)^(--\\s+(?:up|down)\\s*)$");
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private ImportedText() {}

    /**
     * Reads a file in UTF-8, with or without a byte order mark.
     *
     * @return its text, without the mark
     * @throws SourceException if it cannot be read, or has another encoding
     */
    public static String read(Path file) {
        try {
            String text = EncodedText.decode(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharConversionException e) {
            throw failed(file + " cannot be read: " + e.getMessage() + ".", "Convert it to UTF-8.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Creates the exception for a file or a folder that cannot be read. */
    public static SourceException unreadable(Path path, IOException cause) {
        return failed(path + " cannot be read (" + cause + ").", "Check the path and its permissions.", cause);
    }

    /** Creates the exception for an import that is not possible. Nothing was written. */
    public static SourceException failed(String problem, String remedy, @Nullable Throwable cause) {
        return new SourceException(SourceException.Reason.IMPORT_FAILED, problem, remedy, cause);
    }

    /** Adds a leading blank to each comment that would be the marker of a part. */
    public static String withoutMarkers(String sql) {
        return MARKER.matcher(sql).replaceAll(" $1");
    }

    /** Returns the remark about a repeatable migration that the other tool has applied. */
    public static String runsAgain(Object migration) {
        return migration + " is repeatable. The next upgrade runs it once more, and records its text.";
    }

    /** Returns what to do about the placeholders of a text, as sentences. */
    public static List<String> placeholderTasks(Path file, String sql, String tool) {
        Set<String> used = new TreeSet<>();
        for (Matcher matcher = PLACEHOLDER.matcher(sql); matcher.find(); ) {
            used.add(matcher.group(1));
        }
        return used.stream()
                .map(name -> file + " contains ${" + name + "}. "
                        + (name.matches("[A-Za-z0-9_.-]+")
                                ? "If " + tool + " replaces it, add the line placeholder-in-quotes." + name
                                        + " = VALUE to migrate.properties."
                                : "Write its value into the imported file."))
                .toList();
    }
}
