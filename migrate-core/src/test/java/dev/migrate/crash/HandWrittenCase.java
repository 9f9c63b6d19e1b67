package dev.migrate.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements that are written by hand, and the one at which the runner dies.
 *
 * @param name what is tried
 * @param setup what is in the database before
 * @param script the statements of the migration
 * @param victim the beginning of the statement
 * @param meddling what somebody else does after the death, before the next run
 * @param servers a pattern of the versions that have the syntax
 * @param mayAsk whether the outcome may be unknown
 */
record HandWrittenCase(
        String name,
        List<String> setup,
        List<String> script,
        String victim,
        List<String> meddling,
        String servers,
        boolean mayAsk) {

    private static final String ANY = ".*";
    private static final String MARIADB = ".*MariaDB.*";

    private static final String T = "CREATE TABLE t (id INT PRIMARY KEY, n INT, m INT)";
    private static final String ROWS = "INSERT INTO t (id, n, m) VALUES (1, 1, 10), (2, 2, 20)";
    private static final String COPY = "CREATE TABLE u (id INT PRIMARY KEY, n INT, m INT)";
    private static final String LOG = "CREATE TABLE log (what INT)";
    private static final String PARTS = "CREATE TABLE p (id INT) PARTITION BY RANGE (id)"
            + " (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20))";

    static List<HandWrittenCase> all() {
        List<HandWrittenCase> all = new ArrayList<>(tables());
        all.addAll(alterations());
        all.addAll(programs());
        all.addAll(rows());
        all.addAll(sessions());
        all.addAll(meddled());
        return all;
    }

    /** The cases for SQL files, one of each kind, because the statements take the same way as those in Java. */
    static List<HandWrittenCase> ofFiles() {
        List<HandWrittenCase> some = new ArrayList<>(tables());
        some.addAll(rows());
        some.addAll(sessions());
        // A comment before a statement of a script is not sent.
        some.removeIf(each -> each.victim().startsWith("/*"));
        return some;
    }

    private static List<HandWrittenCase> tables() {
        return List.of(
                one("a new table", List.of(), "CREATE TABLE t (id INT PRIMARY KEY, KEY (id))"),
                one("a table that is there", List.of(T), "CREATE TABLE IF NOT EXISTS t (id INT)"),
                one("a table like another", List.of(T), "CREATE TABLE u LIKE t"),
                one("a table of a query", List.of(T, ROWS), "CREATE TABLE u AS SELECT n FROM t"),
                one("two dropped tables", List.of(T, COPY), "DROP TABLE t, u"),
                one("a table that may be missing", List.of(T), "DROP TABLE IF EXISTS t"),
                one("a comment in front", List.of(T), "/* why */ -- and how\nALTER TABLE t ADD c INT"),
                one("a comment inside", List.of(T), "DROP /* for ever */ TABLE # t\n t"),
                one("names beyond ASCII", List.of(), "CREATE TABLE größe (größe INT)"),
                one("a renamed table", List.of(T, ROWS), "RENAME TABLE t TO event"),
                one("a table renamed by ALTER", List.of(T, ROWS), "ALTER TABLE t RENAME TO view"),
                one(
                        "tables of different definitions that exchange names",
                        List.of(T, ROWS, "CREATE TABLE u (a INT)"),
                        "RENAME TABLE t TO x, u TO t, x TO u"),
                asking(
                        "tables of equal definitions that exchange names",
                        List.of(T, ROWS, COPY),
                        "RENAME TABLE t TO x, u TO t, x TO u"),
                asking("a truncated table", List.of(T, ROWS), "TRUNCATE TABLE t"),
                one("statistics", List.of(T, ROWS), "ANALYZE TABLE t"),
                one("a table that is rebuilt", List.of(T, ROWS), "OPTIMIZE TABLE t"),
                on(MARIADB, one("a sequence", List.of(), "CREATE SEQUENCE s")));
    }

    private static List<HandWrittenCase> alterations() {
        return List.of(
                one(
                        "a table with the name of a kind",
                        List.of("CREATE TABLE event (id INT PRIMARY KEY, n INT)"),
                        "ALTER TABLE event ADD INDEX (n)"),
                one("an index without a name", List.of(T), "ALTER TABLE t ADD INDEX (n), ALGORITHM=INPLACE"),
                one(
                        "a second index of the same column",
                        List.of(T, "CREATE INDEX i ON t (n)"),
                        "ALTER TABLE t ADD KEY (n)"),
                one(
                        "a foreign key without a name",
                        List.of(T, COPY),
                        "ALTER TABLE u ADD FOREIGN KEY (n) REFERENCES t (id)"),
                one("several clauses", List.of(T), "ALTER TABLE t ADD (a INT, b INT), DROP COLUMN n, COMMENT 'select'"),
                one("the same definition", List.of(T, ROWS), "ALTER TABLE t MODIFY n INT"),
                one("a wider type", List.of(T, ROWS), "ALTER TABLE t MODIFY COLUMN n BIGINT COMMENT 'select' FIRST"),
                one("columns that exchange names", List.of(T, ROWS), "ALTER TABLE t CHANGE n m INT, CHANGE m n INT"),
                on(
                        "(8|9)\\..*",
                        one(
                                "columns that exchange names, renamed",
                                List.of(T, ROWS),
                                "ALTER TABLE t RENAME COLUMN n TO m, RENAME COLUMN m TO n")),
                one("a default", List.of(T), "ALTER TABLE t ALTER n SET DEFAULT 5"),
                one("a comment of the table", List.of(T), "ALTER TABLE t COMMENT = 'a, b'"),
                one("a row format", List.of(T), "ALTER TABLE t ROW_FORMAT=COMPACT"),
                one("a character set", List.of(T), "ALTER TABLE t CONVERT TO CHARACTER SET latin1"),
                one("an index", List.of(T), "CREATE UNIQUE INDEX i USING BTREE ON t (n)"),
                one("a dropped index", List.of(T, "CREATE INDEX i ON t (n)"), "DROP INDEX i ON t"),
                one(
                        "a new partition",
                        List.of(PARTS),
                        "ALTER TABLE p ADD PARTITION (PARTITION p2 VALUES LESS THAN (30))"),
                one("a dropped partition", List.of(PARTS), "ALTER TABLE p DROP PARTITION p0"),
                one(
                        "partitions that are merged",
                        List.of(PARTS),
                        "ALTER TABLE p REORGANIZE PARTITION p0, p1 INTO (PARTITION p1 VALUES LESS THAN (20))"),
                one("a table without partitions", List.of(PARTS), "ALTER TABLE p REMOVE PARTITIONING"),
                asking(
                        "a truncated partition",
                        List.of(PARTS, "INSERT INTO p VALUES (1), (11)"),
                        "ALTER TABLE p TRUNCATE PARTITION p0"),
                on(
                        "[589]\\.[^M]*",
                        asking(
                                "an exchanged partition",
                                List.of(
                                        PARTS,
                                        "INSERT INTO p VALUES (1), (11)",
                                        "CREATE TABLE q (id INT)",
                                        "INSERT INTO q VALUES (2)"),
                                "ALTER TABLE p EXCHANGE PARTITION p0 WITH TABLE q")));
    }

    private static List<HandWrittenCase> programs() {
        String view = "CREATE VIEW v AS SELECT n FROM t";
        return List.of(
                one(
                        "a view with words in front",
                        List.of(T),
                        "CREATE ALGORITHM = MERGE DEFINER = CURRENT_USER SQL SECURITY INVOKER VIEW v AS SELECT n FROM t"),
                one("a view that is there", List.of(T, view), "CREATE OR REPLACE VIEW v AS SELECT m FROM t"),
                one("two dropped views", List.of(T, view, "CREATE VIEW w AS SELECT m FROM t"), "DROP VIEW v, w"),
                one("a view in a version comment", List.of(T), "/*!50001 CREATE VIEW `v` AS SELECT n FROM t */"),
                one("a trigger", List.of(T), "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW SET NEW.m = 1"),
                one(
                        "a procedure",
                        List.of(LOG),
                        "CREATE PROCEDURE q() BEGIN INSERT INTO log VALUES (1); SELECT 1; END"),
                one("a dropped procedure", List.of("CREATE PROCEDURE q() SELECT 1"), "DROP PROCEDURE IF EXISTS q"),
                one("an event", List.of(LOG), "CREATE EVENT e ON SCHEDULE EVERY 1 YEAR DO SET @a = 1"),
                one("an event that is changed", List.of(event("e")), "ALTER EVENT e DISABLE"),
                one("an event that is renamed", List.of(event("e")), "ALTER EVENT e RENAME TO f"),
                one("a dropped event", List.of(event("e"), event("f")), "DROP EVENT e"));
    }

    private static List<HandWrittenCase> rows() {
        String writes = "CREATE FUNCTION f() RETURNS INT DETERMINISTIC MODIFIES SQL DATA"
                + " BEGIN INSERT INTO log VALUES (1); RETURN 1; END";
        String commits = "CREATE PROCEDURE q() BEGIN INSERT INTO log VALUES (1); COMMIT; END";
        return List.of(
                one("rows", List.of(T), ROWS),
                one("rows that are changed", List.of(T, ROWS), "UPDATE t SET n = n + 1"),
                one(
                        "a procedure that does not commit",
                        List.of(LOG, "CREATE PROCEDURE q() INSERT INTO log VALUES (1)"),
                        "CALL q()"),
                asking("a procedure that commits", List.of(LOG, commits), "CALL q()"),
                one("a function that writes", List.of(LOG, writes), "SET @r = f()"),
                script(
                        "a function that writes, before a table",
                        List.of(LOG, writes),
                        "CREATE TABLE a",
                        List.of("SET @r = f()", "CREATE TABLE a (id INT)")),
                on(
                        MARIADB,
                        one(
                                "settings of one statement",
                                List.of(T),
                                "SET STATEMENT max_statement_time = 9 FOR " + ROWS)),
                on(
                        MARIADB,
                        one(
                                "settings of one change",
                                List.of(T),
                                "SET STATEMENT lock_wait_timeout = 9 FOR ALTER TABLE t ADD INDEX (n)")),
                on(MARIADB, one("a statement that is analyzed", List.of(T, ROWS), "ANALYZE UPDATE t SET n = n + 1")));
    }

    private static List<HandWrittenCase> sessions() {
        String parents = "CREATE TABLE parent (id INT PRIMARY KEY AUTO_INCREMENT, n INT)";
        String children = "CREATE TABLE child (n INT, parent INT)";
        String parent = "INSERT INTO parent (n) VALUES (7)";
        // A transaction that was rolled back has used up numbers.
        String names = "UPDATE child SET parent = (SELECT n FROM parent WHERE id = child.parent)";
        String noNumbers = "UPDATE parent SET id = n";
        return List.of(
                script(
                        "a generated key",
                        List.of(parents, children),
                        "INSERT INTO child",
                        List.of(
                                parent,
                                "SET @p = LAST_INSERT_ID()",
                                "SELECT MAX(n) INTO @m FROM parent",
                                "INSERT INTO child (n, parent) VALUES (@m, @p)",
                                names,
                                noNumbers,
                                "ALTER TABLE child ADD note INT")),
                script(
                        "a generated key, and then a table",
                        List.of(parents, children),
                        "ALTER TABLE child",
                        List.of(
                                parent,
                                "INSERT INTO child (n, parent) VALUES (1, LAST_INSERT_ID())",
                                "ALTER TABLE child ADD note INT",
                                "SET @x = 5",
                                names,
                                noNumbers,
                                "INSERT INTO child (n) VALUES (@x)")),
                script(
                        "constants over a table",
                        List.of(T),
                        "ALTER TABLE t",
                        List.of(
                                "SET @a = 5, @b = CONCAT('x', @a), @mode = @@sql_mode",
                                "SET sql_mode = 'ANSI_QUOTES'",
                                "ALTER TABLE t ADD \"c\" VARCHAR(9)",
                                "INSERT INTO t (id, n, \"c\") VALUES (9, @a, @b)",
                                "SET sql_mode = @mode")),
                script(
                        "a savepoint",
                        List.of(LOG),
                        "ROLLBACK TO",
                        List.of(
                                "INSERT INTO log VALUES (0)",
                                "START TRANSACTION",
                                "INSERT INTO log VALUES (1)",
                                "SAVEPOINT s",
                                "INSERT INTO log VALUES (2)",
                                "ROLLBACK TO SAVEPOINT s",
                                "RELEASE SAVEPOINT s",
                                "COMMIT",
                                "INSERT INTO log VALUES (3)")),
                script(
                        "a procedure in a transaction",
                        List.of(LOG, "CREATE PROCEDURE q() INSERT INTO log VALUES (7)"),
                        "CALL q()",
                        List.of(
                                "BEGIN",
                                "INSERT INTO log VALUES (1)",
                                "CALL q()",
                                "INSERT INTO log VALUES (2)",
                                "COMMIT")),
                script(
                        "rows and a procedure",
                        List.of(LOG, "CREATE PROCEDURE q() INSERT INTO log VALUES (7)"),
                        "CALL q()",
                        List.of("INSERT INTO log VALUES (1)", "CALL q()", "INSERT INTO log VALUES (2)")),
                script(
                        "what is shown and explained",
                        List.of(LOG),
                        "SHOW TABLES",
                        List.of(
                                "INSERT INTO log VALUES (1)",
                                "SHOW TABLES",
                                "EXPLAIN SELECT 1",
                                "INSERT INTO log VALUES (2)")),
                script(
                        "settings that need no transaction",
                        List.of(LOG),
                        "SET SESSION TRANSACTION",
                        List.of(
                                "INSERT INTO log VALUES (1)",
                                "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
                                "INSERT INTO log VALUES (2)")),
                script(
                        "a prepared statement",
                        List.of(LOG),
                        "EXECUTE s",
                        List.of(
                                "SET @n = 3",
                                "PREPARE s FROM 'INSERT INTO log VALUES (?)'",
                                "EXECUTE s USING @n",
                                "DEALLOCATE PREPARE s")),
                maybe(script(
                        "a column if it is missing",
                        List.of(T),
                        "DEALLOCATE PREPARE s",
                        List.of(
                                "SET @c = (SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()"
                                        + " AND table_name = 't' AND column_name = 'c')",
                                "SET @s = IF(@c > 0, 'DO 0', 'ALTER TABLE t ADD c INT')",
                                "PREPARE s FROM @s",
                                "EXECUTE s",
                                "DEALLOCATE PREPARE s",
                                "CREATE TABLE a (id INT)"))),
                script(
                        "a computed statement that does not commit",
                        List.of(T, ROWS, LOG),
                        "EXECUTE s",
                        List.of(
                                "SELECT MAX(n) INTO @m FROM t",
                                "SET @s = CONCAT('INSERT INTO log VALUES (', @m, ')')",
                                "PREPARE s FROM @s",
                                "EXECUTE s",
                                "DEALLOCATE PREPARE s",
                                "CREATE TABLE a (id INT)")));
    }

    private static List<HandWrittenCase> meddled() {
        return List.of(
                meddled("another table", List.of(T, ROWS), "RENAME TABLE t TO u", "CREATE TABLE x (id INT)"),
                meddled("another comment", List.of(T), "ALTER TABLE t ADD c INT", "ALTER TABLE t COMMENT 'new'"),
                meddled("another index", List.of(T), "ALTER TABLE t ADD INDEX (n)", "CREATE INDEX other ON t (m)"),
                meddled(
                        "another index of a comment",
                        List.of(T),
                        "ALTER TABLE t COMMENT 'new'",
                        "CREATE INDEX i ON t (m)"),
                meddled("another event", List.of(), event("e"), event("f")),
                meddled(
                        "another view",
                        List.of(T),
                        "CREATE VIEW v AS SELECT n FROM t",
                        "CREATE VIEW w AS SELECT n FROM t"),
                meddled(
                        "another partition",
                        List.of(PARTS),
                        "ALTER TABLE p DROP PARTITION p0",
                        "ALTER TABLE p ADD PARTITION (PARTITION p2 VALUES LESS THAN (30))"));
    }

    private static String event(String name) {
        return "CREATE EVENT " + name + " ON SCHEDULE EVERY 1 YEAR STARTS '2035-01-01 00:00:00' DO SELECT 1";
    }

    private static HandWrittenCase one(String name, List<String> setup, String statement) {
        return script(name, setup, statement, List.of(statement));
    }

    private static HandWrittenCase asking(String name, List<String> setup, String statement) {
        return maybe(one(name, setup, statement));
    }

    private static HandWrittenCase script(String name, List<String> setup, String victim, List<String> script) {
        return new HandWrittenCase(name, setup, script, victim, List.of(), ANY, false);
    }

    private static HandWrittenCase meddled(String name, List<String> setup, String statement, String meddling) {
        HandWrittenCase one = one(name, setup, statement);
        return new HandWrittenCase(
                one.name + " of somebody else", setup, one.script, statement, List.of(meddling), ANY, false);
    }

    private static HandWrittenCase maybe(HandWrittenCase one) {
        return new HandWrittenCase(one.name, one.setup, one.script, one.victim, one.meddling, one.servers, true);
    }

    private static HandWrittenCase on(String servers, HandWrittenCase one) {
        return new HandWrittenCase(one.name, one.setup, one.script, one.victim, one.meddling, servers, one.mayAsk);
    }

    @Override
    public String toString() {
        return name + " (" + victim + ")";
    }
}
