package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.HistoryException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A statement that lacks a privilege names the GRANT. Executed as it is printed, the GRANT lets the statement pass. */
class MissingPrivilegeTest {

    private static final Map<String, String> BY_STATEMENT = new LinkedHashMap<>();

    static {
        BY_STATEMENT.put("ALTER TABLE t ADD COLUMN c INT", "ALTER ON");
        BY_STATEMENT.put("CREATE INDEX i ON t (id)", "INDEX ON");
        BY_STATEMENT.put("DROP TABLE t", "DROP ON");
        BY_STATEMENT.put("/* rows */ UPDATE t SET id = 1", "UPDATE ON");
        BY_STATEMENT.put("CREATE VIEW v AS SELECT 1", "CREATE VIEW ON");
        BY_STATEMENT.put("CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @a = 1", "TRIGGER ON");
        BY_STATEMENT.put("CREATE PROCEDURE p() SELECT 1", "CREATE ROUTINE ON");
        BY_STATEMENT.put("CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1", "EVENT ON");
        BY_STATEMENT.put("DROP PROCEDURE q", "ALTER ROUTINE ON");
        BY_STATEMENT.put("CALL q()", "EXECUTE ON");
        BY_STATEMENT.put("CREATE USER migrate_test_other", "CREATE USER ON *.*");
        BY_STATEMENT.put("UPDATE #other#.t SET id = 1", "UPDATE ON `#other#`.*");
    }

    @SuppressWarnings("NullAway.Init") // Each test sets it.
    private TestDatabase used;

    private String user() {
        return "u_" + used.name();
    }

    private String other() {
        return used.name() + "_other";
    }

    @AfterEach
    void dropUser() {
        used.execute(
                "DROP USER IF EXISTS '" + user() + "'@'%', migrate_test_other", "DROP DATABASE IF EXISTS " + other());
    }

    private Migrator migrator(String sql) {
        return Migrator.builder()
                .dataSource(used.dataSource(user(), "pw", used.name()))
                .migrations(new OneStatement(sql))
                .build();
    }

    @DatabaseTest
    void theGrantIsNamedAndIsEnough(TestDatabase database) {
        used = database;
        database.execute(
                "CREATE USER '" + user() + "'@'%' IDENTIFIED BY 'pw'",
                "CREATE TABLE t (id INT)",
                "CREATE DATABASE " + other(),
                "CREATE TABLE " + other() + ".t (id INT)",
                "CREATE PROCEDURE q() SELECT 1");
        String everything = "'" + user() + "'@'%'";
        for (Map.Entry<String, String> expected : BY_STATEMENT.entrySet()) {
            Migrator.builder().dataSource(database.dataSource()).build().init();
            database.execute(
                    "REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + everything,
                    "GRANT SELECT ON " + database.name() + ".* TO " + everything);
            grantHistory(database, everything);
            String sql = expected.getKey().replace("#other#", other());

            assertThat(followedUntilItPasses(sql))
                    .as(sql)
                    .anyMatch(remedy -> remedy.contains(expected.getValue().replace("#other#", other())))
                    .allMatch(remedy -> remedy.contains("TO '" + user() + "'@'%' as an administrator and run again"));
            database.execute(
                    "DROP TABLE IF EXISTS alembic_version, alembic_version_journal, t",
                    "DROP PROCEDURE IF EXISTS q",
                    "CREATE TABLE t (id INT)",
                    "CREATE PROCEDURE q() SELECT 1");
        }
    }

    /** Executes what the errors recommend; the server names one missing privilege at a time. */
    private Set<String> followedUntilItPasses(String sql) {
        Set<String> remedies = new LinkedHashSet<>();
        StatementFailedException failure = failure(sql);
        while (failure != null) {
            assertThat(remedies.add(failure.remedy())).as(failure.getMessage()).isTrue();
            used.execute(failure.remedy()
                    .replaceFirst("Execute (?:SET GLOBAL .*, or )?(GRANT .*?) as an administrator.*", "$1"));
            failure = failure(sql);
        }
        return remedies;
    }

    private @Nullable StatementFailedException failure(String sql) {
        return catchThrowableOfType(
                StatementFailedException.class, () -> migrator(sql).upgrade());
    }

    private static void grantHistory(TestDatabase database, String account) {
        for (String table : new String[] {"alembic_version", "alembic_version_journal"}) {
            database.execute("GRANT INSERT, UPDATE, DELETE ON " + database.name() + "." + table + " TO " + account);
        }
    }

    @DatabaseTest
    void theGrantForTheVersionTableIsNamed(TestDatabase database) {
        used = database;
        database.execute(
                "CREATE USER '" + user() + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT ON " + database.name() + ".* TO '" + user() + "'@'%'");

        HistoryException failure = catchThrowableOfType(
                HistoryException.class, () -> migrator("SELECT 1").upgrade());

        assertThat(failure.remedy())
                .isEqualTo("Execute GRANT CREATE ON `" + database.name() + "`.* TO '" + user()
                        + "'@'%' as an administrator, and run again.");
    }

    /** One statement. */
    @Revision(id = "001")
    record OneStatement(String sql) implements Migration {
        @Override
        public void up(Operations op) {
            op.execute(sql);
        }
    }
}
