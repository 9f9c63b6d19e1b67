package dev.migrate.test;

import dev.migrate.MigrationPlan;
import dev.migrate.Migrator;
import dev.migrate.error.RevisionException;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database for one test, which can be migrated step by step. Injected by {@link MigratedDatabase}, where
 * {@code @MigratedDatabase("base")} starts with an empty one. Methods of the test with {@link BeforeRevision} and
 * {@link AfterRevision} are called in each upgrade. Not thread-safe.
 *
 * <p>All methods that execute statements throw {@link TestDatabaseException} if one fails, and those that migrate the
 * exceptions of {@link Migrator}.
 */
public final class TestDatabase {

    private static final String BASE = "base";

    private final OwnedDatabase database;
    private final Migrator migrator;
    private final Hooks hooks;

    TestDatabase(OwnedDatabase database, Migrator migrator, Hooks hooks) {
        this.database = database;
        this.migrator = migrator;
        this.hooks = hooks;
    }

    /**
     * Returns the name of the database.
     *
     * @return the name
     */
    public String name() {
        return database.name();
    }

    /**
     * Returns a source of connections to the database.
     *
     * @return the source, which opens a connection on each call
     */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /**
     * Returns the migrator of the database. It does not call the methods with {@link BeforeRevision}.
     *
     * @return the migrator
     */
    public Migrator migrator() {
        return migrator;
    }

    /**
     * Applies the target and everything that it needs, one revision after the other.
     *
     * @param target the target, as {@link Migrator#upgrade} takes it
     * @return this database
     */
    public TestDatabase upgradeTo(String target) {
        pending(target).forEach(this::upgradeOne);
        return this;
    }

    /**
     * Applies everything that a revision needs, but not the revision itself.
     *
     * @param revision the full id
     * @return this database
     */
    public TestDatabase upgradeBefore(String revision) {
        pending(revision).stream().filter(id -> !id.equals(revision)).forEach(this::upgradeOne);
        return this;
    }

    /** Returns the ids of the pending revisions up to a target, in the order of an upgrade. */
    List<String> pending(String target) {
        return ids(migrator.plan(Direction.UP, target)).toList();
    }

    private static Stream<String> ids(MigrationPlan plan) {
        return plan.steps().stream().map(step -> step.revision().id());
    }

    /** Applies a revision whose parents are applied. */
    void upgradeOne(String revision) {
        hooks.before(revision, this);
        migrator.upgrade(revision);
        hooks.after(revision, this);
    }

    /** Calls the methods before a revision, without applying it. */
    void prepare(String revision) {
        hooks.before(revision, this);
    }

    /**
     * Reverts everything after a target.
     *
     * @param target the target, as {@link Migrator#downgrade} takes it
     * @return this database
     */
    public TestDatabase downgradeTo(String target) {
        migrator.downgrade(target);
        return this;
    }

    /**
     * Reverts one applied revision, on which no other applied revision depends.
     *
     * @param revision the full id
     * @return this database
     */
    public TestDatabase downgrade(String revision) {
        migrator.downgrade(targetBefore(revision));
        return this;
    }

    /** Returns the target of a downgrade that reverts only this revision. */
    String targetBefore(String revision) {
        RevisionNode node = migrator.authoring().show(revision).get(0).revision();
        Stream<String> candidates = Stream.concat(
                Stream.of(revision + "@-1"), node.parents().isEmpty() ? Stream.of(BASE) : node.parents().stream());
        return candidates
                .filter(target -> reverts(target, revision))
                .findFirst()
                .orElseThrow(() -> new TestDatabaseException(
                        "The revision " + revision + " cannot be reverted alone.",
                        "Revert the revisions that depend on it first."));
    }

    private boolean reverts(String target, String revision) {
        try {
            return ids(migrator.plan(Direction.DOWN, target)).toList().equals(List.of(revision));
        } catch (RevisionException e) {
            // Another expression may denote the place before this revision.
            return false;
        }
    }

    /**
     * Applies everything up to a revision, reverts the revision, and applies it again.
     *
     * @param revision the full id
     * @return this database
     */
    public TestDatabase roundTrip(String revision) {
        return upgradeTo(revision).downgrade(revision).upgradeTo(revision);
    }

    /**
     * Inserts rows.
     *
     * @param table the name of the table
     * @param rows the values by column, as the JDBC driver accepts them
     * @return this database
     */
    @SafeVarargs
    public final TestDatabase insert(String table, Map<String, ? extends @Nullable Object>... rows) {
        for (Map<String, ? extends @Nullable Object> row : rows) {
            List<String> columns = List.copyOf(row.keySet());
            String sql = "INSERT INTO " + Sql.quoted(table) + " (" + Sql.quoted(columns) + ") VALUES ("
                    + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
            try (Connection connection = dataSource().getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < columns.size(); i++) {
                    statement.setObject(i + 1, row.get(columns.get(i)));
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                throw failed(sql, e);
            }
        }
        return this;
    }

    /**
     * Executes statements, each in its own transaction.
     *
     * @param statements the statements
     * @return this database
     */
    public TestDatabase execute(String... statements) {
        for (String sql : statements) {
            try (Connection connection = dataSource().getConnection()) {
                Sql.execute(connection, sql);
            } catch (SQLException e) {
                throw failed(sql, e);
            }
        }
        return this;
    }

    /**
     * Executes a query.
     *
     * @param sql the query
     * @return the rows, with the values by the label of their column, in the order of the query
     */
    public List<Map<String, @Nullable Object>> query(String sql) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /**
     * Reads the schema of the database, with the version table.
     *
     * @return the schema
     * @throws dev.migrate.error.SchemaException if it cannot be read
     */
    public Schema schema() {
        try (Connection connection = dataSource().getConnection()) {
            return DatabaseProviders.forConnection(connection).schemaReader().read(connection);
        } catch (SQLException e) {
            throw failed("the schema", e);
        }
    }

    /** Reads the server's own definitions of all objects, without the counters and the version table. */
    Definitions definitions() {
        try (Connection connection = dataSource().getConnection()) {
            return Definitions.read(connection, name()).withoutCounters().withoutHistory();
        } catch (SQLException e) {
            throw failed("the definitions", e);
        }
    }

    private TestDatabaseException failed(String what, SQLException cause) {
        return new TestDatabaseException(
                "In the database " + name() + ", this has failed: " + what + ": " + cause.getMessage() + ".",
                "Check the statement, the revision of the database and the data of the test.",
                cause);
    }
}
