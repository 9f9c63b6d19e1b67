package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.TableLock;
import java.util.ArrayList;
import java.util.List;

/**
 * The clauses with which a statement specifies how the server changes a table. Immutable.
 *
 * @param algorithm the algorithm
 * @param lock the lock
 * @param hasLock whether the statement specifies the lock: MySQL accepts no lock with INSTANT
 */
record DdlClauses(DdlAlgorithm algorithm, TableLock lock, boolean hasLock) {

    /** Returns all clauses of a product, the cheapest algorithm and the least restrictive lock first. */
    static List<DdlClauses> all(boolean isMariaDb) {
        List<DdlClauses> all = new ArrayList<>();
        for (DdlAlgorithm algorithm : DdlAlgorithm.values()) {
            if (isMariaDb || (algorithm != DdlAlgorithm.INSTANT && algorithm != DdlAlgorithm.NOCOPY)) {
                for (TableLock lock : TableLock.values()) {
                    all.add(new DdlClauses(algorithm, lock, true));
                }
            } else if (algorithm == DdlAlgorithm.INSTANT) {
                all.add(new DdlClauses(algorithm, TableLock.NONE, false));
            }
        }
        return all;
    }

    /** Returns a statement with these clauses. */
    String in(TableStatement statement) {
        return statement.with(algorithm, hasLock ? lock : null);
    }
}
