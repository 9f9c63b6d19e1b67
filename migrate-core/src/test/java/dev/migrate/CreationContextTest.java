package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Views, triggers, routines and events are restored with the session settings of their original creation. */
class CreationContextTest {

    private static final List<String> MODES = List.of(
            "",
            "ANSI",
            "ANSI_QUOTES,NO_BACKSLASH_ESCAPES",
            "PIPES_AS_CONCAT,NO_AUTO_VALUE_ON_ZERO,PAD_CHAR_TO_FULL_LENGTH,HIGH_NOT_PRECEDENCE,IGNORE_SPACE",
            "TRADITIONAL");
    private static final List<String> MODES_OF_MARIADB =
            List.of("EMPTY_STRING_IS_NULL,SIMULTANEOUS_ASSIGNMENT", "MSSQL");

    /** Drops all objects of a schema except its tables, with their previous definitions. */
    @Revision(id = "001")
    private static final class DropsAll implements Migration {
        private final Schema schema;

        DropsAll(Schema schema) {
            this.schema = schema;
        }

        @Override
        public void up(Operations op) {
            schema.views().forEach(op::dropView);
            schema.triggers().forEach(op::dropTrigger);
            schema.routines().forEach(op::dropRoutine);
            schema.events().forEach(op::dropEvent);
        }
    }

    @DatabaseTest
    void isRestoredWithItsMode(TestDatabase database) {
        List<String> modes = new ArrayList<>(MODES);
        if (database.server().isMariaDb()) {
            modes.addAll(MODES_OF_MARIADB);
        }
        database.execute("CREATE TABLE t (id INT, b VARCHAR(20))");
        for (String mode : modes) {
            isDroppedAndComesBack(database, "SET SESSION sql_mode = '" + mode + "'", "''");
        }
    }

    @DatabaseTest
    void isRestoredWithItsCharacterSet(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT, b VARCHAR(20))");
        isDroppedAndComesBack(database, "SET NAMES latin1 COLLATE latin1_bin", "'a'");
        isDroppedAndComesBack(database, "SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci", "'äö漢'");
        isDroppedAndComesBack(database, "SET NAMES utf8 COLLATE utf8_bin, SESSION sql_mode = 'ANSI'", "'äö漢'");
    }

    /** The session in which the mode was set has ended by then. */
    @DatabaseTest
    void isCreatedInItsModeByAResumedRun(TestDatabase database) {
        CreationContext context = new CreationContext("PIPES_AS_CONCAT", "latin1", "latin1_bin");
        Routine routine = new Routine(Routine.Kind.PROCEDURE, "p", "() SELECT 'a' || 'b'", context);
        Migrator migrator = migrator(database, new Creates(op -> op.createRoutine(routine)));
        database.execute("CREATE PROCEDURE p () SELECT 1");
        assertThatThrownBy(() -> migrator.upgrade("head")).hasMessageContaining("p already exists");

        database.execute("DROP PROCEDURE p");
        migrator.upgrade("head");

        assertThat(read(database).routines().get(0).context()).isEqualTo(context);
        assertThat(database.query("CALL p()").get(0)).containsExactly("ab");
    }

    /** In this mode, MariaDB parses procedures with another syntax. */
    @DatabaseTest
    void isRestoredWithTheSyntaxOfItsMode(TestDatabase database) {
        if (!database.server().isMariaDb()) {
            return;
        }
        database.execute(
                "SET SESSION sql_mode = 'ORACLE'",
                "CREATE PROCEDURE `p` (x IN INT) AS BEGIN SELECT x || '' INTO x; END");
        List<String> before = database.query("SHOW CREATE PROCEDURE p").get(0);
        Migrator migrator = migrator(database, new DropsAll(read(database)));

        migrator.upgrade("head");
        migrator.downgrade("base");

        assertThat(database.query("SHOW CREATE PROCEDURE p").get(0)).isEqualTo(before);
    }

    @DatabaseTest
    void rejectsTextThatTheServerWouldMisread(TestDatabase database) {
        View view = new View(
                "v",
                "SELECT 'ä' AS a",
                View.Algorithm.UNDEFINED,
                View.Security.DEFINER,
                View.CheckOption.NONE,
                new CreationContext(null, "latin1", "latin1_bin"));

        assertThatThrownBy(() -> migrator(database, new Creates(op -> op.createView(view)))
                        .upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageEndingWith(
                        "it is sent in UTF-8, but the server would read it in latin1, the character set of the session"
                                + " that created this first. Remove the character set and the collation from its"
                                + " context.");
        assertThat(database.tables()).isEmpty();
    }

    @Revision(id = "002")
    private static final class Creates implements Migration {
        private final Consumer<Operations> up;

        Creates(Consumer<Operations> up) {
            this.up = up;
        }

        @Override
        public void up(Operations op) {
            up.accept(op);
        }
    }

    private static void isDroppedAndComesBack(TestDatabase database, String settings, String text) {
        database.execute(
                settings,
                "CREATE VIEW v AS SELECT id, " + text + " AS a FROM t",
                "CREATE TRIGGER `tr` BEFORE INSERT ON `t` FOR EACH ROW\nSET NEW.b = " + text,
                "CREATE FUNCTION f (s INT) RETURNS INT DETERMINISTIC RETURN s + length(" + text + ")",
                "CREATE PROCEDURE p (IN x INT) SELECT x, " + text,
                "SET time_zone = '+03:00'",
                "CREATE EVENT e ON SCHEDULE EVERY 1 YEAR STARTS '2030-01-01 00:00:00' DO SET @x = " + text);
        List<List<String>> before = shown(database);
        Migrator migrator = migrator(database, new DropsAll(read(database)));

        migrator.upgrade("head");
        assertThat(database.column("SELECT routine_name FROM information_schema.routines WHERE routine_schema = '"
                        + database.name() + "'"))
                .isEmpty();
        migrator.downgrade("base");

        assertThat(shown(database)).as(settings).isEqualTo(before);
        database.execute("DROP VIEW v", "DROP TRIGGER tr", "DROP FUNCTION f", "DROP PROCEDURE p", "DROP EVENT e");
    }

    /** Names, mode, time zone, text, character set and collation; for a trigger, followed by its creation time. */
    private static List<List<String>> shown(TestDatabase database) {
        List<List<String>> shown = new ArrayList<>();
        for (String what : List.of("VIEW v", "TRIGGER tr", "FUNCTION f", "PROCEDURE p", "EVENT e")) {
            List<String> row = database.query("SHOW CREATE " + what).get(0);
            shown.add(row.subList(0, Math.min(row.size(), 6)));
        }
        return shown;
    }

    private static Schema read(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return new MySqlSchemaReader().read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Migrator migrator(TestDatabase database, Migration migration) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .build();
    }
}
