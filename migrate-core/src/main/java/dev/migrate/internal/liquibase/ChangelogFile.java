package dev.migrate.internal.liquibase;

import dev.migrate.error.SourceException;
import dev.migrate.internal.codegen.ImportedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a file with changesets, in either of the two supported formats. Stateless. */
final class ChangelogFile {

    private static final Pattern UPDATE_SQL = Pattern.compile("(?m)^-- +(?:Changeset .+::.+::|Update Database Script)");

    /** The formats that only Liquibase itself reads, by the suffixes of files. */
    private static final Map<String, String> OTHER_FORMATS =
            Map.of(".xml", "XML", ".yaml", "YAML", ".yml", "YAML", ".json", "JSON");

    private static final String ROOT_ELEMENT = "databaseChangeLog";

    private ChangelogFile() {}

    /**
     * Reads a changelog in SQL, or the output of {@code update-sql}.
     *
     * @throws SourceException if it is neither, or cannot be read
     */
    static Changelog read(Path file) {
        if (isOther(file)) {
            throw unsupported(file);
        }
        String text = text(file);
        if (isFormattedSql(text)) {
            return new FormattedSql(file, text).read();
        }
        if (UPDATE_SQL.matcher(text).find()) {
            return UpdateSql.read(file, text);
        }
        throw ImportedText.failed(
                file
                        + " is neither a changelog in SQL, which begins with \"--liquibase formatted sql\", nor the"
                        + " output of update-sql.",
                "Add that line if the file is a changelog. " + updateSql("CHANGELOG"),
                null);
    }

    /** Rejects a changelog in another format. */
    static SourceException unsupported(Path file) {
        return ImportedText.failed(
                file + " is a changelog in " + format(file)
                        + ". Only changelogs in SQL and the output of update-sql can be imported.",
                updateSql(String.valueOf(file.getFileName())),
                null);
    }

    private static String updateSql(String changelog) {
        return "Let Liquibase write the SQL of the root changelog for an empty database: liquibase update-sql"
                + " --changelog-file=" + changelog
                + " --url=JDBC_URL --output-file=update.sql. Then import update.sql.";
    }

    /** Whether a file is a changelog that only Liquibase itself reads. Its encoding does not matter. */
    static boolean isOther(Path file) {
        try {
            return !format(file).isEmpty()
                    && Files.isRegularFile(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ROOT_ELEMENT);
        } catch (IOException e) {
            throw ImportedText.unreadable(file, e);
        }
    }

    /** The name of the other format, or empty. */
    static String format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return OTHER_FORMATS.getOrDefault(name.substring(Math.max(name.lastIndexOf('.'), 0)), "");
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
        return ImportedText.read(file).replace("\r\n", "\n");
    }
}
