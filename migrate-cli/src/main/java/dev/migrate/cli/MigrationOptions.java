package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import java.io.File;
import java.io.IOException;
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

/** The options for the location of the migrations. */
final class MigrationOptions {

    private static final String PACKAGE_OF_SOURCES = "migrations";

    /** The wildcard of a class path entry, as in Java. */
    private static final String ALL_JARS = "/*";

    @Option(
            names = "--classpath",
            scope = ScopeType.INHERIT,
            paramLabel = "PATH",
            description = "Folders and jars with the classes of the migrations and their dependencies,"
                    + " separated as in a Java class path.")
    private @Nullable String classpath;

    @Option(
            names = "--package",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The package of the migrations, including subpackages.")
    private @Nullable String packageName;

    @Option(
            names = "--migrations",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description =
                    "A folder with the migrations, SQL files and Java sources, including subfolders. Java sources are"
                            + " compiled in memory, which requires a JDK. Can be repeated.")
    private List<Path> sources = new ArrayList<>();

    private final ConfigurationOptions configurationOptions;
    private @Nullable URLClassLoader loader;

    MigrationOptions(ConfigurationOptions configurationOptions) {
        this.configurationOptions = configurationOptions;
    }

    /** Requires a package with migrations, or existing folders. */
    void addTo(MigratorBuilder builder) {
        addPlaceholdersTo(builder);
        if (folders().isEmpty()) {
            builder.scan(packageName(), classLoader());
        } else {
            addSourcesTo(builder);
        }
    }

    /** Allows a package or a folder without migrations. */
    void addIfPresentTo(MigratorBuilder builder) {
        addPlaceholdersTo(builder);
        if (folders().isEmpty()) {
            builder.scanIfPresent(packageName(), classLoader());
        } else {
            folders().forEach(MigrationOptions::create);
            addSourcesTo(builder);
        }
    }

    /** Uses the given options; there may be none. */
    void addIfSpecifiedTo(MigratorBuilder builder) {
        if (isSpecified()) {
            addTo(builder);
        }
    }

    /** Uses only folders. */
    void addSourcesTo(MigratorBuilder builder) {
        for (Path folder : folders()) {
            builder.sources(folder, classLoader());
        }
    }

    private void addPlaceholdersTo(MigratorBuilder builder) {
        Configuration configuration = configurationOptions.configuration();
        configuration
                .prefixed(Key.PLACEHOLDER)
                .forEach((key, value) -> builder.placeholder(key.substring(Key.PLACEHOLDER.length()), value));
        configuration
                .prefixed(Key.PLACEHOLDER_IN_QUOTES)
                .forEach((key, value) ->
                        builder.placeholderInQuotes(key.substring(Key.PLACEHOLDER_IN_QUOTES.length()), value));
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("The folder " + folder + " cannot be created (" + e + ").");
        }
    }

    boolean isSpecified() {
        return namedPackage().isPresent() || !folders().isEmpty();
    }

    String packageName() {
        return namedPackage().orElseGet(() -> {
            if (folders().isEmpty()) {
                throw new UsageException("Specify the migrations: --migrations DIR with their sources, or"
                        + " --package NAME and --classpath PATH with their classes, or the same keys in "
                        + Configuration.FILE_NAME + ".");
            }
            return PACKAGE_OF_SOURCES;
        });
    }

    private Optional<String> namedPackage() {
        return Optional.ofNullable(packageName)
                .or(() -> configurationOptions.configuration().text(Key.PACKAGE));
    }

    /** The folder for new sources, if the folder of the existing ones is known. */
    Optional<Path> folder() {
        List<Path> folders = folders();
        return folders.isEmpty() ? Optional.empty() : Optional.of(folders.get(folders.size() - 1));
    }

    private List<Path> folders() {
        return sources.isEmpty() ? configurationOptions.configuration().paths(Key.MIGRATIONS) : sources;
    }

    /** It remains open, because the migrations may load classes until the process exits. */
    URLClassLoader classLoader() {
        if (loader == null) {
            loader = new URLClassLoader(urls(), MigrationOptions.class.getClassLoader());
        }
        return loader;
    }

    private URL[] urls() {
        List<String> entries = classpath == null
                ? configurationOptions.configuration().list(Key.CLASSPATH)
                : List.of(classpath.split(File.pathSeparator, -1));
        List<URL> urls = new ArrayList<>();
        for (String entry : entries) {
            if (entry.endsWith(ALL_JARS)) {
                jarsIn(place(entry.substring(0, entry.length() - ALL_JARS.length())))
                        .forEach(jar -> urls.addAll(urlsOf(jar)));
            } else if (!entry.isEmpty()) {
                urls.addAll(urlsOf(place(entry)));
            }
        }
        return urls.toArray(URL[]::new);
    }

    private Path place(String entry) {
        return classpath == null ? configurationOptions.configuration().placed(Path.of(entry)) : Path.of(entry);
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageException(
                    "The class path contains the jars in " + folder + ", which cannot be read (" + e + ").");
        }
    }

    private static List<URL> urlsOf(Path entry) {
        if (!Files.exists(entry)) {
            throw new UsageException("The class path contains " + entry + ", which does not exist.");
        }
        try {
            List<URL> urls = new ArrayList<>();
            for (Path each : ExecutableJar.classPath(entry)) {
                urls.add(each.toUri().toURL());
            }
            return urls;
        } catch (IOException e) {
            throw new UsageException("The class path contains " + entry + ", which cannot be read (" + e + ").");
        }
    }
}
