package dev.migrate.crash;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrator;
import dev.migrate.StampMode;
import dev.migrate.error.MigrateException;
import dev.migrate.journal.JournalStep;
import dev.migrate.journal.StatementOutcome;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The table of states in docs/recovery.md. For each row, every message names a way, and the commands of both ways, as they
 * are in the document, lead to their end.
 */
class RecoveryStatesTest {

    private static final Pattern COMMAND = Pattern.compile("`((?:abort|downgrade|resolve|stamp|upgrade)[a-z -]*)`");
    private static final String FIX = "UPDATE old SET name = 'y' WHERE id = 2";

    /** A migration whose methods a test sets. */
    @Revision(id = "1", message = "what a test defines")
    record Given(Consumer<Operations> what, Consumer<Operations> back) implements Migration {
        @Override
        public void up(Operations op) {
            what.accept(op);
        }

        @Override
        public void down(Operations op) {
            back.accept(op);
        }
    }

    @Revision(id = "renamed", message = "the migration was renamed")
    static final class Renamed implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("renamed", t -> t.column("id", integer()));
        }
    }

    /** A state, and what a person does by hand. */
    private static final class State {
        private final Consumer<TestDatabase> creation;
        /** The migration that was fixed or restored. */
        private final Migration fixed;
        /** The migration of the application in this state, and on the way back. */
        private Migration current;

        private String[] byHandForward = {FIX};
        private String[] byHandBack = {};

        State(Consumer<TestDatabase> creation, Migration fixed) {
            this.creation = creation;
            this.fixed = fixed;
            this.current = fixed;
        }

        State current(Migration migration) {
            current = migration;
            return this;
        }

        State byHandForward(String... statements) {
            byHandForward = statements;
            return this;
        }

        State byHandBack(String... statements) {
            byHandBack = statements;
            return this;
        }

        void create(TestDatabase database) {
            clear(database);
            creation.accept(database);
        }
    }

    /** A row of the document, with the commands of its ways. */
    private record Row(String name, List<String> forward, List<String> back) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[1].strip(), commands(cells[2]), commands(cells[3]));
        }

        private static List<String> commands(String cell) {
            return COMMAND.matcher(cell)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
        }
    }

    private static Map<String, Row> document() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "recovery.md")).stream()
                .dropWhile(line -> !line.startsWith("| state | way forward |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::of)
                .collect(Collectors.toMap(Row::name, row -> row));
    }

    private static void forEachState(BiConsumer<Row, State> test) throws IOException {
        Map<String, Row> rows = document();
        states().forEach((name, state) -> test.accept(Objects.requireNonNull(rows.get(name), name), state));
    }

    @Test
    void theDocumentHasTheSameRows() throws IOException {
        assertThat(document().keySet()).containsExactlyInAnyOrderElementsOf(states().keySet());
    }

    @DatabaseTest(one = true)
    void everyMessageNamesAWay(TestDatabase database) throws IOException {
        forEachState((row, state) -> {
            List<String> ways = new ArrayList<>(row.forward());
            ways.addAll(row.back());
            ways.addAll(List.of("run again", "downgrade", "drop the journal"));
            List<Consumer<Migrator>> requests = List.of(
                    migrator -> migrator.upgrade("head"),
                    migrator -> migrator.downgrade("base"),
                    migrator -> migrator.stamp("head"),
                    Migrator::interrupted);
            for (Consumer<Migrator> request : requests) {
                state.create(database);
                Throwable failure = catchThrowable(() -> request.accept(migrator(database, state.current)));
                requireMessage(row.name(), failure, ways);
            }
            state.create(database);
            requireMessage(
                    row.name(),
                    catchThrowable(() -> migrator(database, state.current).abort()),
                    waysBack(row));
        });
    }

    private static List<String> waysBack(Row row) {
        if (row.back().isEmpty()) {
            return List.of("drop the journal");
        }
        // No step is interrupted.
        return row.back().get(0).startsWith("stamp") ? List.of("use check") : row.back();
    }

    private static void requireMessage(String name, @Nullable Throwable failure, List<String> ways) {
        if (failure != null) {
            assertThat(failure).as(name).isInstanceOf(MigrateException.class);
            String message = String.valueOf(failure.getMessage());
            assertThat(ways).as("%s: %s", name, message).anyMatch(way -> message.contains(way.replace(" base", "")));
        }
    }

    @DatabaseTest(one = true)
    void currentNamesAWay(TestDatabase database) throws IOException {
        forEachState((row, state) -> {
            state.create(database);
            if (!row.back().isEmpty()) {
                Optional<JournalStep> interrupted =
                        migrator(database, state.fixed).interrupted();
                assertThat(interrupted.isPresent())
                        .as(row.name())
                        .isEqualTo(!row.back().get(0).startsWith("stamp"));
                interrupted.ifPresent(step ->
                        assertThat(step.remedy()).as(row.name()).containsAnyOf("upgrade", "downgrade", "abort"));
            }
        });
    }

    @DatabaseTest(one = true)
    void theWayForwardLeadsToTheEnd(TestDatabase database) throws IOException {
        forEachState((row, state) -> {
            Ends ends = Ends.of(database, state.fixed);
            state.create(database);
            database.execute(state.byHandForward);

            row.forward().forEach(command -> run(command, migrator(database, state.fixed)));

            boolean isDown = row.forward().contains("downgrade");
            ends.require(row.name(), database, state.fixed, !isDown);
        });
    }

    @DatabaseTest(one = true)
    void theWayBackLeadsToTheEnd(TestDatabase database) throws IOException {
        forEachState((row, state) -> {
            Ends ends = Ends.of(database, state.fixed);
            state.create(database);
            database.execute(state.byHandBack);

            row.back().forEach(command -> run(command, migrator(database, state.current)));

            boolean isDown = row.forward().contains("downgrade");
            ends.require(row.name(), database, state.fixed, isDown);
            database.execute(FIX);
            migrator(database, state.fixed).upgrade("head");
            ends.require(row.name(), database, state.fixed, true);
        });
    }

    private static void run(String command, Migrator migrator) {
        switch (command) {
            case "upgrade" -> migrator.upgrade("head");
            case "downgrade" -> migrator.downgrade("base");
            case "abort" -> migrator.abort();
            case "abort --cleaned-up" -> migrator.markAborted("by the test");
            case "resolve --done" -> migrator.resolve(StatementOutcome.DONE);
            case "resolve --not-done" -> migrator.resolve(StatementOutcome.NOT_DONE);
            case "stamp" -> migrator.stamp("1");
            case "stamp base" -> migrator.stamp("base");
            case "stamp --purge base" -> migrator.stamp(StampMode.PURGE, "base");
            default -> throw new AssertionError("Unknown command: " + command);
        }
    }

    /** The schema before and after the migration if nothing goes wrong. */
    private record Ends(List<List<@Nullable String>> before, List<List<@Nullable String>> after) {

        static Ends of(TestDatabase database, Migration migration) {
            clear(database);
            List<List<@Nullable String>> before = schema(database);
            database.execute(FIX);
            migrator(database, migration).upgrade("head");
            return new Ends(before, schema(database));
        }

        void require(String name, TestDatabase database, Migration migration, boolean isApplied) {
            assertThat(migrator(database, migration).interrupted()).as(name).isEmpty();
            assertThat(database.column("SELECT version_num FROM alembic_version"))
                    .as(name)
                    .isEqualTo(isApplied ? List.of("1") : List.of());
            assertThat(schema(database)).as(name).isEqualTo(isApplied ? after : before);
        }
    }

    private static List<List<@Nullable String>> schema(TestDatabase database) {
        return database.query("SELECT table_name, column_name, column_key FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name NOT LIKE 'alembic%' ORDER BY 1, 2");
    }

    /** Leaves only a table with two rows of the same name. */
    private static void clear(TestDatabase database) {
        List<String> statements = new ArrayList<>(List.of("SET foreign_key_checks = 0"));
        for (String table : database.column("SHOW TABLES")) {
            statements.add("DROP TABLE " + table);
        }
        statements.add("CREATE TABLE old (id INT PRIMARY KEY, name VARCHAR(20))");
        statements.add("INSERT INTO old VALUES (1, 'x'), (2, 'x')");
        database.execute(statements.toArray(String[]::new));
    }

    private static Migrator migrator(TestDatabase database, Migration migration) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .build();
    }

    private static Given given(Consumer<Operations> up) {
        return new Given(up, op -> op.invert(up));
    }

    private static void createA(Operations op) {
        op.createTable("a", t -> t.column("id", integer()));
    }

    /** Fails as long as two rows have the same name. */
    private static void uniqueName(Operations op) {
        op.addUniqueConstraint("old", "uq_old_name", "name");
    }

    private static Consumer<TestDatabase> failing(Migration migration) {
        return database -> assertThatThrownBy(
                        () -> migrator(database, migration).upgrade("head"))
                .isInstanceOf(MigrateException.class);
    }

    private static Consumer<TestDatabase> failingDown(Migration migration) {
        return database -> {
            migrator(database, migration).upgrade("head");
            assertThatThrownBy(() -> migrator(database, migration).downgrade("base"))
                    .isInstanceOf(MigrateException.class);
        };
    }

    private static Consumer<TestDatabase> failingAbort(Migration migration) {
        return database -> {
            failing(migration).accept(database);
            database.execute("CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES a (id))");
            assertThatThrownBy(() -> migrator(database, migration).abort()).isInstanceOf(MigrateException.class);
        };
    }

    /** A process that dies at a statement. */
    private static Consumer<TestDatabase> dying(Migration migration, String statement, FaultTiming timing) {
        return database -> {
            MortalDataSource mortal = new MortalDataSource(database.dataSource(), statement, timing);
            Migrator migrator = Migrator.builder()
                    .dataSource(mortal.dataSource())
                    .migrations(migration)
                    .build();
            assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(MigrateException.class);
            assertThat(mortal.isDead()).isTrue();
        };
    }

    /** Something that happens after another state has been created. */
    private static Consumer<TestDatabase> then(Consumer<TestDatabase> creation, String... statements) {
        return creation.andThen(database -> database.execute(statements));
    }

    private static Consumer<TestDatabase> upgraded(Migration migration) {
        return database -> {
            database.execute(FIX);
            migrator(database, migration).upgrade("head");
        };
    }

    /** A migration with Java code that commits and may fail: its outcome is unknown then. */
    private static Given withCode(String sql, boolean isFailing) {
        return given(op -> {
            createA(op);
            op.run("create the table effect", connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(isFailing ? sql : "CREATE TABLE effect (id INT)");
                }
                if (isFailing) {
                    throw new SQLException("another service failed");
                }
            });
        });
    }

    private static Map<String, State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        failedUpgrades(states);
        changedMigrations(states);
        interruptedRuns(states);
        downgradesAndAborts(states);
        changedTables(states);
        return states;
    }

    private static Given tableAndUniqueName() {
        return given(op -> {
            createA(op);
            uniqueName(op);
        });
    }

    private static Given uniqueNameAndTable() {
        return given(op -> {
            uniqueName(op);
            createA(op);
        });
    }

    private static void failedUpgrades(Map<String, State> states) {
        Given simple = tableAndUniqueName();
        Given handwritten = given(op -> {
            createA(op);
            op.execute("INSERT INTO a VALUES (1)");
            uniqueName(op);
        });
        Given reversible = given(op -> {
            createA(op);
            op.executeReversible("CREATE TABLE b (id INT)", "DROP TABLE b");
            uniqueName(op);
        });
        states.put("The first statement failed", new State(failing(uniqueNameAndTable()), uniqueNameAndTable()));
        states.put("A later statement failed", new State(failing(simple), simple));
        states.put(
                "A later statement failed, and a completed one has no inverse",
                new State(failing(handwritten), handwritten).byHandBack("DROP TABLE a"));
        states.put(
                "A later statement failed, and the handwritten ones have an inverse (`executeReversible`)",
                new State(failing(reversible), reversible));
    }

    private static void changedMigrations(Map<String, State> states) {
        Given simple = tableAndUniqueName();
        int[] calls = {0};
        Given inconstant = given(op -> {
            calls[0]++;
            op.createTable("a" + calls[0], t -> t.column("id", integer()));
            uniqueName(op);
        });
        Given constant = given(op -> {
            op.createTable("a1", t -> t.column("id", integer()));
            uniqueName(op);
        });
        Given throwing = given(op -> {
            throw new IllegalStateException("a defect");
        });
        states.put(
                "The first statement failed, and the migration was renamed or removed",
                new State(failing(uniqueNameAndTable()), uniqueNameAndTable()).current(new Renamed()));
        states.put(
                "A later statement failed, and the migration was renamed or removed",
                new State(failing(simple), simple).current(new Renamed()).byHandBack("DROP TABLE a"));
        states.put(
                "The executed part of the migration was edited",
                new State(failing(simple), simple)
                        .current(given(op -> op.createTable("b", t -> t.column("id", integer()))))
                        .byHandBack("DROP TABLE a"));
        states.put(
                "The migration records other statements each time",
                new State(
                                database -> {
                                    calls[0] = 0;
                                    failing(inconstant).accept(database);
                                },
                                constant)
                        .current(inconstant)
                        .byHandBack("DROP TABLE a1"));
        states.put(
                "The migration throws an exception while it is recorded",
                new State(failing(simple), simple).current(throwing).byHandBack("DROP TABLE a"));
    }

    private static void interruptedRuns(Map<String, State> states) {
        Given simple = tableAndUniqueName();
        String start = "CREATE TABLE a (m INT); INSERT INTO a VALUES (7); SELECT MAX(m) INTO @m FROM a; ";
        states.put(
                "The rest of the migration reads a value of the lost session",
                new State(
                                failing(given(op -> op.scriptText(start + "ALTER TABLE missing ADD c INT"))),
                                given(op -> op.scriptText(start + "INSERT INTO a SELECT MAX(m) FROM a")))
                        .current(given(op -> op.scriptText(start + "INSERT INTO a VALUES (@m)")))
                        .byHandBack("DROP TABLE a"));
        states.put(
                "The process or the connection was lost",
                new State(dying(simple, "ALTER TABLE `old`", FaultTiming.BEFORE), simple));
        Given byHand = new Given(op -> op.execute("CREATE TABLE a (id INT)"), op -> op.execute("DROP TABLE a"));
        states.put(
                "All statements were executed, but the step was not completed",
                new State(dying(byHand, "CREATE TABLE a", FaultTiming.AFTER), byHand));
        String effect = "CREATE TABLE effect (id INT)";
        states.put(
                "The outcome of a statement is unknown, and it was executed",
                new State(failing(withCode(effect, true)), withCode(effect, false)).byHandBack("DROP TABLE effect"));
        String nothing = "ALTER TABLE old COMMENT ''";
        states.put(
                "The outcome of a statement is unknown, and it was not executed",
                new State(failing(withCode(nothing, true)), withCode(nothing, false)));
    }

    private static void downgradesAndAborts(Map<String, State> states) {
        Given down = new Given(RecoveryStatesTest::createA, op -> {
            op.createTable("b", t -> t.column("id", integer()));
            uniqueName(op);
            op.dropTable("a");
            op.dropTable("b");
            op.table("old", t -> t.dropIndex("uq_old_name", "name"));
        });
        Given downByHand = new Given(RecoveryStatesTest::createA, op -> {
            op.execute("CREATE TABLE b (id INT)");
            uniqueName(op);
            op.execute("DROP TABLE a, b");
            op.execute("ALTER TABLE old DROP INDEX uq_old_name");
        });
        Given parent = given(op -> {
            op.createTable("a", t -> {
                t.column("id", integer()).notNull();
                t.primaryKey("id");
            });
            uniqueName(op);
        });
        states.put("A downgrade failed", new State(failingDown(down), down));
        states.put(
                "A downgrade failed, and a completed statement has no inverse",
                new State(failingDown(downByHand), downByHand).byHandBack("DROP TABLE b"));
        states.put(
                "An abort failed or was interrupted",
                new State(failingAbort(parent), parent)
                        .byHandForward("DROP TABLE child", FIX)
                        .byHandBack("DROP TABLE child"));
        states.put(
                "An abort failed, and cannot be completed",
                new State(failingAbort(parent), parent)
                        .byHandForward("DROP TABLE child, a", FIX)
                        .byHandBack("DROP TABLE child, a"));
    }

    private static void changedTables(Map<String, State> states) {
        Given simple = tableAndUniqueName();
        String row = "UPDATE alembic_version_journal SET state = '%s' WHERE statement = 1";
        states.put(
                "The version table does not fit the interrupted step",
                new State(then(failing(simple), "INSERT INTO alembic_version VALUES ('1')"), simple)
                        .byHandForward("DELETE FROM alembic_version", FIX)
                        .byHandBack("DELETE FROM alembic_version"));
        states.put(
                "The version table was emptied or dropped",
                new State(then(upgraded(simple), "DELETE FROM alembic_version"), simple)
                        .byHandForward()
                        .byHandBack("DROP TABLE a", "ALTER TABLE old DROP INDEX uq_old_name"));
        states.put(
                "The version table contains a foreign id",
                new State(then(upgraded(simple), "UPDATE alembic_version SET version_num = 'f'"), simple)
                        .byHandForward("UPDATE alembic_version SET version_num = '1'")
                        .byHandBack("DROP TABLE a", "ALTER TABLE old DROP INDEX uq_old_name"));
        states.put(
                "A row of the journal was edited",
                new State(then(failing(simple), row.formatted("BROKEN")), simple)
                        .byHandForward(row.formatted("DONE"), FIX)
                        .byHandBack("DROP TABLE a", "DROP TABLE alembic_version_journal"));
    }
}
