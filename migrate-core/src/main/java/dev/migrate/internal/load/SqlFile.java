package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.EncodedText;
import java.io.CharConversionException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads migrations from SQL files. A file is a migration if the comments at its beginning contain {@code -- revision:} or
 * {@code -- repeatable:}; any other file is a script that a migration in Java may execute. Immutable.
 */
final class SqlFile {

    static final String SUFFIX = ".sql";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** The bytes of the mark in UTF-8. */
    private static final String ENCODED_MARK = "\u00ef\u00bb\u00bf";

    private final String name;
    private final List<String> lines;
    private final SqlHeader header;

    private SqlFile(String name, String text) {
        this.name = name;
        lines = text.replace("\r\n", "\n").lines().toList();
        header = SqlHeader.of(name, lines);
    }

    /**
     * Reads a file.
     *
     * @param name the name of the file in messages
     * @param content the file, encoded in UTF-8 with or without a byte order mark
     * @return the migration, or empty if the file is not a migration
     * @throws InvalidMigrationException if it is a migration that is not usable
     */
    static Optional<LoadedMigration> read(String name, byte[] content) {
        // A script that is not a migration may have another encoding. The keys of a header consist of ASCII characters.
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        return new SqlFile(name, withoutMark(bytes, ENCODED_MARK)).header.isMigration()
                ? Optional.of(new SqlFile(name, decoded(name, content)).migration())
                : Optional.empty();
    }

    private static String withoutMark(String text, String mark) {
        return text.startsWith(mark) ? text.substring(mark.length()) : text;
    }

    private static String decoded(String name, byte[] content) {
        try {
            return withoutMark(EncodedText.decode(content, StandardCharsets.UTF_8), BYTE_ORDER_MARK);
        } catch (CharConversionException e) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "The migration " + name + " cannot be read: " + e.getMessage() + ".",
                    "Save the file in UTF-8.",
                    e);
        }
    }

    private LoadedMigration migration() {
        int up = line(SqlMarker.UP);
        int down = line(SqlMarker.DOWN);
        requireOrder(up, down);
        int start = up < 0 ? header.end() : up + 1;
        int end = down < 0 ? lines.size() : down;
        Optional<String> downText = down < 0 ? Optional.empty() : Optional.of(part(down + 1, lines.size()));
        Optional<String> irreversible = header.value(SqlHeader.Key.IRREVERSIBLE);
        if (down >= 0 && irreversible.isPresent()) {
            throw invalid(down, "there is a \"-- down\" part, but the header declares the migration as irreversible");
        }
        SqlMigration migration = new SqlMigration(
                name,
                header.isRepeatable(),
                part(start, end),
                downText,
                irreversible,
                header.limits(name),
                header.ignoredRules());
        return new LoadedMigration(header.revision(), name, migration);
    }

    private void requireOrder(int up, int down) {
        if (up >= 0 && down >= 0 && down < up) {
            throw invalid(up, "the \"-- up\" part is after the \"-- down\" part");
        }
        for (int line = header.end(); line < up; line++) {
            if (!lines.get(line).isBlank() && !lines.get(line).startsWith("--")) {
                throw invalid(line, "there is a statement before \"-- up\"");
            }
        }
    }

    /** Finds the line of a marker, or returns -1. */
    private int line(SqlMarker marker) {
        int found = -1;
        for (int line = header.end(); line < lines.size(); line++) {
            if (marker.matches(lines.get(line))) {
                if (found >= 0) {
                    throw invalid(line, "there is a second \"" + marker + "\"");
                }
                found = line;
            }
        }
        return found;
    }

    private String part(int start, int end) {
        String text = String.join("\n", lines.subList(start, end));
        return String.join("", Collections.nCopies(start, "\n")) + text;
    }

    private InvalidMigrationException invalid(int line, String problem) {
        return InvalidSqlFile.at(name, line, problem);
    }
}
