package dev.migrate.internal.liquibase;

import dev.migrate.error.SourceException;
import dev.migrate.internal.EncodedText;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads a file with changesets, in either of the two formats. Stateless. */
final class ChangelogFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final Pattern UPDATE_SQL = Pattern.compile("(?m)^-- +(?:Changeset .+::.+::|Update Database Script)");

    private ChangelogFile() {}

    /**
     * Reads a changelog in SQL, or the output of {@code update-sql}.
     *
     * @throws SourceException if it is neither, or cannot be read
     */
    static Changelog read(Path file) {
        String text = text(file);
        if (isFormattedSql(text)) {
            return new FormattedSql(file, text).read();
        }
        if (UPDATE_SQL.matcher(text).find()) {
            return UpdateSql.read(file, text);
        }
        throw Changelog.failed(
                file
                        + " is neither a changelog in SQL, which begins with \"--liquibase formatted sql\", nor the"
                        + " output of update-sql.",
                "Let Liquibase write the SQL of another changelog for an empty database: liquibase update-sql"
                        + " --changelog-file=" + file.getFileName()
                        + " --output-file=update.sql. Then import update.sql.",
                null);
    }

    static boolean isFormattedSql(Path file) {
        return isFormattedSql(text(file));
    }

    private static boolean isFormattedSql(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(FormattedSql::isHeader)
                .isPresent();
    }

    private static String text(Path file) {
        try {
            String text = EncodedText.decode(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (CharConversionException e) {
            throw Changelog.failed(file + " cannot be read: " + e.getMessage() + ".", "Convert it to UTF-8.", e);
        } catch (IOException e) {
            throw Changelog.failed(file + " cannot be read (" + e + ").", "Check the path and its permissions.", e);
        }
    }
}
