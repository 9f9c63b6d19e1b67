package dev.migrate.test;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;
import dev.migrate.model.EntityModel;
import dev.migrate.model.EntityModelBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of {@code migrate.properties} that matter for tests; those in the section {@code env.test} take precedence.
 * Immutable.
 */
final class ProjectFile {

    static final String FILE_NAME = "migrate.properties";

    private static final String SECTION = "env.test.";
    private static final String HIBERNATE = "hibernate.";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final Path folder;
    private final Map<String, String> values;
    private final Map<String, String> variables;

    private ProjectFile(Path folder, Map<String, String> values, Map<String, String> variables) {
        this.folder = folder;
        this.values = values;
        this.variables = variables;
    }

    /** Finds the file in a folder or its parents. */
    static Optional<ProjectFile> find(Path start, Map<String, String> variables) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(new ProjectFile(folder, read(file), variables));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> read(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new TestDatabaseException(
                    "The file " + file + " cannot be read.", "Check that it is a properties file in UTF-8.", e);
        }
        Map<String, String> values = new TreeMap<>();
        read.stringPropertyNames()
                .forEach(key -> values.put(key, read.getProperty(key).strip()));
        return values;
    }

    /** Returns the value of a key; empty if it is not set, or needs an environment variable that is not set. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.getOrDefault(SECTION + key, values.get(key)))
                .filter(value -> !value.isEmpty())
                .flatMap(this::withVariables)
                .filter(value -> !value.isEmpty());
    }

    private Optional<String> withVariables(String value) {
        Matcher variable = VARIABLE.matcher(value);
        StringBuilder replaced = new StringBuilder();
        while (variable.find()) {
            String byDefault = variable.group(2);
            String set = variables.getOrDefault(variable.group(1), "");
            if (set.isEmpty() && byDefault == null) {
                return Optional.empty();
            }
            variable.appendReplacement(replaced, Matcher.quoteReplacement(set.isEmpty() ? byDefault : set));
        }
        return Optional.of(variable.appendTail(replaced).toString());
    }

    /** Returns the server; empty if no URL is set. */
    Optional<ServerSource> server() {
        return value("url")
                .map(url -> ServerSource.of(
                        "the key url in " + folder.resolve(FILE_NAME),
                        ServerUrl.of(url, "the key url in " + folder.resolve(FILE_NAME))
                                .with("user", value("user"))
                                .with("password", value("password").or(this::passwordOfFile))));
    }

    private Optional<String> passwordOfFile() {
        return value("password-file").map(folder::resolve).map(file -> {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new TestDatabaseException(
                        "The password file " + file + " cannot be read.", "Check the key password-file.", e);
            }
        });
    }

    /** Returns the migrations, and the model if the file names one; empty if it names no migrations. */
    Optional<Consumer<MigratorBuilder>> migrations(ClassLoader loader) {
        Optional<Consumer<MigratorBuilder>> migrations = value("package")
                .<Consumer<MigratorBuilder>>map(name -> builder -> builder.scan(name, loader))
                .or(() -> value("migrations").map(name -> builder -> builder.sources(folder.resolve(name), loader)));
        Optional<String> environment = value("environment");
        if (migrations.isEmpty() && environment.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(builder -> {
            migrations.ifPresent(source -> source.accept(builder));
            value("version-table").ifPresent(builder::versionTable);
            value("entities").ifPresent(packages -> builder.model(entities(packages, loader)));
            environment.ifPresent(
                    name -> builder.instance(name, Environment.class, loader).configure(builder));
        });
    }

    private EntityModel entities(String packages, ClassLoader loader) {
        EntityModelBuilder model = EntityModel.builder().classLoader(loader);
        Arrays.stream(packages.split(",")).map(String::strip).forEach(model::scan);
        values.keySet().stream()
                .map(key -> key.startsWith(SECTION) ? key.substring(SECTION.length()) : key)
                .filter(key -> key.startsWith(HIBERNATE))
                .distinct()
                .forEach(key -> value(key).ifPresent(value -> model.setting(key, value)));
        return model.build();
    }
}
