package dev.migrate.internal.mysql.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.MySqlProvider;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableLock;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The costs that the advisor reports for each kind of change in {@code online-ddl.txt} equal what the server then does to
 * a table with rows: with each clause, and without any.
 */
class OnlineDdlTest {

    private static final boolean IS_COMPLETE = "all".equals(System.getProperty("advice.cases"));
    private static final int ROWS = 200;
    private static final int SYNTAX_ERROR = 1064;
    /** Every server supports this part of the kinds. */
    private static final double LEAST_PART = 0.8;

    private static final List<String> TABLE = List.of(
            "DROP TABLE IF EXISTS ch, t, t2, p",
            "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL, b VARCHAR(50) NULL, c INT NOT NULL DEFAULT 0,"
                    + " d DECIMAL(10,2) NULL, e ENUM('x', 'y') NULL, dt DATETIME NULL, tx TEXT NULL, KEY ix_c (c))"
                    + " ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4",
            IntStream.rangeClosed(1, ROWS)
                    .mapToObj(id -> "(" + id + ", " + id + ", 'b', 0, 1.5, 'x', '2026-01-01', 'text')")
                    .collect(Collectors.joining(", ", "INSERT INTO t VALUES ", "")));

    /**
     * A kind of change.
     *
     * @param name its name
     * @param isOfEachBuild whether it is tested in every build
     * @param preparation the statements that prepare the table
     * @param statements the statements, of which the last one is the change
     */
    private record Change(String name, boolean isOfEachBuild, List<String> preparation, List<String> statements) {

        static Change of(String line) {
            String[] parts = line.split(" *\\| *", -1);
            boolean isOfEachBuild = parts[0].startsWith("* ");
            return new Change(
                    isOfEachBuild ? parts[0].substring(2) : parts[0], isOfEachBuild, list(parts[1]), list(parts[2]));
        }

        private static List<String> list(String statements) {
            return statements.isBlank() ? List.of() : Arrays.asList(statements.split("; *"));
        }

        String statement() {
            return statements.get(statements.size() - 1);
        }
    }

    private static List<Change> changes() throws IOException {
        try (InputStream file = Objects.requireNonNull(OnlineDdlTest.class.getResourceAsStream("online-ddl.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Change::of)
                    .filter(change -> IS_COMPLETE || change.isOfEachBuild())
                    .toList();
        }
    }

    /** What the server does: the cost, or the code of its error. */
    private record Reality(
            @Nullable DdlAlgorithm algorithm, @Nullable TableLock lock, boolean isRebuild, int error) {}

    @DatabaseTest
    void theAdviceEqualsWhatTheServerDoes(TestDatabase database) throws SQLException, IOException {
        TreeMap<String, String> differences = new TreeMap<>();
        List<Change> changes = changes();
        int tested = 0;
        try (Connection connection = database.dataSource().getConnection()) {
            for (Change change : changes) {
                if (!prepare(connection, change)) {
                    continue;
                }
                tested++;
                StatementAdvice advice = advice(database, change);
                Reality reality = withClauses(connection, database, change);
                prepare(connection, change);
                boolean isRebuilt = withoutClauses(connection, database, change);
                if (!isEqual(advice, reality, isRebuilt)) {
                    differences.put(
                            change.name(),
                            "advice: " + advice + "\n  with clauses: " + reality + "\n  without: " + isRebuilt + "\n");
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(tested).isGreaterThan((int) (changes.size() * LEAST_PART));
    }

    /** Returns false if the server does not support the statements. */
    private static boolean prepare(Connection connection, Change change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 1");
            for (String sql : TABLE) {
                statement.execute(sql);
            }
            for (String sql : change.preparation()) {
                statement.execute(sql);
            }
            return true;
        } catch (SQLException e) {
            assertThat(e.getErrorCode()).as("%s: %s", change.name(), e).isEqualTo(SYNTAX_ERROR);
            return false;
        }
    }

    private static StatementAdvice advice(TestDatabase database, Change change) {
        List<Operation> operations = new ArrayList<>();
        change.statements().forEach(sql -> operations.add(new ExecuteSql(sql, List.of())));
        List<List<StatementAdvice>> advice = new MySqlProvider()
                .ddlAdvisor()
                .advise(database.dataSource(), operations, Duration.ZERO)
                .statements();
        return advice.get(advice.size() - 1).get(0);
    }

    private static Reality withClauses(Connection connection, TestDatabase database, Change change)
            throws SQLException {
        TableStatement parsed = TableStatement.of(change.statement(), new SqlSyntax(false, true, true))
                .orElseThrow();
        TableIds ids = TableIds.of(connection, database.name());
        List<Long> before = ids.read();
        try (Statement statement = connection.createStatement()) {
            for (String sql : change.statements().subList(0, change.statements().size() - 1)) {
                statement.execute(sql);
            }
            for (DdlAlgorithm algorithm : DdlAlgorithm.values()) {
                for (TableLock lock : TableLock.values()) {
                    boolean isBare = algorithm == DdlAlgorithm.INSTANT
                            && !database.server().isMariaDb();
                    String sql = parsed.with(algorithm, isBare ? null : lock);
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        continue;
                    }
                    boolean isCopied = statement.getUpdateCount() > 0;
                    return new Reality(
                            isCopied ? DdlAlgorithm.COPY : algorithm,
                            lock,
                            isCopied || Boolean.TRUE.equals(ids.isRebuilt(before)),
                            0);
                }
            }
            try {
                statement.execute(change.statement());
                return new Reality(null, null, Boolean.TRUE.equals(ids.isRebuilt(before)), 0);
            } catch (SQLException e) {
                return new Reality(null, null, false, e.getErrorCode());
            }
        }
    }

    /** Returns whether the server has rebuilt the table. */
    private static boolean withoutClauses(Connection connection, TestDatabase database, Change change)
            throws SQLException {
        TableIds ids = TableIds.of(connection, database.name());
        List<Long> before = ids.read();
        try (Statement statement = connection.createStatement()) {
            for (String sql : change.statements()) {
                statement.execute(sql);
            }
            return statement.getUpdateCount() > 0 || Boolean.TRUE.equals(ids.isRebuilt(before));
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isEqual(StatementAdvice advice, Reality reality, boolean isRebuilt) {
        DdlCost cost = Objects.requireNonNull(advice.cost(), advice.sql());
        String rejection = advice.rejection();
        if (reality.error() != 0) {
            return rejection != null && rejection.contains("server code " + reality.error() + ",");
        }
        boolean isRebuild = Boolean.TRUE.equals(cost.isRebuild());
        return rejection == null
                && cost.algorithm() == reality.algorithm()
                && cost.lock() == reality.lock()
                && isRebuild == reality.isRebuild()
                && isRebuild == isRebuilt;
    }
}
