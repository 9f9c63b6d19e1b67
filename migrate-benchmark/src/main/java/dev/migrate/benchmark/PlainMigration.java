package dev.migrate.benchmark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration as a program without any library has it, run as such a program would: each statement is committed by
 * itself, and nothing tells where it stood when it died.
 *
 * @param id the id of the revision
 * @param statements its statements
 */
record PlainMigration(String id, List<String> statements) {

    private static final String VERSION_TABLE = "CREATE TABLE IF NOT EXISTS alembic_version ("
            + "version_num VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,"
            + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)) ENGINE=InnoDB";

    /** Runs what is missing, on one connection, with one change of the version table per migration. */
    static void upgrade(Connection connection, List<PlainMigration> migrations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(VERSION_TABLE);
            String version = "";
            try (var rows = statement.executeQuery("SELECT version_num FROM alembic_version")) {
                while (rows.next()) {
                    version = rows.getString(1);
                }
            }
            int done = 0;
            while (!version.isEmpty() && done < migrations.size() && !isAt(version, migrations, done)) {
                done++;
            }
            for (PlainMigration migration : migrations.subList(done, migrations.size())) {
                for (String sql : migration.statements) {
                    statement.execute(sql);
                }
                statement.executeUpdate(
                        version.isEmpty()
                                ? "INSERT INTO alembic_version (version_num) VALUES ('" + migration.id + "')"
                                : "UPDATE alembic_version SET version_num = '" + migration.id
                                        + "' WHERE version_num = '" + version + "'");
                version = migration.id;
            }
        }
    }

    private static boolean isAt(String version, List<PlainMigration> migrations, int done) {
        return done > 0 && migrations.get(done - 1).id.equals(version);
    }

    /** Writes migrations for another process. */
    static void write(List<PlainMigration> migrations, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(migrations.size());
            for (PlainMigration migration : migrations) {
                out.writeUTF(migration.id);
                out.writeInt(migration.statements.size());
                for (String statement : migration.statements) {
                    out.writeUTF(statement);
                }
            }
        }
    }

    static List<PlainMigration> read(Path file) throws IOException {
        List<PlainMigration> migrations = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                String id = in.readUTF();
                List<String> statements = new ArrayList<>();
                int count = in.readInt();
                for (int k = 0; k < count; k++) {
                    statements.add(in.readUTF());
                }
                migrations.add(new PlainMigration(id, statements));
            }
        }
        return migrations;
    }
}
