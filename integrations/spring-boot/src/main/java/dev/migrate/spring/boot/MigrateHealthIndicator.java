package dev.migrate.spring.boot;

import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import dev.migrate.journal.JournalStep;
import dev.migrate.revision.RevisionNode;
import java.util.Objects;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health contributor {@code migrate}: out of service while the database lacks a revision that the application needs.
 * A step that another instance is running, or that was interrupted, is a detail: a newer version of the application may
 * migrate the database while this one works with it.
 */
public final class MigrateHealthIndicator extends AbstractHealthIndicator {

    private final Migrator migrator;

    /**
     * Creates the indicator.
     *
     * @param migrator the migrator
     */
    public MigrateHealthIndicator(Migrator migrator) {
        super("The state of the migrations could not be read.");
        this.migrator = Objects.requireNonNull(migrator, "migrator");
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        CheckResult check = migrator.check();
        boolean isComplete = check.pending().isEmpty()
                && check.foreign().isEmpty()
                && check.journalOnly().isEmpty();
        (isComplete ? builder.up() : builder.outOfService())
                .withDetail(
                        "pending",
                        check.pending().stream().map(RevisionNode::id).toList());
        if (!check.foreign().isEmpty()) {
            builder.withDetail("foreign", check.foreign());
        }
        JournalStep interrupted = check.interrupted();
        if (interrupted != null) {
            builder.withDetail("interrupted", interrupted.revision()).withDetail("remedy", interrupted.remedy());
        }
    }
}
