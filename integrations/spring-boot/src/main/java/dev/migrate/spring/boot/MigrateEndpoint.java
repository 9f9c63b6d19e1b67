package dev.migrate.spring.boot;

import dev.migrate.Migrator;
import java.util.Objects;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator endpoint {@code migrate}: the state of the database. Each call reads it; nothing is changed. */
@Endpoint(id = "migrate")
public final class MigrateEndpoint {

    private static final int JOURNAL_STEPS = 20;

    private final Migrator migrator;

    /**
     * Creates the endpoint.
     *
     * @param migrator the migrator
     */
    public MigrateEndpoint(Migrator migrator) {
        this.migrator = Objects.requireNonNull(migrator, "migrator");
    }

    /**
     * Reads the state of the database.
     *
     * @return the state
     * @throws dev.migrate.error.MigrateException if it cannot be read
     */
    @ReadOperation
    public MigrateDescriptor migrate() {
        return MigrateDescriptor.of(migrator, JOURNAL_STEPS);
    }
}
