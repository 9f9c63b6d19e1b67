package dev.migrate.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A migration program without a library: it runs the statements and changes the version table, with a separate commit
 * for each, and cannot resume after a crash. Not thread-safe.
 */
final class PlainUpgrade implements AutoCloseable {

    private static final String VERSION_TABLE = "CREATE TABLE IF NOT EXISTS alembic_version ("
            + "version_num VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,"
            + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)) ENGINE=InnoDB";

    private final Statement statement;
    private String version = "";

    /** Reads the current revision. */
    PlainUpgrade(Connection connection) throws SQLException {
        statement = connection.createStatement();
        statement.execute(VERSION_TABLE);
        try (ResultSet rows = statement.executeQuery("SELECT version_num FROM alembic_version")) {
            while (rows.next()) {
                version = rows.getString(1);
            }
        }
    }

    /** Runs all pending migrations. */
    static void run(Connection connection, List<PlainMigration> migrations) throws SQLException {
        try (PlainUpgrade upgrade = new PlainUpgrade(connection)) {
            for (PlainMigration migration : upgrade.missing(migrations)) {
                upgrade.run(migration);
            }
        }
    }

    private List<PlainMigration> missing(List<PlainMigration> migrations) {
        int done = 0;
        if (!version.isEmpty()) {
            while (!migrations.get(done).id().equals(version)) {
                done++;
            }
            done++;
        }
        return migrations.subList(done, migrations.size());
    }

    /** Runs one migration. */
    void run(PlainMigration migration) throws SQLException {
        for (String sql : migration.statements()) {
            statement.execute(sql);
        }
        statement.executeUpdate(
                version.isEmpty()
                        ? "INSERT INTO alembic_version (version_num) VALUES ('" + migration.id() + "')"
                        : "UPDATE alembic_version SET version_num = '" + migration.id() + "' WHERE version_num = '"
                                + version + "'");
        version = migration.id();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
