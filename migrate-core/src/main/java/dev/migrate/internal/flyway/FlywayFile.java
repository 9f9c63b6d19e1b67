package dev.migrate.internal.flyway;

import dev.migrate.internal.codegen.ImportedText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A migration of Flyway in a file, recognized by its name. Immutable.
 *
 * @param path the file
 * @param kind the kind
 * @param version the version, or null if it is repeatable
 * @param description the description, with blanks
 * @param isJava whether it is a Java class
 */
record FlywayFile(Path path, Kind kind, @Nullable FlywayVersion version, String description, boolean isJava) {

    private static final Pattern NAME = Pattern.compile("([VURB])(.*?)__(.*)\\.(sql|java)");

    /** The kinds, by the prefixes of names. */
    enum Kind {
        /** A versioned migration. */
        V,
        /** The undo of a version. */
        U,
        /** A repeatable migration. */
        R,
        /** A migration that replaces all up to its version in an empty database. */
        B
    }

    /** Recognizes a migration by its name. */
    static Optional<FlywayFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(name.group(1));
        boolean isVersioned = FlywayVersion.isVersion(name.group(2));
        if (kind == Kind.R ? !name.group(2).isEmpty() : !isVersioned) {
            return Optional.empty();
        }
        return Optional.of(new FlywayFile(
                path,
                kind,
                isVersioned ? FlywayVersion.of(name.group(2)) : null,
                name.group(3).replace('_', ' ').strip(),
                name.group(4).equals("java")));
    }

    /** Returns the text without a byte order mark. */
    String text() {
        return ImportedText.read(path);
    }

    /** Returns the checksum that Flyway stores: the CRC-32 of its lines without their ends. */
    int checksum() {
        CRC32 checksum = new CRC32();
        text().lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }
}
