package dev.migrate.micrometer;

import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The result of a check, or its failure, which is repeated after a period. Thread-safe. */
final class RecentCheck {

    private final Migrator migrator;
    private final Duration period;
    private @Nullable CheckResult result;
    private boolean isRead;
    private long readAt;

    RecentCheck(Migrator migrator, Duration period) {
        this.migrator = migrator;
        this.period = period;
    }

    /** Returns a value of the result, or NaN if the database cannot be read. */
    synchronized double measure(ToDoubleFunction<CheckResult> value) {
        if (!isRead || System.nanoTime() - readAt >= period.toNanos()) {
            result = read();
            isRead = true;
            readAt = System.nanoTime();
        }
        return result == null ? Double.NaN : value.applyAsDouble(result);
    }

    private @Nullable CheckResult read() {
        try {
            CheckResult check = migrator.check();
            boolean isHistoryRead = !check.missingPrivileges().contains("SELECT");
            return isHistoryRead ? check : null;
        } catch (MigrateException e) {
            return null;
        }
    }
}
