package dev.migrate.test;

import dev.migrate.MigrationPlan;
import dev.migrate.Migrator;
import dev.migrate.PlannedStep;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.plan.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migrated databases of a server that are copied for tests. The name of one is a hash of the statements of its
 * migrations and of the server's version, so that the migrations run only once; it stays on the server until it was not
 * used for some days.
 *
 * @param server the server
 */
record Templates(TestServer server) {

    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
    private static final String PREFIX = "migrate_template_";
    /** The table that a complete template has. */
    private static final String MARKER = "migrate_template";

    private static final int HASH_DIGITS = 24;
    private static final int MAX_WAIT_SECONDS = 600;
    private static final String UNUSED = "7 DAY";
    private static final String BASE = "base";

    /** Returns the contents of a database at a target, running the migrations if necessary. */
    DatabaseCopy copy(Project project, String target) {
        String name = PREFIX + hash(project, target);
        try (Connection session = server.connect()) {
            Sql.isOne(session, TestServer.lock(name, MAX_WAIT_SECONDS));
            if (!isComplete(session, name)) {
                create(session, name, project, target);
            }
            Sql.execute(session, "UPDATE " + name + "." + MARKER + " SET used_at = NOW()");
            dropUnused(session);
            Sql.execute(session, TestServer.unlock(name));
            return DatabaseCopy.read(server.dataSource(name), name, MARKER);
        } catch (SQLException e) {
            throw new TestDatabaseException(
                    "The migrated database " + name + " cannot be read: " + e.getMessage() + ".",
                    "Drop it; it is created again.",
                    e);
        }
    }

    private static boolean isComplete(Connection session, String name) throws SQLException {
        return !Sql.column(session, marker(name)).isEmpty();
    }

    private static String marker(String database) {
        return "SELECT table_schema FROM information_schema.tables WHERE table_schema LIKE '"
                + database.replace("_", "\\_") + "' AND table_name = '" + MARKER + "'";
    }

    private void create(Connection session, String name, Project project, String target) throws SQLException {
        server.drop(name);
        server.create(name);
        try {
            if (!target.equals(BASE)) {
                project.migrator(server.dataSource(name)).upgrade(target);
            }
            Sql.execute(
                    session,
                    "CREATE TABLE " + name + "." + MARKER + " (used_at DATETIME NOT NULL)",
                    "INSERT INTO " + name + "." + MARKER + " VALUES (NOW())");
        } catch (SQLException | RuntimeException e) {
            server.drop(name);
            throw e;
        }
    }

    /** Drops the templates of earlier versions of the migrations, and those that a killed process has not completed. */
    private void dropUnused(Connection session) throws SQLException {
        List<String> complete = Sql.column(session, marker(PREFIX + "%"));
        for (String name : Sql.column(session, "SHOW DATABASES LIKE '" + PREFIX.replace("_", "\\_") + "%'")) {
            boolean isKept = complete.contains(name)
                    && !Sql.column(
                                    session,
                                    "SELECT 1 FROM " + name + "." + MARKER + " WHERE used_at > NOW() - INTERVAL "
                                            + UNUSED)
                            .isEmpty();
            if (!isKept && Sql.isOne(session, TestServer.lock(name, 0))) {
                server.drop(name);
                Sql.execute(session, TestServer.unlock(name));
                LOG.info("Dropped the migrated database {}, which no test uses.", name);
            }
        }
    }

    private String hash(Project project, String target) {
        try (OwnedDatabase empty = server.create()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(server.version(), digest);
            if (!target.equals(BASE)) {
                Migrator migrator = project.migrator(empty.dataSource());
                add(migrator.plan(Direction.UP, target), migrator.plan(Direction.UP, target), digest);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MigrationPlan plan, MigrationPlan again, MessageDigest digest) {
        for (int i = 0; i < plan.steps().size(); i++) {
            PlannedStep step = plan.steps().get(i);
            requireEqual(step, again.steps().get(i));
            add(step.revision().id(), digest);
            step.sql().forEach(sql -> add(sql, digest));
            step.operations().forEach(operation -> addCode(operation, digest));
        }
    }

    private static void requireEqual(PlannedStep step, PlannedStep again) {
        for (int i = 0; i < Math.max(step.sql().size(), again.sql().size()); i++) {
            String first = i < step.sql().size() ? step.sql().get(i) : "nothing";
            String second = i < again.sql().size() ? again.sql().get(i) : "nothing";
            if (!first.equals(second)) {
                throw new TestDatabaseException(
                        "The migration " + step.revision().id()
                                + " does not record the same statements each time: first " + first + ", then " + second
                                + ".",
                        "Do not use the clock, random values or the database in up(); compute such values in SQL.");
            }
        }
    }

    private static void add(String text, MessageDigest digest) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** Java code has no statements; the class that contains it is part of the content. */
    private static void addCode(Operation operation, MessageDigest digest) {
        if (operation instanceof RunCode code) {
            Class<?> type = code.work().getClass();
            String name = type.getName().replaceAll("\\$\\$Lambda.*", "").replace('.', '/') + ".class";
            try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                digest.update(bytes == null ? new byte[0] : bytes.readAllBytes());
            } catch (IOException e) {
                throw new TestDatabaseException("The class " + type.getName() + " cannot be read.", "Compile it.", e);
            }
        }
    }
}
