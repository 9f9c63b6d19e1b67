package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import dev.migrate.model.EntityModel;
import dev.migrate.model.EntityModelBuilder;
import dev.migrate.model.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the wanted schema comes from. */
final class ModelOptions {

    @Option(
            names = "--entities",
            scope = ScopeType.INHERIT,
            paramLabel = "PACKAGE",
            description = "The package of the JPA entities that the database shall fit; those below it count as well."
                    + " May be given several times. Needs Hibernate on the class path.")
    private List<String> entities = new ArrayList<>();

    @Option(
            names = "--hibernate",
            scope = ScopeType.INHERIT,
            paramLabel = "SETTING=VALUE",
            description = "A setting that the application gives to Hibernate, for instance its naming strategy.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--model",
            scope = ScopeType.INHERIT,
            paramLabel = "CLASS",
            description = "A class that implements dev.migrate.model.Model and has a constructor without parameters.")
    private @Nullable String modelClass;

    @Option(
            names = "--schema",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A file of SQL that creates the wanted schema; it runs in a scratch database.")
    private @Nullable Path schema;

    boolean isGiven() {
        return !entities.isEmpty() || modelClass != null || schema != null;
    }

    MigratorBuilder addTo(MigratorBuilder builder, ClassLoader loader) {
        return isGiven() ? builder.model(model(loader)) : builder;
    }

    private Model model(ClassLoader loader) {
        int given = (entities.isEmpty() ? 0 : 1) + (modelClass == null ? 0 : 1) + (schema == null ? 0 : 1);
        if (given > 1) {
            throw new UsageException("Give one of --entities, --model and --schema.");
        }
        if (schema != null) {
            return Model.ofScript(schema);
        }
        if (modelClass != null) {
            return instanceOf(modelClass, loader);
        }
        EntityModelBuilder builder = EntityModel.builder().classLoader(loader).settings(settings);
        entities.forEach(builder::scan);
        return builder.build();
    }

    private static Model instanceOf(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(Model.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new UsageException("The model " + name + " cannot be made (" + e
                    + "): it has to be on the class path," + " public, implement " + Model.class.getName()
                    + " and have a constructor without parameters.");
        }
    }
}
