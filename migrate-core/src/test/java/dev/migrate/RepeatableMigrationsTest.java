package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.event.CompletedStep;
import dev.migrate.internal.mysql.script.ClientScript;
import dev.migrate.journal.JournalPage;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.TextFile;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeatable migrations: when and in which order they run, and what a downgrade makes of them. */
class RepeatableMigrationsTest {

    @TempDir
    private Path folder = Path.of("");

    private void write(String file, String text) {
        TextFile.write(folder.resolve(file), text);
    }

    private void writeView(String name, String query) {
        write(name + ".sql", "-- repeatable: " + name + "\nCREATE OR REPLACE VIEW " + name + " AS " + query + ";\n");
    }

    private void writeTables() {
        write("001.sql", "-- revision: 001\nCREATE TABLE item (id INT PRIMARY KEY, price INT NOT NULL);\n");
        write("002.sql", "-- revision: 002\n-- parents: 001\nALTER TABLE item ADD tax INT NOT NULL DEFAULT 1;\n");
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder)
                .build();
    }

    private List<String> upgrade(TestDatabase database, String... targets) {
        return names(migrator(database).upgrade(targets));
    }

    private List<String> downgrade(TestDatabase database, String target) {
        return names(migrator(database).downgrade(target));
    }

    private static List<String> names(RunResult result) {
        return result.steps().stream()
                .map(CompletedStep::revision)
                .map(each -> each.id())
                .toList();
    }

    private List<String> journal(TestDatabase database) {
        return migrator(database).journal(JournalPage.oldestFirst(100)).stream()
                .map(step -> step.action() + " " + step.revision())
                .toList();
    }

    @DatabaseTest
    void theyRunAfterTheRevisionsAndAgainWhenTheirStatementsChange(TestDatabase database) {
        writeTables();
        writeView("a_total", "SELECT SUM(cost) AS total FROM z_cost");
        writeView("z_cost", "SELECT id, price AS cost FROM item");
        write("b.sql", """
                -- repeatable: b_check
                -- after: items
                DROP TRIGGER IF EXISTS b_check;
                DELIMITER //
                CREATE TRIGGER b_check BEFORE INSERT ON item FOR EACH ROW
                BEGIN
                  SET NEW.price = NEW.price + 1;
                END //
                """);
        write("items.sql", "-- repeatable: items\nREPLACE INTO item (id, price) VALUES (1, 10), (2, 20);\n");

        assertThat(upgrade(database)).containsExactly("001", "002", "items", "b_check", "z_cost", "a_total");
        assertThat(journal(database))
                .containsExactly(
                        "UP 001", "UP 002", "REPEAT items", "REPEAT b_check", "REPEAT z_cost", "REPEAT a_total");
        assertThat(database.column("SELECT total FROM a_total")).containsExactly("30");
        assertThat(upgrade(database)).isEmpty();
        assertThat(migrator(database).check().isUpToDate()).isTrue();

        write(
                "items.sql",
                "-- repeatable: items\n-- a comment\nREPLACE INTO item (id, price)\nVALUES (1, 10), (2, 20);\n");
        assertThat(upgrade(database)).isEmpty();

        writeView("z_cost", "SELECT id, price + tax AS cost FROM item");
        assertThat(migrator(database).check().pending())
                .extracting(each -> each.id())
                .containsExactly("z_cost");
        assertThat(migrator(database).plan(Direction.UP).steps())
                .flatExtracting(PlannedStep::sql)
                .containsExactly("CREATE OR REPLACE VIEW z_cost AS SELECT id, price + tax AS cost FROM item");
        assertThat(upgrade(database)).containsExactly("z_cost");
        assertThat(database.column("SELECT total FROM a_total")).containsExactly("32");
        assertThat(upgrade(database)).isEmpty();
        assertThat(migrator(database).history())
                .extracting(
                        status -> status.revision().id() + status.isApplied() + status.isRepeatable() + status.isHead())
                .containsExactly(
                        "a_totaltruetruefalse",
                        "z_costtruetruefalse",
                        "b_checktruetruefalse",
                        "itemstruetruefalse",
                        "002truefalsetrue",
                        "001truefalsefalse");
        assertThat(migrator(database).authoring().drift().isEmpty()).isTrue();
        assertThat(migrator(database).current())
                .extracting(status -> status.revision().id())
                .containsExactly("002");
    }

    /** The first query reads the hash of all texts; nothing else may be read. */
    @DatabaseTest(oneOfEachProduct = true)
    void aRunWithNothingToDoCostsOneQuery(TestDatabase database) {
        writeTables();
        writeView("v", "SELECT id FROM item");
        upgrade(database);
        List<String> queries = new ArrayList<>();
        Migrator migrator = Migrator.builder()
                .dataSource(recording(DataSource.class, database.dataSource(), queries))
                .sources(folder)
                .build();

        assertThat(migrator.upgrade().steps()).isEmpty();
        assertThat(queries).singleElement().asString().contains("hash");
    }

    /** Records the statements of a source of connections. */
    private static <T> T recording(Class<T> type, T target, List<String> queries) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                queries.add(String.valueOf(arguments == null ? null : arguments[0]));
            }
            Object result = method.invoke(target, arguments);
            if (result instanceof Connection connection) {
                return recording(Connection.class, connection, queries);
            }
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? recording(Statement.class, statement, queries)
                    : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void anUpgradeToAnotherTargetDoesNotRunThem(TestDatabase database) {
        writeTables();
        writeView("v", "SELECT tax FROM item");

        assertThat(upgrade(database, "001")).containsExactly("001");
        assertThat(upgrade(database, "+1")).containsExactly("002", "v");
        write("b1.sql", "-- revision: b1\n-- labels: b\nCREATE TABLE b (id INT);\n");
        writeView("v", "SELECT price FROM item");
        assertThat(upgrade(database, "002")).isEmpty();
        assertThat(upgrade(database)).containsExactly("b1", "v");
    }

    @DatabaseTest(one = true)
    void packagesOfTheClassPathContainThem(TestDatabase database) throws IOException {
        TextFile.write(folder.resolve("shop/001.sql"), "-- revision: 001\nCREATE TABLE item (id INT PRIMARY KEY);\n");
        Path view = folder.resolve("shop/v.sql");
        TextFile.write(view, "-- repeatable: v\nCREATE OR REPLACE VIEW v AS SELECT id FROM item;\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Migrator migrator = Migrator.builder()
                    .dataSource(database.dataSource())
                    .scan("shop", loader)
                    .build();
            assertThat(names(migrator.upgrade())).containsExactly("001", "v");
            assertThat(names(migrator.upgrade())).isEmpty();
        }
        TextFile.write(view, "-- repeatable: v\nCREATE OR REPLACE VIEW v AS SELECT id + 1 AS id FROM item;\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Migrator migrator = Migrator.builder()
                    .dataSource(database.dataSource())
                    .scan("shop", loader)
                    .build();
            assertThat(names(migrator.upgrade())).containsExactly("v");
        }
    }

    @DatabaseTest
    void aDowngradeRestoresTheFormerTexts(TestDatabase database) {
        writeTables();
        writeView("v", "SELECT id, price FROM item");
        String long1 = "x".repeat(20_000);
        write("p.sql", """
                -- repeatable: p
                DROP PROCEDURE IF EXISTS p;
                DELIMITER //
                CREATE PROCEDURE p() BEGIN SELECT '%s' AS a; END //
                """.formatted(long1));
        upgrade(database);
        write("003.sql", """
                -- revision: 003
                -- parents: 002
                ALTER TABLE item CHANGE price cost INT NOT NULL;
                -- down
                ALTER TABLE item CHANGE cost price INT NOT NULL;
                """);
        writeView("v", "SELECT id, cost FROM item");
        write("p.sql", "-- repeatable: p\nDROP PROCEDURE IF EXISTS p;\nCREATE PROCEDURE p() SELECT 2 AS a;\n");
        writeView("w", "SELECT cost FROM v");
        assertThat(upgrade(database)).containsExactly("003", "p", "v", "w");

        assertThat(migrator(database).plan(Direction.DOWN, "-1").steps())
                .extracting(step -> step.revision().id())
                .containsExactly("w", "003", "p", "v");
        assertThat(downgrade(database, "-1")).containsExactly("w", "003", "p", "v");
        assertThat(journal(database)).endsWith("REMOVE w", "DOWN 003", "RESTORE p", "RESTORE v");
        assertThat(database.query("SELECT id, price FROM v")).isEmpty();
        assertThat(database.column("CALL p()")).containsExactly(long1);
        assertThat(database.tables()).doesNotContain("w");
        assertThat(downgrade(database, "002")).isEmpty();

        assertThat(upgrade(database)).containsExactly("003", "p", "v", "w");
        assertThat(database.column("CALL p()")).containsExactly("2");
        assertThat(downgrade(database, "base")).containsExactly("w", "v", "p", "003", "002", "001");
        assertThat(database.tables()).containsExactly("alembic_version");
        assertThat(downgrade(database, "base")).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aDowngradeThatCannotRemoveThemFailsBeforeAnythingRuns(TestDatabase database) {
        writeTables();
        write("items.sql", "-- repeatable: items\nREPLACE INTO item (id, price) VALUES (1, 10);\n");
        upgrade(database);

        assertThatThrownBy(() -> downgrade(database, "-1"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("What its statement 1 did cannot be removed")
                .hasMessageContaining("Nothing was changed");
        assertThat(journal(database)).hasSize(3);

        write("items.sql", "-- repeatable: items\nREPLACE INTO item (id, price) VALUES (1, 10);\n-- down\n");
        assertThat(downgrade(database, "-1")).containsExactly("items", "002");
        assertThat(database.column("SELECT price FROM item")).containsExactly("10");
        write("items.sql", "-- repeatable: items\n-- irreversible: data\nREPLACE INTO item VALUES (1, 10);\n");
        assertThatThrownBy(() -> upgrade(database)).isInstanceOf(StatementFailedException.class);
        write("items.sql", "-- repeatable: items\n-- irreversible: data\nREPLACE INTO item VALUES (1, 11, 1);\n");
        assertThat(upgrade(database)).containsExactly("items");
        assertThatThrownBy(() -> downgrade(database, "base")).hasMessageContaining("irreversible: data");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theTextThatARelativeDowngradeRestoresIsThatOfItsTarget(TestDatabase database) {
        writeTables();
        writeView("v", "SELECT 1 AS a");
        upgrade(database);
        for (int revision = 3; revision <= 5; revision++) {
            write(
                    revision + ".sql",
                    "-- revision: 00" + revision + "\n-- parents: 00" + (revision - 1) + "\nCREATE TABLE t" + revision
                            + " (id INT);\n");
            writeView("v", "SELECT " + revision + " AS a");
            assertThat(upgrade(database)).containsExactly("00" + revision, "v");
        }
        downgrade(database, "-1");
        assertThat(database.column("SELECT a FROM v")).containsExactly("4");
        downgrade(database, "-1");
        assertThat(database.column("SELECT a FROM v")).containsExactly("3");
        upgrade(database, "004");
        assertThat(database.column("SELECT a FROM v")).containsExactly("3");
        downgrade(database, "002");
        assertThat(database.column("SELECT a FROM v")).containsExactly("1");
        upgrade(database);
        assertThat(database.column("SELECT a FROM v")).containsExactly("5");
    }

    @DatabaseTest(one = true)
    void aScriptNamesThoseThatItLeavesOut(TestDatabase database) throws SQLException {
        writeTables();
        writeView("v", "SELECT id FROM item");
        writeView("w", "SELECT price FROM item");
        ServerVersion server = DatabaseProviders.serverNamed("mariadb-10.11");
        String both = "Repeatable migrations are not part of a script: v, w.\n-- Run \"migrate upgrade\" after";

        assertThat(migrator(database).toSql(Direction.UP, "002", server).text()).contains(both);
        assertThat(migrator(database).toSql(Direction.UP, "001", server).text()).doesNotContain("Repeatable");
        assertThat(migrator(database).toSql(Direction.DOWN, "002:001", server).text())
                .contains("script: v, w.\n-- Only \"migrate downgrade\" restores");
        assertThat(migrator(database).toSql(Direction.DOWN, "002:002", server).text())
                .doesNotContain("Repeatable");

        upgrade(database, "001");
        ClientScript.run(migrator(database).toSql(Direction.UP, "002").text(), database);
        assertThat(migrator(database).toSql(Direction.UP, "heads").text()).contains("There is nothing to do.", both);
        assertThat(upgrade(database)).containsExactly("v", "w");
        writeView("w", "SELECT id, price FROM item");
        assertThat(migrator(database).toSql(Direction.UP, "heads").text()).contains("script: w.\n");
        upgrade(database);
        assertThat(migrator(database).toSql(Direction.UP, "heads").text()).doesNotContain("Repeatable");
        assertThat(migrator(database).toSql(Direction.DOWN, "001").text()).contains("script: v, w.\n");
        downgrade(database, "001");
        assertThat(migrator(database).toSql(Direction.DOWN, "base").text()).doesNotContain("Repeatable");
    }

    @Test
    void aCycleIsRejected() {
        write("a.sql", "-- repeatable: a\n-- after: b\nSELECT 1;\n");
        write("b.sql", "-- repeatable: b\n-- after: a\nSELECT 1;\n");

        assertThatThrownBy(() -> Migrator.builder().sources(folder).build())
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("cannot be sorted")
                .hasMessageContaining("'a' -> 'b' -> 'a'");
    }

    @Test
    void aMissingOneIsRejected() {
        write("a.sql", "-- repeatable: a\n-- after: b\nSELECT 1;\n");

        assertThatThrownBy(() -> Migrator.builder().sources(folder).build())
                .hasMessageContaining("cannot be sorted")
                .hasMessageContaining("b");
    }

    @Test
    void aNameMustDifferFromTheRevisions() {
        writeTables();
        write("a.sql", "-- repeatable: 001\nSELECT 1;\n");

        assertThatThrownBy(() -> Migrator.builder().sources(folder).build())
                .hasMessageContaining("Two migrations have the id 001");
    }
}
