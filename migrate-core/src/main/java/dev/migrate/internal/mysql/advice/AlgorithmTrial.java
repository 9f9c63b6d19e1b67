package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.TableLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executes a statement on an empty clone with each algorithm and lock, the strictest combination first, until the
 * server accepts one. A statement with clauses of its own is executed with these only. Not thread-safe.
 */
final class AlgorithmTrial {

    private static final String REJECTED_ALGORITHM = "ALGORITHM=";

    private final Connection connection;
    private final List<DdlClauses> all;
    private final TableIds ids;

    /**
     * Creates a trial.
     *
     * @param connection a connection whose current database is the scratch database
     * @param isMariaDb whether the server is MariaDB
     * @param ids shows which tables were rebuilt
     */
    AlgorithmTrial(Connection connection, boolean isMariaDb, TableIds ids) {
        this.connection = connection;
        this.all = DdlClauses.all(isMariaDb);
        this.ids = ids;
    }

    /**
     * The result of a trial.
     *
     * @param cost the cost
     * @param elapsed the duration of the accepted statement
     */
    record Result(DdlCost cost, Duration elapsed) {}

    /**
     * Executes a statement.
     *
     * @throws SQLException if the server rejects it without any clause
     */
    Result execute(TableStatement statement) throws SQLException {
        boolean isReadEarly = statement.isOfWholeTable() || statement.hasClauses();
        List<Long> before = isReadEarly ? ids.read() : List.of();
        DdlAlgorithm rejected = null;
        for (DdlClauses clauses : statement.hasClauses() ? List.<DdlClauses>of() : all) {
            if (clauses.algorithm() == DdlAlgorithm.INPLACE && before.isEmpty()) {
                // Reading them takes a server with many tables some time, and the others do not depend on them.
                before = ids.read();
            }
            if (clauses.algorithm() == rejected) {
                continue;
            }
            Attempt attempt = attempt(clauses.in(statement));
            if (attempt.elapsed != null) {
                return result(statement, clauses, before, attempt.elapsed);
            }
            rejected = attempt.isLockRejected ? null : clauses.algorithm();
        }
        Duration elapsed = timed(statement.sql());
        DdlCost.Source source = statement.hasClauses() ? DdlCost.Source.SERVER : DdlCost.Source.UNKNOWN;
        return new Result(new DdlCost(statement.algorithm(), statement.lock(), ids.isRebuilt(before), source), elapsed);
    }

    private Result result(TableStatement statement, DdlClauses clauses, List<Long> before, Duration elapsed)
            throws SQLException {
        DdlAlgorithm algorithm = clauses.algorithm();
        TableLock lock = clauses.lock();
        Boolean isRebuilt = ids.isRebuilt(before);
        boolean isCheap = algorithm == DdlAlgorithm.INSTANT || algorithm == DdlAlgorithm.NOCOPY;
        // Measured on MariaDB 10.5 and 10.11: for another engine or other partitions, they are accepted and ignored.
        boolean isIgnored = isCheap && statement.isOfWholeTable() && !Boolean.FALSE.equals(isRebuilt);
        if (isIgnored) {
            return new Result(new DdlCost(DdlAlgorithm.COPY, lock, true, DdlCost.Source.SERVER), elapsed);
        }
        Boolean isRebuild = isCheap ? Boolean.FALSE : algorithm == DdlAlgorithm.COPY ? Boolean.TRUE : isRebuilt;
        return new Result(new DdlCost(algorithm, lock, isRebuild, DdlCost.Source.SERVER), elapsed);
    }

    private Attempt attempt(String sql) throws SQLException {
        try {
            return new Attempt(timed(sql), false);
        } catch (SQLException e) {
            Kind kind = MySqlErrorClassifier.INSTANCE.classify(e).kind();
            if (kind == Kind.CONNECTION_LOST) {
                throw e;
            }
            boolean isAlgorithm = String.valueOf(e.getMessage()).startsWith(REJECTED_ALGORITHM);
            return new Attempt(null, kind == Kind.CLAUSE_REJECTED && !isAlgorithm);
        }
    }

    /** Executes a statement, and returns its duration. */
    Duration timed(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            long start = System.nanoTime();
            statement.execute(sql);
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /** Elapsed is null if the server rejected the statement. */
    private record Attempt(@Nullable Duration elapsed, boolean isLockRejected) {}
}
