package dev.migrate.provider;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a plan will cost. Immutable.
 *
 * @param statements the statements of each operation, in the order of the operations
 * @param replication whether the server replicates the statements
 * @param freeBytes the free space for tables, or null if the server does not report it
 * @param remarks what could not be determined, as complete sentences
 */
public record PlanAdvice(
        List<List<StatementAdvice>> statements,
        Replication replication,
        @Nullable Long freeBytes,
        List<String> remarks) {

    /** Copies the lists. */
    public PlanAdvice {
        statements = statements.stream().map(List::copyOf).toList();
        Objects.requireNonNull(replication, "replication");
        remarks = List.copyOf(remarks);
    }

    /**
     * The replication of statements to other servers. Immutable.
     *
     * @param isLogged whether the server writes the log that replicas read
     * @param format the format of the log, or null if there is none
     * @param replicas the number of connected replicas, or null if the user may not see them
     */
    public record Replication(
            boolean isLogged,
            @Nullable String format,
            @Nullable Integer replicas) {

        /**
         * Returns whether replicas execute a statement again after it has ended on this server, and lag behind meanwhile.
         *
         * @return true if the server writes a log, unless it is known that no replica reads it
         */
        public boolean mayLag() {
            return isLogged && (replicas == null || replicas > 0);
        }
    }
}
