package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.TableLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Executes a statement on an empty clone with each algorithm and lock, the strictest combination first, until the server
 * accepts one. Not thread-safe.
 */
final class AlgorithmTrial {

    /**
     * The codes with which servers reject an algorithm or a lock rather than the statement: unknown or unsupported
     * (1800, 1845, 1846), INSTANT with a lock (1221), not in this form of the statement (1064), too many row versions
     * (4092, 4158).
     */
    private static final Set<Integer> REJECTED_CLAUSE = Set.of(1064, 1221, 1800, 1845, 1846, 4092, 4158);

    private static final String REJECTED_ALGORITHM = "ALGORITHM=";

    private final Connection connection;
    private final boolean isMariaDb;
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
        this.isMariaDb = isMariaDb;
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
        boolean isWholeTable = statement.isOfWholeTable();
        List<Long> before = isWholeTable || statement.hasClauses() ? ids.read() : List.of();
        if (!statement.hasClauses()) {
            for (DdlAlgorithm algorithm : DdlAlgorithm.values()) {
                if (algorithm == DdlAlgorithm.INPLACE && !isWholeTable) {
                    // Reading them takes a server with many tables some time, and the others do not depend on them.
                    before = ids.read();
                }
                Result result = execute(statement, algorithm, before);
                if (result != null) {
                    return result;
                }
            }
        }
        Duration elapsed = timed(statement.sql());
        return new Result(new DdlCost(null, null, ids.isRebuilt(before), DdlCost.Source.UNKNOWN), elapsed);
    }

    private @Nullable Result execute(TableStatement statement, DdlAlgorithm algorithm, List<Long> before)
            throws SQLException {
        if (algorithm == DdlAlgorithm.INSTANT && !isMariaDb) {
            // MySQL accepts no lock with this algorithm: others read and write.
            Attempt attempt = attempt(statement.with(algorithm.name(), null));
            return attempt.elapsed == null
                    ? null
                    : result(statement, algorithm, TableLock.NONE, before, attempt.elapsed);
        }
        for (TableLock lock : TableLock.values()) {
            Attempt attempt = attempt(statement.with(algorithm.name(), lock.name()));
            if (attempt.elapsed != null) {
                return result(statement, algorithm, lock, before, attempt.elapsed);
            }
            if (!attempt.isLockRejected) {
                return null;
            }
        }
        return null;
    }

    private Result result(
            TableStatement statement, DdlAlgorithm algorithm, TableLock lock, List<Long> before, Duration elapsed)
            throws SQLException {
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
            boolean isClause = REJECTED_CLAUSE.contains(e.getErrorCode());
            return new Attempt(null, isClause && !String.valueOf(e.getMessage()).startsWith(REJECTED_ALGORITHM));
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
