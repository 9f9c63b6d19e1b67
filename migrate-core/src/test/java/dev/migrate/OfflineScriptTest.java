package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.RevisionException;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.internal.mysql.script.ClientScript;
import dev.migrate.internal.mysql.session.LockName;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Trigger;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.HostileText;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scripts that are run by a client have the same effect as a run, or none. */
class OfflineScriptTest {

    private static final List<String> TEXTS = texts();

    private static List<String> texts() {
        Random random = new Random(7);
        return Stream.concat(
                        Stream.of("it's; \"q\"", "a\\", "\r\n", "-- no\nDELIMITER $$\n", "😀\0\u001A", "/* */ # `"),
                        Stream.generate(() -> HostileText.any(random, 60)))
                .limit(40)
                .toList();
    }

    @Revision(id = "001", message = "notes; it's \"quoted\" \\ -- as\nthey come")
    private static final class Notes implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("note", t -> {
                t.column("id", integer()).notNull();
                t.column("body", text());
                t.primaryKey("id");
                t.comment("it's; all \\ here");
            });
            op.insert("note", rows -> {
                for (int i = 0; i < TEXTS.size(); i++) {
                    rows.columns("id", "body").values(i, TEXTS.get(i));
                }
            });
            op.execute("UPDATE note SET body = CONCAT(body, \"a\r\nb;'\") WHERE id = 3 -- the third");
            op.execute("SET SESSION sql_mode = 'ANSI_QUOTES'");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("note");
        }
    }

    @Revision(id = "a2", parents = "001", labels = "programs", message = "programs")
    private static final class Programs implements Migration {
        @Override
        public void up(Operations op) {
            // In a mode left behind by the previous revision, this would be a name.
            op.execute("INSERT INTO note (id, body) VALUES (1000, \"text\")");
            programs(op);
            op.insert("note", rows -> rows.columns("id", "body").values(1001, "seen"));
        }

        @Override
        public void down(Operations op) {
            op.invert(Programs::programs);
            op.execute("DELETE FROM note WHERE id >= 1000");
        }

        private static void programs(Operations op) {
            op.createView("long_note", "SELECT id FROM note WHERE CHAR_LENGTH(body) > 10");
            op.createTrigger(new Trigger(
                    "longer",
                    "note",
                    Trigger.Timing.BEFORE,
                    Trigger.Event.INSERT,
                    "BEGIN\n  -- it's $$; a comment\n  SET NEW.body = CONCAT(NEW.body, ';');\n"
                            + "  SET @seen = '\\';';\nEND"));
            op.createRoutine(
                    new Routine(Routine.Kind.PROCEDURE, "twice", "() BEGIN SELECT 1; /* ; */ SELECT \"$$\"; END"));
            op.createRoutine(new Routine(Routine.Kind.FUNCTION, "seven", "() RETURNS INT DETERMINISTIC RETURN 7"));
        }
    }

    @Revision(id = "b2", parents = "001", message = "words")
    private static final class Words implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("word", t -> {
                t.column("id", integer()).notNull();
                t.column("word", varchar(20)).notNull().defaultValue("o'clock;");
                t.primaryKey("id");
            });
            op.addColumn("note", "word", integer());
            op.addForeignKey("note", "fk_word", "word", fk -> fk.references("word", "id"));
        }

        @Override
        public void down(Operations op) {
            op.dropForeignKey("note", "fk_word");
            op.dropIndex("note", "fk_word");
            op.dropColumn("note", "word");
            op.dropTable("word");
        }
    }

    @Revision(
            id = "m3",
            parents = {"a2", "b2"},
            message = "joins both")
    private static final class Joined implements Migration {
        @Override
        public void up(Operations op) {}
    }

    @Revision(id = "m4", parents = "m3", message = "an index")
    private static final class Indexed implements Migration {
        @Override
        public void up(Operations op) {
            op.createIndex("word", "ix_word", "word");
        }
    }

    @Revision(id = "x1", labels = "other", message = "another line")
    private static final class Other implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("other", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "j1", message = "Java")
    private static final class Coded implements Migration {
        @Override
        public void up(Operations op) {
            op.run("counts the notes", connection -> {});
        }
    }

    @Revision(id = "d1", message = "half a column")
    private static final class Altered implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("note", "body", c -> c.comment("text"));
        }
    }

    private static MigratorBuilder builder() {
        return Migrator.builder()
                .migrations(new Notes(), new Programs(), new Words(), new Joined(), new Indexed(), new Other());
    }

    private static Migrator migrator(TestDatabase database) {
        return builder().dataSource(database.dataSource()).build();
    }

    private static ServerVersion server(TestDatabase database) {
        return DatabaseProviders.serverVersion(database.server().version());
    }

    /** The visible state: the schema, all rows, and the version table. */
    private static List<Object> everything(TestDatabase database) throws SQLException {
        List<Object> all = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection()) {
            Schema schema = new MySqlSchemaReader().read(connection);
            schema.tables().stream()
                    .filter(table -> !table.name().endsWith("_journal"))
                    .forEach(all::add);
            Stream.of(schema.views(), schema.triggers(), schema.routines())
                    .flatMap(List::stream)
                    // The collation of the creating session is chosen by the driver, or here by the script.
                    .map(program -> program.toString().replaceAll("(charset|collation)=\\w+", ""))
                    .forEach(all::add);
        }
        for (String table : List.of("note", "word", "other", "alembic_version")) {
            if (database.tables().contains(table)) {
                all.add(database.query("SELECT * FROM " + table + " ORDER BY 1"));
            }
        }
        return all;
    }

    private static void renew(TestDatabase database) {
        database.execute(
                "DROP DATABASE " + database.name(), "CREATE DATABASE " + database.name() + " CHARACTER SET utf8mb4");
    }

    @DatabaseTest
    void hasTheEffectOfARun(TestDatabase database) throws SQLException {
        MigrationScript up = builder().build().toSql(Direction.UP, "heads", server(database));
        ClientScript.run(up.text(), database);
        List<Object> byScript = everything(database);
        renew(database);
        migrator(database).upgrade("heads");

        assertThat(byScript).isEqualTo(everything(database));
        assertThat(database.column("SELECT version_num FROM alembic_version ORDER BY 1"))
                .isEqualTo(up.after());

        MigrationScript down = migrator(database).toSql(Direction.DOWN, "001");
        ClientScript.run(down.text(), database);
        List<Object> backByScript = everything(database);
        renew(database);
        migrator(database).upgrade("heads");
        migrator(database).downgrade("001");

        assertThat(backByScript).isEqualTo(everything(database));
        assertThat(down.steps()).extracting(step -> step.revision().id()).contains("m4", "m3", "a2", "b2");
    }

    @DatabaseTest
    void startsAtTheCurrentRevision(TestDatabase database) throws SQLException {
        Migrator migrator = migrator(database);
        migrator.upgrade("a2");

        MigrationScript script = migrator.toSql(Direction.UP, "m4");
        assertThat(script.before()).containsExactly("a2");
        assertThat(script.text()).isEqualTo(migrator.toSql(Direction.UP, "m4").text());
        ClientScript.run(script.text(), database);

        assertThat(ids(migrator)).containsExactly("m4");
        assertThat(migrator.toSql(Direction.UP, "m4").steps()).isEmpty();
        assertThat(migrator.toSql(Direction.UP, "m4").text())
                .isEqualTo("-- Upgrade from m4 to m4, for " + server(database)
                        + ". Written by Migrate.\n-- There is nothing to do.\n");
        assertThat(migrator.upgrade("heads").after()).containsExactly("m4", "x1");
    }

    private static List<String> ids(Migrator migrator) {
        return migrator.current().stream().map(status -> status.revision().id()).toList();
    }

    private static String failure(MigrationScript script, TestDatabase database) {
        return failure(script.text(), database);
    }

    private static String failure(String script, TestDatabase database) {
        SQLException failure = catchThrowableOfType(SQLException.class, () -> ClientScript.run(script, database));
        return String.valueOf(failure.getMessage());
    }

    @DatabaseTest
    void changesNothingAtAnotherRevision(TestDatabase database) throws SQLException {
        Migrator migrator = migrator(database);
        migrator.upgrade("001");
        List<Object> before = everything(database);

        for (String range : List.of("a2:m4", "base:001", "b2:m4")) {
            assertThat(failure(migrator.toSql(Direction.UP, range, server(database)), database))
                    .contains("the database is not at the revision that this script expects");
        }
        assertThat(failure(migrator.toSql(Direction.DOWN, "m3:base", server(database)), database))
                .contains("the database is not at the revision that this script expects");
        assertThat(everything(database)).isEqualTo(before);

        String once = migrator.toSql(Direction.UP, "001:a2", server(database)).text();
        ClientScript.run(once, database);
        assertThat(failure(once, database)).contains("the database is not at the revision that this script expects");
    }

    @DatabaseTest
    void changesNothingIfARowOfTheStartIsMissing(TestDatabase database) throws SQLException {
        Migrator migrator = migrator(database);
        migrator.upgrade("a2");
        migrator.upgrade("b2");

        assertThat(failure(migrator.toSql(Direction.DOWN, "a2:base", server(database)), database))
                .contains("the database is not at the revision that this script expects");
        assertThat(ids(migrator)).containsExactlyInAnyOrder("a2", "b2");
    }

    @DatabaseTest
    void ignoresUnrelatedBranches(TestDatabase database) throws SQLException {
        Migrator migrator = migrator(database);
        migrator.upgrade("x1");

        ClientScript.run(
                migrator.toSql(Direction.UP, "base:a2", server(database)).text(), database);

        assertThat(ids(migrator)).containsExactlyInAnyOrder("a2", "x1");
    }

    @DatabaseTest
    void waitsForARunAndChangesNothingMeanwhile(TestDatabase database) throws SQLException {
        Migrator impatient = builder().lockTimeout(Duration.ZERO).build();
        String script = impatient.toSql(Direction.UP, "001", server(database)).text();
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT GET_LOCK('" + LockName.of(database.name(), "alembic_version") + "', 0)");

            assertThat(failure(script, database)).contains("another run is migrating this database");
            assertThat(database.tables()).containsExactly("alembic_version");
        }
        ClientScript.run(script, database);
        assertThat(database.tables()).containsExactly("alembic_version", "note");
    }

    @DatabaseTest
    void restoresTheSession(TestDatabase database) throws SQLException {
        String asked = "SELECT @@autocommit, @@sql_mode, @@lock_wait_timeout, @@foreign_key_checks, @@time_zone,"
                + " @@group_concat_max_len, @@character_set_client, @@collation_connection;";
        String script = migrator(database).toSql(Direction.UP, "a2").text();
        database.execute("CREATE TABLE seen (a INT, b TEXT, c BIGINT, d INT, e TEXT, f INT, g TEXT, h TEXT)");
        String others = "SET NAMES latin1; SET time_zone = '+05:00', sql_mode = 'ANSI', group_concat_max_len = 99;";
        String see = "INSERT INTO seen " + asked;
        ClientScript.run(others + see + script + see, database);

        assertThat(database.query("SELECT * FROM seen")).hasSize(2);
        assertThat(database.query("SELECT DISTINCT * FROM seen")).hasSize(1);
    }

    @Test
    void rejectsMigrationsThatNeedJavaOrTheDatabase() {
        ServerVersion server = DatabaseProviders.serverNamed("mysql-8.0.36");

        assertThat(catchThrowableOfType(
                        InvalidMigrationException.class,
                        () -> Migrator.builder().migrations(new Coded()).build().toSql(Direction.UP, "head", server)))
                .hasMessage("Migration j1 cannot be written as an SQL script. It runs Java code: \"counts the notes\"."
                        + " No script was written. Write it in SQL, or write one script up to the previous"
                        + " revision and one from j1 on, and run j1 in between with upgrade or downgrade.");
        assertThat(catchThrowableOfType(
                        InvalidMigrationException.class,
                        () -> Migrator.builder()
                                .migrations(new Altered())
                                .build()
                                .toSql(Direction.UP, "head", server)))
                .hasMessageStartingWith("Migration d1 cannot be written as an SQL script. Without a database, the"
                        + " statement that changes table note cannot be written:")
                .hasMessageEndingWith("Specify all attributes of column body with redefineColumn.");
    }

    @Revision(id = "t1", message = "amounts")
    private static final class Amounts implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable(
                    "Amount",
                    t -> t.column("cents", integer()).notNull().defaultValue(7).comment("of a euro"));
        }
    }

    @Revision(id = "t2", parents = "t1", message = "large amounts")
    private static final class LargeAmounts implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("Amount", "cents", c -> c.type(bigint()));
        }
    }

    /** A column that is filled before it becomes NOT NULL, as a generated migration and its notes have it. */
    @Revision(id = "t3", parents = "t2", message = "filled columns")
    private static final class FilledColumns implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn(
                    "Amount", "currency", varchar(3), c -> c.defaultValue("x").comment("ISO, 4217"));
            op.execute("UPDATE Amount SET currency = 'EUR' WHERE currency IS NULL");
            op.createView("Amounts", "SELECT cents FROM Amount");
            op.alterColumn("Amount", "currency", c -> c.notNull());
            op.execute("UPDATE Amount SET cents = 1 WHERE cents IS NULL");
            op.alterColumn("Amount", "cents", c -> c.comment("of any currency"));
            op.createIndex("Amount", "ix_currency", "currency");
            op.alterColumn("Amount", "currency", c -> c.type(varchar(5)));
            op.renameColumn("Amount", "cents", "value");
        }

        @Override
        public void down(Operations op) {}
    }

    private static List<List<@Nullable String>> columns(TestDatabase database) {
        return database.query("SELECT column_name, column_type, is_nullable, column_default, column_comment, column_key"
                + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'Amount'"
                + " ORDER BY ordinal_position");
    }

    @DatabaseTest
    void knowsTheDefinitionsThatTheScriptItselfChanges(TestDatabase database) throws SQLException {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Amounts(), new LargeAmounts(), new FilledColumns())
                .build();
        migrator.upgrade("head");
        List<List<@Nullable String>> expected = columns(database);
        for (String start : List.of("base", "t1", "t2")) {
            renew(database);
            if (!start.equals("base")) {
                migrator.upgrade(start);
            }

            ClientScript.run(migrator.toSql(Direction.UP, "head").text(), database);

            assertThat(columns(database)).as(start).isEqualTo(expected);
            assertThat(migrator.upgrade("head").steps()).isEmpty();
        }
    }

    @Revision(id = "t2", parents = "t1", message = "large amounts, by hand")
    private static final class LargeAmountsByHand implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("ALTER TABLE Amount MODIFY cents BIGINT");
            op.alterColumn("Amount", "cents", c -> c.notNull());
        }

        @Override
        public void down(Operations op) {}
    }

    @DatabaseTest(one = true)
    void refusesToRepeatADefinitionThatTheScriptChangesByHand(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Amounts(), new LargeAmountsByHand())
                .build();
        migrator.upgrade("t1");

        assertThat(catchThrowableOfType(InvalidMigrationException.class, () -> migrator.toSql(Direction.UP, "head")))
                .hasMessageStartingWith("Migration t2 cannot be written as an SQL script.");
    }

    /** The database is not at the start of the script, so its definitions are other ones. */
    @DatabaseTest(one = true)
    void doesNotReadTheDefinitionsOfAnotherRevision(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Amounts(), new LargeAmounts())
                .build();
        migrator.upgrade("head");

        assertThat(catchThrowableOfType(InvalidMigrationException.class, () -> migrator.toSql(Direction.UP, "t1:t2")))
                .hasMessageStartingWith("Migration t2 cannot be written as an SQL script.");
    }

    @DatabaseTest
    void readsMissingDetails(TestDatabase database) throws SQLException {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Amounts(), new LargeAmounts())
                .build();
        migrator.upgrade("t1");
        ClientScript.run(migrator.toSql(Direction.UP, "head").text(), database);

        assertThat(database.query("SELECT data_type, is_nullable, column_default, column_comment FROM"
                        + " information_schema.columns WHERE table_schema = DATABASE() AND column_name = 'cents'"))
                .containsExactly(List.of("bigint", "NO", "7", "of a euro"));
        assertThat(migrator.upgrade("head").steps()).isEmpty();
    }

    @Test
    void aDowngradeNeedsAValidRange() {
        Migrator migrator = builder().build();
        ServerVersion server = DatabaseProviders.serverNamed("mariadb-10.11");

        assertThatThrownBy(() -> migrator.toSql(Direction.DOWN, "base", server))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.SYNTAX))
                .hasMessageContaining("it is not a range; write a:b");
        assertThatThrownBy(() -> migrator.toSql(Direction.UP, "a2:b2", server))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DISCONNECTED_RANGE));
    }
}
