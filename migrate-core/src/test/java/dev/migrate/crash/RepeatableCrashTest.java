package dev.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrator;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.MigrateException;
import dev.migrate.journal.JournalPage;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that dies right before or right after each statement of a repeatable migration: the next run ends where an
 * undisturbed one does, and each statement has its effect once.
 */
class RepeatableCrashTest {

    private static final List<String> REPEATED =
            List.of("DROP TRIGGER IF EXISTS t", "CREATE TRIGGER t", "INSERT INTO log", "CREATE OR REPLACE VIEW v");

    @TempDir
    private Path folder = Path.of("");

    private void write(String file, String text) {
        TextFile.write(folder.resolve(file), text);
    }

    private void writeFirst() throws IOException {
        Files.deleteIfExists(folder.resolve("002.sql"));
        Files.deleteIfExists(folder.resolve("w.sql"));
        write("001.sql", """
                -- revision: 001
                CREATE TABLE item (id INT PRIMARY KEY);
                CREATE TABLE log (number INT);
                """);
        writeTexts(1);
    }

    private void writeSecond() {
        write("002.sql", "-- revision: 002\n-- parents: 001\nALTER TABLE item ADD COLUMN price INT;\n");
        write("w.sql", "-- repeatable: w\nCREATE VIEW w AS SELECT price FROM item;\n");
        writeTexts(2);
    }

    private void writeTexts(int number) {
        write("t.sql", """
                -- repeatable: t
                DROP TRIGGER IF EXISTS t;
                CREATE TRIGGER t BEFORE INSERT ON item FOR EACH ROW SET NEW.id = NEW.id + NUMBER;
                INSERT INTO log VALUES (NUMBER);
                """.replace("NUMBER", String.valueOf(number)));
        write("v.sql", "-- repeatable: v\nCREATE OR REPLACE VIEW v AS SELECT id + " + number + " AS a FROM item;\n");
    }

    private Migrator migrator(DataSource dataSource) {
        return Migrator.builder().dataSource(dataSource).sources(folder).build();
    }

    private void prepare(TestDatabase database, boolean isDowngrade) throws IOException {
        database.execute(
                "DROP VIEW IF EXISTS v, w", "DROP TABLE IF EXISTS item, log, alembic_version, alembic_version_journal");
        writeFirst();
        migrator(database.dataSource()).upgrade();
        writeSecond();
        if (isDowngrade) {
            migrator(database.dataSource()).upgrade();
        }
    }

    private static void run(Migrator migrator, boolean isDowngrade) {
        if (isDowngrade) {
            migrator.downgrade("001");
        } else {
            migrator.upgrade();
        }
    }

    /** Everything that a run can change. */
    private List<String> state(TestDatabase database) {
        List<String> state = new ArrayList<>();
        for (String query : List.of(
                "SELECT version_num FROM alembic_version",
                "SELECT number, COUNT(*) FROM log GROUP BY number ORDER BY number",
                "SELECT TABLE_NAME, VIEW_DEFINITION FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()"
                        + " ORDER BY TABLE_NAME",
                "SELECT TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA ="
                        + " DATABASE()",
                "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME ="
                        + " 'item' ORDER BY COLUMN_NAME")) {
            state.add(database.query(query).toString());
        }
        migrator(database.dataSource())
                .journal(JournalPage.oldestFirst(100))
                .forEach(step -> state.add(step.action() + " " + step.revision() + " " + step.state() + " "
                        + step.done() + "/" + step.statementCount()));
        return state;
    }

    private void everyStatement(TestDatabase database, List<String> victims, boolean isDowngrade) throws IOException {
        prepare(database, isDowngrade);
        run(migrator(database.dataSource()), isDowngrade);
        List<String> undisturbed = state(database);
        for (String victim : victims) {
            for (FaultTiming timing : List.of(FaultTiming.BEFORE, FaultTiming.AFTER)) {
                prepare(database, isDowngrade);
                MortalDataSource mortal = new MortalDataSource(database.dataSource(), victim, timing);
                assertThatThrownBy(() -> run(migrator(mortal.dataSource()), isDowngrade))
                        .as(victim)
                        .isInstanceOf(MigrateException.class);
                assertThat(mortal.isDead()).as(victim).isTrue();

                run(migrator(database.dataSource()), isDowngrade);

                assertThat(state(database)).as(timing + " " + victim).isEqualTo(undisturbed);
            }
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void anUpgradeCompletesEachStatementOnce(TestDatabase database) throws IOException {
        List<String> victims = new ArrayList<>(REPEATED);
        victims.add("CREATE VIEW w");
        everyStatement(database, victims, false);
        assertThat(database.column("SELECT number FROM log ORDER BY number")).containsExactly("1", "2");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aDowngradeCompletesEachStatementOnce(TestDatabase database) throws IOException {
        List<String> victims = new ArrayList<>(REPEATED);
        victims.add("DROP VIEW");
        victims.add("ALTER TABLE");
        everyStatement(database, victims, true);
        assertThat(state(database)).contains("REMOVE w DONE 1/1", "RESTORE t DONE 3/3", "RESTORE v DONE 1/1");
    }

    /** Whoever edits a text that an interrupted run has begun can go on once the former one is back. */
    @DatabaseTest(oneOfEachProduct = true)
    void anInterruptedTextMustNotBeEdited(TestDatabase database) throws IOException {
        prepare(database, false);
        MortalDataSource mortal = new MortalDataSource(database.dataSource(), "INSERT INTO log", FaultTiming.BEFORE);
        assertThatThrownBy(() -> run(migrator(mortal.dataSource()), false)).isInstanceOf(MigrateException.class);
        writeTexts(3);

        assertThatThrownBy(() -> run(migrator(database.dataSource()), false))
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("t");
        writeTexts(2);
        run(migrator(database.dataSource()), false);
        writeTexts(3);
        run(migrator(database.dataSource()), false);
        assertThat(database.column("SELECT number FROM log ORDER BY number")).containsExactly("1", "2", "3");
    }
}
