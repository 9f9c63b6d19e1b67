package dev.migrate.spring.boot;

import dev.migrate.Authoring;
import dev.migrate.MigratorBuilder;
import dev.migrate.diff.Change;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.model.EntityModel;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;

/**
 * Compares the migrated database with the entities of the application when all beans exist. The database is only read.
 * Tables that no entity describes are not compared: other parts of the application may use them.
 */
final class EntityCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(EntityCheck.class);

    private final MigratorFactory migrators;
    private final ObjectProvider<EntityManagerFactory> factories;
    private final CheckEntities wanted;

    EntityCheck(MigratorFactory migrators, ObjectProvider<EntityManagerFactory> factories, CheckEntities wanted) {
        this.migrators = migrators;
        this.factories = factories;
        this.wanted = wanted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (wanted != CheckEntities.NONE) {
            ofMigratedDatabase().forEach(this::check);
        }
    }

    /** The only factory; of several, those that are connected to the migrated database. */
    private List<EntityManagerFactory> ofMigratedDatabase() {
        List<EntityManagerFactory> all = factories.stream().toList();
        return all.size() < 2
                ? all
                : all.stream().filter(this::isOfMigratedDatabase).toList();
    }

    private boolean isOfMigratedDatabase(EntityManagerFactory factory) {
        return factory instanceof EntityManagerFactoryInfo info
                && info.getDataSource() != null
                && migrators.dataSource().isOf(info.getDataSource());
    }

    private void check(EntityManagerFactory factory) {
        MigratorBuilder builder = migrators.createForComparison();
        if (!builder.hasModel()) {
            builder.model(EntityModel.from(factory));
        }
        Authoring authoring = builder.build().authoring();
        List<String> differences = differences(authoring.diff(), authoring);
        if (!differences.isEmpty()) {
            react(EntityMismatchException.of(differences));
        }
    }

    private void react(EntityMismatchException mismatch) {
        if (wanted == CheckEntities.FAIL) {
            throw mismatch;
        }
        LOG.warn(mismatch.getMessage());
    }

    private static List<String> differences(SchemaDiff diff, Authoring authoring) {
        Set<String> undescribed = diff.changes().stream()
                .map(Change::operation)
                .filter(DropTable.class::isInstance)
                .map(operation -> ((DropTable) operation).table())
                .collect(Collectors.toSet());
        List<String> differences = new ArrayList<>();
        for (Change change : diff.changes()) {
            if (!isUndescribed(change.operation(), undescribed)) {
                differences.add(described(change, authoring));
            }
        }
        differences.addAll(diff.remarks());
        return differences;
    }

    private static boolean isUndescribed(Operation operation, Set<String> undescribed) {
        return operation instanceof DropTable
                || operation instanceof DropSequence
                || (operation instanceof DropForeignKey key && undescribed.contains(key.table()));
    }

    private static String described(Change change, Authoring authoring) {
        List<String> details = authoring.details(change);
        String operation = change.operation().description();
        return details.isEmpty() ? operation : operation + " (" + String.join("; ", details) + ")";
    }
}
