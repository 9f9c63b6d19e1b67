package dev.migrate.source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the source of a migration is written, and from which template.
 *
 * @param packageName the package of the class
 * @param folder the folder of the file; it is created if it does not exist
 * @param naming the pattern of the class name or of the name of the SQL file, with the placeholders
 *     {@code ${number}}, {@code ${message}}, {@code ${slug}} and {@code ${id}}. The default pattern applies to an SQL
 *     file unless the names of others begin with a number; then its name does so as well
 * @param template the text around the generated code, with its placeholders; null for the built-in template
 * @param date the date in the source; null for today
 * @param format the language of the source; for SQL, the package, the template and the date have no effect
 */
public record SourceOptions(
        String packageName,
        Path folder,
        String naming,
        @Nullable String template,
        @Nullable LocalDate date,
        SourceFormat format) {

    /** The default pattern of names. */
    public static final String DEFAULT_NAMING = "M${number}_${message}";

    /** Checks that only the template and the date are null. */
    public SourceOptions {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(format, "format");
    }

    /**
     * Returns the default options for a package. The folder is the one that Maven and Gradle expect, below
     * {@code src/main/java}.
     *
     * @param packageName the package
     * @return the options
     */
    public static SourceOptions of(String packageName) {
        Path folder = Path.of("src", "main", "java");
        for (String part : packageName.split("\\.", -1)) {
            folder = folder.resolve(part);
        }
        return new SourceOptions(packageName, folder, DEFAULT_NAMING, null, null, SourceFormat.JAVA);
    }

    /**
     * Returns a copy with another folder.
     *
     * @param other the folder of the package itself
     * @return the copy
     */
    public SourceOptions folder(Path other) {
        return new SourceOptions(packageName, other, naming, template, date, format);
    }

    /**
     * Returns a copy with another pattern of class names.
     *
     * @param pattern the pattern
     * @return the copy
     */
    public SourceOptions naming(String pattern) {
        return new SourceOptions(packageName, folder, pattern, template, date, format);
    }

    /**
     * Returns a copy with another template.
     *
     * @param text the text of the template, not its file
     * @return the copy
     */
    public SourceOptions template(String text) {
        return new SourceOptions(packageName, folder, naming, Objects.requireNonNull(text, "text"), date, format);
    }

    /**
     * Returns a copy with another date.
     *
     * @param day the date
     * @return the copy
     */
    public SourceOptions date(LocalDate day) {
        return new SourceOptions(packageName, folder, naming, template, Objects.requireNonNull(day, "day"), format);
    }

    /**
     * Returns a copy with another language.
     *
     * @param language the language of the source
     * @return the copy
     */
    public SourceOptions format(SourceFormat language) {
        return new SourceOptions(packageName, folder, naming, template, date, language);
    }
}
