package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.MigrateException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Rehearsals with a sample of the rows. */
class SampledRehearsalTest {

    private static final int DUPLICATE = 1_062;
    private static final int TOO_LONG = 1_406;
    private static final int TRUNCATED = 1_265;
    private static final int ORPHAN = 1_452;

    private static final String NOT_COMPARED =
            "The result was not compared with what the migrations create, because the"
                    + " database differs from that already.";

    @Revision(id = "1", message = "statements")
    private record Statements(List<String> up, List<String> down) implements Migration {
        @Override
        public void up(Operations op) {
            up.forEach(op::execute);
        }

        @Override
        public void down(Operations op) {
            down.forEach(op::execute);
        }
    }

    /** Rehearses statements, and checks that the database is unchanged and the scratch database was dropped. */
    private static Rehearsal rehearsed(TestDatabase database, int rows, List<String> up, List<String> down) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Statements(up, down))
                .build();
        List<Object> contents = contents(database);
        List<Object> scratch = scratchDatabases(database);

        Rehearsal rehearsal = migrator.rehearse(rows, Direction.UP);

        assertThat(contents(database)).isEqualTo(contents);
        assertThat(scratch).containsAll(scratchDatabases(database));
        return rehearsal;
    }

    private static List<Object> contents(TestDatabase database) {
        List<Object> contents = new ArrayList<>();
        for (String table : database.column("SHOW TABLES")) {
            String name = quoted(table);
            contents.add(database.query("SHOW CREATE TABLE " + name));
            String columns = database.column("SHOW COLUMNS FROM " + name).stream()
                    .map(column -> "HEX(" + quoted(column) + ")")
                    .collect(Collectors.joining(", "));
            contents.add(database.query("SELECT " + columns + " FROM " + name));
        }
        return contents;
    }

    private static String quoted(@Nullable String name) {
        return "`" + String.valueOf(name).replace("`", "``") + "`";
    }

    private static List<Object> scratchDatabases(TestDatabase database) {
        return List.copyOf(database.query("SHOW DATABASES LIKE 'migrate\\_scratch\\_%'"));
    }

    private static int serverCode(Rehearsal rehearsal) {
        MigrateException failure = Objects.requireNonNull(rehearsal.failure());
        assertThat(failure)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("with a sample of the rows")
                .hasMessageContaining("The database was not changed")
                .hasMessageNotContaining("migrate_scratch_");
        return ((StatementFailedException) failure).serverCode();
    }

    /** The first two rows and the last two are copied: each statement fails because of one of the last ones. */
    @DatabaseTest
    void rowsRevealWhatAnEmptyTableDoesNot(TestDatabase database) {
        database.execute(
                "CREATE TABLE parent (id INT PRIMARY KEY)",
                "CREATE TABLE child (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL, parent_id INT NULL)",
                "INSERT INTO parent VALUES (1), (2), (3), (4), (5), (6), (7)",
                "INSERT INTO child VALUES"
                        + " (1, 'ann', 4), (2, 'bob', 5), (3, 'eve', NULL), (8, 'zoe', 6), (9, 'bob', 7)");
        String unique = "ALTER TABLE child ADD UNIQUE KEY u (name)";
        String shorter = "ALTER TABLE child MODIFY COLUMN name VARCHAR(3) NOT NULL";
        String key = "ALTER TABLE child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id)";
        List<String> down = List.of(
                "ALTER TABLE child DROP FOREIGN KEY fk",
                "ALTER TABLE child DROP KEY fk",
                "ALTER TABLE child MODIFY COLUMN name VARCHAR(20) NOT NULL",
                "ALTER TABLE child DROP KEY u");
        List<String> all = List.of(unique, shorter, key);

        assertThat(serverCode(rehearsed(database, 4, all, down))).isEqualTo(DUPLICATE);
        assertThat(rehearsed(database, 0, all, down).failure()).isNull();
        // The row in the middle is not part of the sample.
        database.execute("UPDATE child SET name = 'zac' WHERE id = 9", "UPDATE child SET name = 'ann' WHERE id = 3");
        Rehearsal good = rehearsed(database, 4, all, down);
        assertThat(good.failure()).isNull();
        assertThat(good.isSuccessful()).isTrue();
        assertThat(good.rows()).isEqualTo(Map.of("child", 4L, "parent", 6L));
        assertThat(serverCode(rehearsed(database, 5, all, down))).isEqualTo(DUPLICATE);

        database.execute("UPDATE child SET name = 'zaco' WHERE id = 9");
        assertThat(serverCode(rehearsed(database, 4, all, down))).isIn(TOO_LONG, TRUNCATED);
        database.execute("UPDATE child SET name = 'zac', parent_id = 70 WHERE id = 9");
        assertThat(serverCode(rehearsed(database, 4, all, down))).isEqualTo(ORPHAN);
    }

    /** A query of the sample, which fails unless it finds exactly one row. */
    private static String requireOne(String condition) {
        return "INSERT INTO found VALUES ((SELECT CASE COUNT(*) WHEN 1 THEN 1 END FROM " + condition + "))";
    }

    /** The trigger is created after the rows were copied, so that it adds none. */
    @DatabaseTest
    void rowsOfUnusualTablesAreCopied(TestDatabase database) {
        String version = database.server().version();
        boolean hasInvisibleColumns = !version.startsWith("5.7") && !version.startsWith("8.0.15");
        String table = "`it's a ``table`";
        database.execute(
                "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
                "CREATE TABLE " + table + " (`a b` INT AUTO_INCREMENT, `c``d` DATE NOT NULL, e INT AS (j + 1) STORED,"
                        + " f TIMESTAMP NOT NULL DEFAULT '2001-01-01 00:00:00', g JSON, h BIT(3), i POINT,"
                        + " j INT NOT NULL DEFAULT 5" + (hasInvisibleColumns ? " INVISIBLE" : "")
                        + ", k INT AS (j + 1) VIRTUAL, PRIMARY KEY (`c``d`, `a b`), KEY (`a b`), KEY (k))",
                "INSERT INTO " + table + " (`a b`, `c``d`, f, g, h, i, j) VALUES"
                        + " (0, '0000-00-00', '0000-00-00 00:00:00', '[1]', b'101', ST_GeomFromText('POINT(1 2)'), 6),"
                        + " (7, '2020-02-00', '2020-01-01 00:00:00', NULL, b'1', NULL, 7)",
                "CREATE TABLE keyless (a INT, b CHAR(3))",
                "INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (2, 'y')",
                "CREATE TABLE other (a INT PRIMARY KEY)",
                "INSERT INTO other VALUES (1)",
                "CREATE TRIGGER added AFTER INSERT ON keyless FOR EACH ROW INSERT INTO other VALUES (NEW.a)",
                "CREATE VIEW shown AS SELECT * FROM keyless");

        Rehearsal rehearsal = rehearsed(
                database,
                2,
                List.of(
                        "CREATE TABLE found (n INT NOT NULL)",
                        requireOne(table + " WHERE `a b` = 0 AND `c``d` + 0 = 0 AND e = 7 AND f + 0 = 0"
                                + " AND JSON_EXTRACT(g, '$[0]') = 1 AND h + 0 = 5 AND ST_Y(i) = 2 AND j = 6 AND k = 7"),
                        requireOne(table + " WHERE `a b` = 7 AND `c``d` + 0 = 20200200 AND i IS NULL AND j = 7"),
                        requireOne("(SELECT COUNT(*) AS n FROM keyless) AS counted WHERE n = 2"),
                        requireOne("other"),
                        "ALTER TABLE " + table + " ADD COLUMN x INT"),
                List.of("ALTER TABLE " + table + " DROP COLUMN x", "DROP TABLE found"));

        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.remarks()).containsExactly(NOT_COMPARED);
        assertThat(rehearsal.isSuccessful()).isTrue();
        assertThat(rehearsal.rows()).isEqualTo(Map.of("it's a `table", 2L, "keyless", 2L, "other", 1L));
    }

    /** Each row refers to the one before it, and the first copied row of a child to a parent outside of the sample. */
    @DatabaseTest(oneOfEachProduct = true)
    void referencedRowsAreCopied(TestDatabase database) {
        database.execute(
                "CREATE TABLE node (id INT PRIMARY KEY, previous INT NULL,"
                        + " FOREIGN KEY (previous) REFERENCES node (id))",
                "INSERT INTO node VALUES (1, NULL), (2, 1), (3, 2), (4, 3), (5, 4), (6, NULL)",
                "CREATE TABLE leaf (id INT PRIMARY KEY, a INT NULL, b INT NULL, FOREIGN KEY (a) REFERENCES node (id))",
                "INSERT INTO leaf VALUES (1, 5, 2), (2, NULL, NULL), (3, NULL, 6)");

        Rehearsal rehearsal = rehearsed(
                database,
                2,
                List.of(
                        "ALTER TABLE leaf MODIFY COLUMN a BIGINT NULL, DROP FOREIGN KEY leaf_ibfk_1",
                        "ALTER TABLE leaf ADD CONSTRAINT fk FOREIGN KEY k (b) REFERENCES node (id)"),
                List.of("ALTER TABLE leaf DROP FOREIGN KEY fk"));

        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.remarks()).containsExactly(NOT_COMPARED);
        // One to five because of the chain, and six because of the new key.
        assertThat(rehearsal.rows()).isEqualTo(Map.of("leaf", 2L, "node", 6L));
    }

    @Test
    void aNegativeNumberOfRowsIsRejected() {
        Migrator migrator = Migrator.builder()
                .dataSource(TestDatabase.dataSource("jdbc:mysql://localhost/none"))
                .migrations(new Statements(List.of(), List.of()))
                .build();

        Assertions.assertThrows(IllegalArgumentException.class, () -> migrator.rehearse(-1, Direction.UP));
    }
}
