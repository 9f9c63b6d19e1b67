package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.testing.CommandLineClient;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/**
 * A script has the same result when MariaDB's command-line client runs it, when a migration runs it, and as a model.
 */
class ScriptClientTest {

    private static final Charset WESTERN = StandardCharsets.ISO_8859_1;
    private static final int RANDOM_SCRIPTS = 25;

    private static final List<Script> SCRIPTS = List.of(
            new Script("""
                    CREATE TABLE t (id INT PRIMARY KEY);
                    DELIMITER $$
                    DROP PROCEDURE IF EXISTS p;
                    CREATE PROCEDURE p ()
                    BEGIN
                      SELECT 1;
                    END$$
                    DELIMITER ;
                    """, StandardCharsets.UTF_8),
            new Script("""
                    CREATE TABLE t (id INT PRIMARY KEY);
                    delimiter //
                    CREATE FUNCTION f (a INT) RETURNS INT DETERMINISTIC
                      IF a > 1 THEN RETURN 1; ELSE RETURN CASE a WHEN 0 THEN IF(a, 1, 2) ELSE 3 END; END IF;
                    CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW lab: WHILE NEW.id < 3 DO SET NEW.id = NEW.id + 1;
                      END WHILE lab;
                    INSERT INTO t VALUES (1);
                    CREATE EVENT e ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01 00:00:00' DO BEGIN
                      DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END;
                      REPEAT DELETE FROM t; UNTIL 1 END REPEAT;
                    END;
                    CREATE VIEW v AS SELECT ';' AS a//
                    delimiter ;
                    """, StandardCharsets.UTF_8),
            new Script("""
                    CREATE TABLE t (id INT PRIMARY KEY COMMENT 'two
                    lines', c CHAR(9) DEFAULT 'a
                    b');
                    DELIMITER ;;
                    CREATE PROCEDURE p() BEGIN
                      SELECT 'x
                    y'; -- why
                    END;;
                    DELIMITER ;
                    INSERT INTO t VALUES (1, 'c
                    d');
                    """.replace("\n", "\r\n"), StandardCharsets.UTF_8),
            new Script("""
                    \uFEFFCREATE TABLE t (id INT COMMENT 'é漢');
                    """, StandardCharsets.UTF_8),
            new Script("""
                    SET NAMES latin1;
                    CREATE TABLE é (id INT PRIMARY KEY COMMENT 'café', ä CHAR(9) DEFAULT 'ö') COMMENT 'ñ';
                    INSERT INTO é VALUES (1, 'ü');
                    DELIMITER $$
                    CREATE VIEW v AS SELECT 1 AS a; CREATE PROCEDURE p() SELECT 'a'$$
                    """, WESTERN),
            new Script("""
                    /*!40101 SET @OLD=@@CHARACTER_SET_CLIENT */;
                    /*!40101 SET NAMES cp1251 */;
                    CREATE TABLE t (id INT PRIMARY KEY COMMENT 'Привет', c VARCHAR(9) DEFAULT 'мир');
                    INSERT INTO t VALUES (1, 'да');
                    /*!40101 SET CHARACTER_SET_CLIENT=@OLD */;
                    CREATE TABLE u (id INT);
                    """, Charset.forName("windows-1251")));

    @TempDir
    private Path folder;

    /**
     * A script.
     *
     * @param text its text
     * @param charset its encoding
     */
    private record Script(String text, Charset charset) {}

    @Revision(id = "001")
    private record Runs(Path file, Charset charset) implements Migration {
        @Override
        public void up(Operations op) {
            op.script(file, charset);
        }
    }

    @DatabaseTest
    void scriptsRunAsWithTheClient(TestDatabase database) throws IOException, InterruptedException {
        if (database.server().isMariaDb()) {
            CommandLineClient client = CommandLineClient.in(folder);
            for (Script script : SCRIPTS) {
                check(database, client, script);
            }
        }
    }

    @DatabaseTest
    void randomScriptsRunAsWithTheClient(TestDatabase database) throws IOException {
        if (database.server().isMariaDb()) {
            CommandLineClient client = CommandLineClient.in(folder);
            Property.of(ScriptClientTest::random, script -> Stream.<Script>empty())
                    .holds(RANDOM_SCRIPTS, script -> check(database, client, script));
        }
    }

    private void check(TestDatabase database, CommandLineClient client, Script script) {
        String other = database.name() + "_c";
        try {
            Path file = Files.write(folder.resolve("script.sql"), script.text.getBytes(script.charset));
            for (String name : List.of(database.name(), other)) {
                database.execute(
                        "CREATE DATABASE IF NOT EXISTS " + name,
                        "DROP DATABASE " + name,
                        "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            }
            client.run(database, other, file);
            migrator(database, file, script).upgrade("head");

            assertThat(contents(database, database.name())).as(script.text).isEqualTo(contents(database, other));
            SchemaDiff diff = migrator(database, file, script).authoring().diff();
            assertThat(diff.changes()).as(script.text).isEmpty();
            assertThat(diff.remarks()).as(script.text).isEmpty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            database.execute("DROP DATABASE IF EXISTS " + other);
        }
    }

    private static Migrator migrator(TestDatabase database, Path file, Script script) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Runs(file, script.charset))
                .model(Model.ofScript(file, script.charset))
                .build();
    }

    /** The definitions of all objects and the rows of all tables. */
    private static Map<String, String> contents(TestDatabase database, String schema) {
        Map<String, String> contents = new TreeMap<>();
        String here = " WHERE %s = '" + schema + "'";
        for (List<String> object : objects(database, here)) {
            String name = schema + ".`" + object.get(1) + "`";
            List<String> shown = new ArrayList<>();
            database.query("SHOW CREATE " + object.get(0) + " " + name).get(0).stream()
                    .map(String::valueOf)
                    .filter(text -> text.startsWith("CREATE"))
                    .forEach(text -> shown.add(text.replace("`" + schema + "`.", "")));
            if (object.get(0).equals("TABLE")) {
                database.query("SELECT * FROM " + name).forEach(row -> shown.add(row.toString()));
            }
            contents.put(object.toString(), shown.toString());
        }
        return contents;
    }

    private static List<List<String>> objects(TestDatabase database, String here) {
        List<List<String>> objects = new ArrayList<>();
        for (String query : List.of(
                "SELECT IF(table_type = 'VIEW', 'VIEW', 'TABLE'), table_name FROM information_schema.tables"
                        + here.formatted("table_schema") + " AND table_name NOT LIKE 'alembic%'",
                "SELECT routine_type, routine_name FROM information_schema.routines" + here.formatted("routine_schema"),
                "SELECT 'TRIGGER', trigger_name FROM information_schema.triggers" + here.formatted("trigger_schema"),
                "SELECT 'EVENT', event_name FROM information_schema.events" + here.formatted("event_schema"))) {
            database.query(query)
                    .forEach(row -> objects.add(List.of(String.valueOf(row.get(0)), String.valueOf(row.get(1)))));
        }
        return objects;
    }

    /** Objects of all kinds, with random delimiters, line ends, comments and encodings. */
    private static Script random(Random random) {
        Charset charset = random.nextInt(3) == 0 ? WESTERN : StandardCharsets.UTF_8;
        StringBuilder script = new StringBuilder(charset.equals(WESTERN) ? "SET NAMES latin1;\n" : "");
        String delimiter = ";";
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String wanted = one(random, "$$", "//", ";;", "|");
            String keyword = one(random, "DELIMITER ", "delimiter\t", " Delimiter  ");
            script.append(keyword)
                    .append(wanted)
                    .append(one(random, "", " ", " -- from here on"))
                    .append('\n');
            delimiter = wanted;
            for (int j = random.nextInt(3); j >= 0; j--) {
                script.append(one(random, "", "-- it's\n", "/* ; */ ", "\n"))
                        .append(statement(random, i + "_" + j, charset))
                        .append(j > 0 && !delimiter.startsWith(";") && random.nextBoolean() ? ";" : delimiter)
                        .append('\n');
            }
        }
        String text = script.toString();
        return new Script(random.nextInt(3) == 0 ? text.replace("\n", "\r\n") : text, charset);
    }

    /** MariaDB shows programs and views in the encoding of their script. */
    private static String statement(Random random, String name, Charset charset) {
        String text = one(random, "'a'", charset.equals(WESTERN) ? "'e;'" : "'é;'", "'it''s'", "\"x\ny\"", "'\\'--'");
        String block = one(
                random,
                "BEGIN SELECT " + text + "; END",
                "BEGIN\n  IF 1 THEN SELECT IF(1, 2, 3); ELSEIF 2 THEN SELECT 2; ELSE SELECT 3; END IF;\nEND",
                "IF 1 THEN SELECT " + text + "; END IF",
                "CASE 1 WHEN 1 THEN SELECT CASE 2 WHEN 3 THEN 4 END; ELSE BEGIN END; END CASE",
                "lab: LOOP LEAVE lab; END LOOP lab",
                "SELECT " + text,
                "BEGIN DECLARE x INT DEFAULT 1; WHILE x < 2 DO SET x = x + 1; END WHILE; END",
                "BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN DO IF(1, 2, 3); END; SELECT 1; END");
        return one(
                random,
                "CREATE TABLE t" + name + " (a INT COMMENT " + text + ", b VARCHAR(20) DEFAULT " + text + ")",
                "CREATE PROCEDURE p" + name + " ()\n" + block,
                "CREATE PROCEDURE p" + name + " (x INT) COMMENT " + text + " READS SQL DATA " + block,
                "DROP PROCEDURE IF EXISTS p" + name,
                "CREATE FUNCTION f" + name + " () RETURNS CHAR(9) CHARACTER SET utf8mb4 DETERMINISTIC RETURN " + text,
                "CREATE EVENT e" + name + " ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01 00:00:00' DO BEGIN DO 1; END");
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
