package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the migrations are. */
final class MigrationOptions {

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

    MigratorBuilder addTo(MigratorBuilder builder) {
        return builder.scan(packageName(), classLoader());
    }

    /** Takes a package without migrations, too. */
    MigratorBuilder addIfPresentTo(MigratorBuilder builder) {
        return builder.scanIfPresent(packageName(), classLoader());
    }

    String packageName() {
        if (packageName == null) {
            throw new UsageException("Say where the migrations are: --package NAME, and --classpath PATH.");
        }
        return packageName;
    }

    /** It stays open: the migrations may load classes for as long as the process lives. */
    private ClassLoader classLoader() {
        return new URLClassLoader(urls(), MigrationOptions.class.getClassLoader());
    }

    private URL[] urls() {
        List<URL> urls = new ArrayList<>();
        String entries = classpath == null ? "" : classpath;
        for (String entry : entries.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                urls.add(urlOf(Path.of(entry)));
            }
        }
        return urls.toArray(URL[]::new);
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
