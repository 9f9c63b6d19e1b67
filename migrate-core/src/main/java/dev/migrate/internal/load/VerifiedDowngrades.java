package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The downgrades that were verified, as a file that is part of the repository: one line for each revision and product.
 * Immutable.
 *
 * @param entries the lines without comments
 */
public record VerifiedDowngrades(Set<VerifiedDowngrade> entries) {

    /** The name of the file in a folder of sources or a package. */
    public static final String FILE = "verified-downgrades.txt";

    private static final String HEADER = """
        # The downgrades that were verified. Written by: migrate verify --record
        # hash of the statements, product, revision
        """;

    private static final Comparator<VerifiedDowngrade> ORDER = Comparator.comparing(VerifiedDowngrade::revision)
            .thenComparing(VerifiedDowngrade::product)
            .thenComparing(VerifiedDowngrade::hash);

    /** Sorts the entries. */
    public VerifiedDowngrades {
        Set<VerifiedDowngrade> sorted = new TreeSet<>(ORDER);
        sorted.addAll(entries);
        entries = Collections.unmodifiableSet(sorted);
    }

    /**
     * A verified downgrade.
     *
     * @param revision the id of its revision
     * @param product the product on which it was verified
     * @param hash the hash of the statements in both directions
     */
    public record VerifiedDowngrade(String revision, String product, String hash) {

        /** Ids may contain spaces. */
        private String line() {
            return hash + " " + product + " " + revision;
        }
    }

    /** Reads the files in some folders and packages; those that do not exist have no entries. */
    public static VerifiedDowngrades in(List<Path> folders, Map<String, ClassLoader> packages) {
        Set<VerifiedDowngrade> all = new TreeSet<>(ORDER);
        folders.forEach(folder -> all.addAll(of(folder.resolve(FILE)).entries));
        packages.forEach((name, loader) -> all.addAll(of(name, loader)));
        return new VerifiedDowngrades(all);
    }

    /** Reads a file, which need not exist. */
    public static VerifiedDowngrades of(Path file) {
        try {
            return Files.exists(file)
                    ? new VerifiedDowngrades(parse(file.toString(), Files.readString(file)))
                    : new VerifiedDowngrades(Set.of());
        } catch (IOException e) {
            throw notReadable(file.toString(), e);
        }
    }

    private static Set<VerifiedDowngrade> of(String packageName, ClassLoader loader) {
        String name = packageName.replace('.', '/') + "/" + FILE;
        Set<VerifiedDowngrade> entries = new TreeSet<>(ORDER);
        try {
            for (URL url : Collections.list(loader.getResources(name))) {
                try (InputStream in = url.openStream()) {
                    entries.addAll(parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            return entries;
        } catch (IOException e) {
            throw notReadable(name, e);
        }
    }

    private static InvalidMigrationException notReadable(String file, IOException cause) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.NOT_LOADED,
                "The file " + file + " cannot be read: " + cause + ".",
                "Check the file and its permissions.",
                cause);
    }

    private static Set<VerifiedDowngrade> parse(String file, String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> entry(file, line))
                .collect(Collectors.toSet());
    }

    private static VerifiedDowngrade entry(String file, String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.NOT_LOADED,
                    "The file " + file + " has the invalid line \"" + line + "\".",
                    "Write it again: migrate verify --record.");
        }
        return new VerifiedDowngrade(parts[2], parts[1], parts[0]);
    }

    /** Whether a downgrade with these statements was verified. */
    public boolean contains(VerifiedDowngrade entry) {
        return entries.contains(entry);
    }

    /**
     * Replaces the entries of a product.
     *
     * @param known the ids of all revisions; entries of other revisions are removed
     */
    public VerifiedDowngrades with(String product, Set<VerifiedDowngrade> verified, Set<String> known) {
        Set<VerifiedDowngrade> all = new TreeSet<>(ORDER);
        entries.stream()
                .filter(entry -> !entry.product().equals(product) && known.contains(entry.revision()))
                .forEach(all::add);
        all.addAll(verified);
        return new VerifiedDowngrades(all);
    }

    /** Writes the file. */
    public void writeTo(Path file) {
        StringBuilder text = new StringBuilder(HEADER);
        entries.forEach(entry -> text.append(entry.line()).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The file " + file + " cannot be written: " + e + ".",
                    "Check the folder and its permissions.",
                    e);
        }
    }
}
