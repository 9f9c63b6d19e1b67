package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import dev.migrate.model.EntityModel;
import dev.migrate.model.EntityModelBuilder;
import dev.migrate.model.Model;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options for the target schema and for the objects to compare. */
final class ModelOptions {

    @Option(
            names = "--entities",
            scope = ScopeType.INHERIT,
            paramLabel = "PACKAGE",
            description = "The package of the JPA entities that define the target schema, including subpackages."
                    + " Can be repeated. Requires Hibernate on the class path.")
    private List<String> entities = new ArrayList<>();

    @Option(
            names = "--hibernate",
            scope = ScopeType.INHERIT,
            paramLabel = "SETTING=VALUE",
            description = "A Hibernate setting of the application, for example its naming strategy.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--model",
            scope = ScopeType.INHERIT,
            paramLabel = "CLASS",
            description =
                    "A class that implements dev.migrate.model.Model, on the class path or among the sources of the"
                            + " migrations, with a constructor without parameters.")
    private @Nullable String modelClass;

    @Option(
            names = "--schema",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "An SQL script that creates the target schema; it is executed in a scratch database.")
    private @Nullable Path schema;

    @Option(
            names = "--schema-encoding",
            scope = ScopeType.INHERIT,
            paramLabel = "ENCODING",
            description = "The encoding of the script, for example windows-1252. Default: UTF-8.")
    private @Nullable String schemaEncoding;

    @Option(
            names = "--include",
            scope = ScopeType.INHERIT,
            split = ",",
            paramLabel = "PATTERN",
            description =
                    "Compare only tables and views with these names; * matches any characters. Several patterns are"
                            + " separated by commas.")
    private List<String> include = new ArrayList<>();

    @Option(
            names = "--exclude",
            scope = ScopeType.INHERIT,
            split = ",",
            paramLabel = "PATTERN",
            description = "Exclude tables and views with these names.")
    private List<String> exclude = new ArrayList<>();

    private final ConfigurationOptions configurationOptions;

    ModelOptions(ConfigurationOptions configurationOptions) {
        this.configurationOptions = configurationOptions;
    }

    /** The filter of compared tables. A table must pass all filters. */
    void addFilterTo(MigratorBuilder builder) {
        Configuration configuration = configurationOptions.configuration();
        builder.include(new TableFilter(
                include.isEmpty() ? configuration.list(Key.INCLUDE) : include,
                exclude.isEmpty() ? configuration.list(Key.EXCLUDE) : exclude));
    }

    /** The model of the command line; otherwise, unless the builder has one, the model of the file. */
    void addTo(MigratorBuilder builder, ClassLoader loader) {
        Optional<Key> onCommandLine = onCommandLine();
        if (onCommandLine.isPresent() || !builder.hasModel()) {
            onCommandLine
                    .or(() -> configurationOptions.configuration().oneOf(Key.ENTITIES, Key.MODEL, Key.SCHEMA))
                    .ifPresent(kind -> builder.model(model(kind, builder, loader)));
        }
    }

    private Optional<Key> onCommandLine() {
        List<Key> given = new ArrayList<>();
        if (!entities.isEmpty()) {
            given.add(Key.ENTITIES);
        }
        if (modelClass != null) {
            given.add(Key.MODEL);
        }
        if (schema != null) {
            given.add(Key.SCHEMA);
        }
        if (given.size() > 1) {
            throw new UsageException("Use only one of --entities, --model and --schema.");
        }
        return given.stream().findFirst();
    }

    private Model model(Key kind, MigratorBuilder builder, ClassLoader loader) {
        Configuration configuration = configurationOptions.configuration();
        if (kind == Key.SCHEMA) {
            return Model.ofScript(
                    Optional.ofNullable(schema)
                            .or(() -> configuration.path(Key.SCHEMA))
                            .orElseThrow(),
                    charset(Optional.ofNullable(schemaEncoding)
                            .or(() -> configuration.text(Key.SCHEMA_ENCODING))
                            .orElse("UTF-8")));
        }
        if (kind == Key.MODEL) {
            String name = Optional.ofNullable(modelClass)
                    .or(() -> configuration.text(Key.MODEL))
                    .orElseThrow();
            return builder.instance(name, Model.class, loader);
        }
        EntityModelBuilder ofEntities = EntityModel.builder()
                .classLoader(loader)
                .settings(configuration.prefixed(Key.HIBERNATE))
                .settings(settings);
        (entities.isEmpty() ? configuration.list(Key.ENTITIES) : entities).forEach(ofEntities::scan);
        return ofEntities.build();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("There is no encoding " + name + "; use, for example, UTF-8 or windows-1252.");
        }
    }
}
