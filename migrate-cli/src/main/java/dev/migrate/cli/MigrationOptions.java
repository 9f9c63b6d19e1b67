package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the migrations are. */
final class MigrationOptions {

    private static final String PACKAGE_OF_SOURCES = "migrations";

    /** At the end of an entry of a class path, as Java has it. */
    private static final String ALL_JARS = "/*";

    @Option(
            names = "--classpath",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH",
            description = "Folders and jars with the classes of the migrations and what these need, separated as in"
                    + " Java's own class path.")
    private @Nullable String classpath;

    @Option(
            names = "--package",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The package of the migrations; those below it count as well.")
    private @Nullable String packageName;

    @Option(
            names = "--migrations",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "A folder with the Java sources of the migrations; those below it count as well. They are"
                    + " compiled in memory, which needs a JDK. May be given several times.")
    private List<Path> sources = new ArrayList<>();

    private final ConfigurationOptions beside;
    private @Nullable URLClassLoader loader;

    MigrationOptions(ConfigurationOptions beside) {
        this.beside = beside;
    }

    /** Takes a package with migrations, or folders that exist. */
    void addTo(MigratorBuilder builder) {
        if (folders().isEmpty()) {
            builder.scan(packageName(), classLoader());
        } else {
            addSourcesTo(builder);
        }
    }

    /** Takes a package and a folder without migrations, too. */
    void addIfPresentTo(MigratorBuilder builder) {
        if (folders().isEmpty()) {
            builder.scanIfPresent(packageName(), classLoader());
        } else {
            folders().forEach(MigrationOptions::create);
            addSourcesTo(builder);
        }
    }

    /** Takes what is said, be it nothing. */
    void addIfGivenTo(MigratorBuilder builder) {
        if (isGiven()) {
            addTo(builder);
        }
    }

    /** Takes folders only. */
    void addSourcesTo(MigratorBuilder builder) {
        for (Path folder : folders()) {
            builder.sources(folder, classLoader());
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("The folder " + folder + " cannot be made (" + e + ").");
        }
    }

    boolean isGiven() {
        return namedPackage().isPresent() || !folders().isEmpty();
    }

    String packageName() {
        return namedPackage().orElseGet(() -> {
            if (folders().isEmpty()) {
                throw new UsageException("Say where the migrations are: --migrations DIR with their sources, or"
                        + " --package NAME and --classpath PATH with their classes, or the same keys in "
                        + Configuration.FILE_NAME + ".");
            }
            return PACKAGE_OF_SOURCES;
        });
    }

    private Optional<String> namedPackage() {
        return Optional.ofNullable(packageName).or(() -> beside.configuration().text(Key.PACKAGE));
    }

    /** Where new sources go, if it is said where the others are. */
    Optional<Path> folder() {
        List<Path> folders = folders();
        return folders.isEmpty() ? Optional.empty() : Optional.of(folders.get(folders.size() - 1));
    }

    private List<Path> folders() {
        return sources.isEmpty() ? beside.configuration().paths(Key.MIGRATIONS) : sources;
    }

    /** It stays open: the migrations may load classes for as long as the process lives. */
    URLClassLoader classLoader() {
        if (loader == null) {
            loader = new URLClassLoader(urls(), MigrationOptions.class.getClassLoader());
        }
        return loader;
    }

    private URL[] urls() {
        List<String> entries = classpath == null
                ? beside.configuration().list(Key.CLASSPATH)
                : List.of(classpath.split(File.pathSeparator, -1));
        List<URL> urls = new ArrayList<>();
        for (String entry : entries) {
            if (entry.endsWith(ALL_JARS)) {
                jarsIn(place(entry.substring(0, entry.length() - ALL_JARS.length())))
                        .forEach(jar -> urls.add(urlOf(jar)));
            } else if (!entry.isEmpty()) {
                urls.add(urlOf(place(entry)));
            }
        }
        return urls.toArray(URL[]::new);
    }

    private Path place(String entry) {
        return classpath == null ? beside.configuration().placed(Path.of(entry)) : Path.of(entry);
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageException(
                    "The class path names the jars in " + folder + ", which cannot be read (" + e + ").");
        }
    }

    private static URL urlOf(Path entry) {
        if (!Files.exists(entry)) {
            throw new UsageException("The class path names " + entry + ", which does not exist.");
        }
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UsageException("The class path names " + entry + ", which cannot be read (" + e + ").");
        }
    }
}
