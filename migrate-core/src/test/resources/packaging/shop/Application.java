package shop;

import dev.migrate.Migrator;
import dev.migrate.model.EntityModel;
import dev.migrate.model.ModelContext;
import dev.migrate.operation.Operation;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.springframework.boot.devtools.restart.Restarter;

/** Prints what Migrate finds in the packages of the application. */
public final class Application {

    private static final ServerVersion SERVER = DatabaseProviders.serverVersion("9.7.0");

    private Application() {}

    public static void main(String[] arguments) {
        List<String> options = List.of(arguments);
        if (options.contains("restart")) {
            Restarter.initialize(arguments);
        }
        if (options.contains("messages")) {
            System.out.println(messages());
            return;
        }
        System.out.println(migrations());
        // As a thread of the common pool has it.
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        System.out.println(migrations());
        if (options.contains("entities")) {
            System.out.println(entities());
        }
    }

    private static List<String> messages() {
        return Migrator.builder().scan("shop.migrations").build().authoring().heads().stream()
                .map(head -> head.revision().message())
                .toList();
    }

    /** The second package contains an SQL file and no class, and is not open. */
    private static List<String> migrations() {
        Migrator migrator =
                Migrator.builder().scan("shop.migrations").scan("shop.scripts").build();
        return migrator.toSql(Direction.UP, "head", SERVER).steps().stream()
                .flatMap(step -> step.operations().stream())
                .map(Operation::description)
                .toList();
    }

    private static List<String> entities() {
        Schema schema = EntityModel.builder().scan("shop.entities").build().schema(new ModelContext() {
            @Override
            public ServerVersion server() {
                return SERVER;
            }

            @Override
            public Schema schemaAfter(String name, String script) {
                throw new IllegalStateException("An entity model runs no script.");
            }
        });
        return schema.tables().stream().map(Table::name).toList();
    }
}
