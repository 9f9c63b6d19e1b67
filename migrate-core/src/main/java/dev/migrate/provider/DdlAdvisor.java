package dev.migrate.provider;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import java.util.List;
import javax.sql.DataSource;

/**
 * Determines what the statements of a plan will cost, before they run: the algorithm, the lock, the size of the tables.
 * Never takes the {@linkplain MigrationLock migration lock} and never writes to the database of the plan. Stateless and
 * thread-safe.
 */
public interface DdlAdvisor {

    /**
     * Determines what operations will cost. If the server can be asked, the statements are executed on empty clones of
     * the tables, so that each one finds the tables as the earlier ones leave them. The clones are removed afterwards.
     *
     * @param database the database of the plan; one of its connections is used at a time
     * @param operations the operations, merged as they will run
     * @return the costs
     * @throws MigrateException if the database cannot be read
     */
    PlanAdvice advise(DataSource database, List<Operation> operations);

    /**
     * Returns whether two statements change the same table in the same way, so that the duration of one is a measurement
     * for the other. A pure function.
     *
     * @param earlier a statement, or the beginning of a long one
     * @param sql another statement
     * @return true if they are comparable
     */
    boolean isComparable(String earlier, String sql);
}
