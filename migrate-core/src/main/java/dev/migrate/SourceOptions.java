package dev.migrate;

import dev.migrate.internal.codegen.ClassNaming;
import dev.migrate.internal.codegen.Template;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the source of a migration is written, and what it looks like.
 *
 * @param packageName the package of its class
 * @param folder the folder that the file is put into; it is made if it does not exist
 * @param naming how the class is called, with {@code ${number}}, {@code ${message}}, {@code ${slug}} and {@code ${id}} in
 *     it
 * @param template the text around what is generated, with placeholders for it; without it, the library's own
 * @param date when it was written; without it, today
 */
public record SourceOptions(
        String packageName, Path folder, String naming, Optional<String> template, Optional<LocalDate> date) {

    /** Refuses null. */
    public SourceOptions {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(date, "date");
    }

    /**
     * Sources of a package, where Maven and Gradle look for them: below {@code src/main/java}.
     *
     * @param packageName the package
     * @return the options, with the names, the template and the date that are taken where nothing is said
     */
    public static SourceOptions of(String packageName) {
        Path folder = Path.of("src", "main", "java");
        for (String part : packageName.split("\\.", -1)) {
            folder = folder.resolve(part);
        }
        return new SourceOptions(packageName, folder, ClassNaming.STANDARD, Optional.empty(), Optional.empty());
    }

    /**
     * The template that is used where no other is given: to begin another one with.
     *
     * @return its text, which {@link #template(String)} takes
     */
    public static String standardTemplate() {
        return Template.standardText();
    }

    /**
     * The same in another folder.
     *
     * @param other the folder, that of the package itself
     * @return the options
     */
    public SourceOptions folder(Path other) {
        return new SourceOptions(packageName, other, naming, template, date);
    }

    /**
     * The same with other names.
     *
     * @param pattern how classes are called
     * @return the options
     */
    public SourceOptions naming(String pattern) {
        return new SourceOptions(packageName, folder, pattern, template, date);
    }

    /**
     * The same with another template.
     *
     * @param text the template itself, not its file
     * @return the options
     */
    public SourceOptions template(String text) {
        return new SourceOptions(packageName, folder, naming, Optional.of(text), date);
    }

    /**
     * The same with another date.
     *
     * @param day the date
     * @return the options
     */
    public SourceOptions date(LocalDate day) {
        return new SourceOptions(packageName, folder, naming, template, Optional.of(day));
    }
}
