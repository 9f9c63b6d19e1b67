package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Schema;
import dev.migrate.testing.CommandLineClient;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
                    CREATE TABLE t (id INT PRIMARY KEY, \\
                      c CHAR(9) DEFAULT 'a\\
                    b');
                    DELIMITER $$
                    CREATE PROCEDURE p() BEGIN
                      INSERT INTO t VALUES \\
                        (1, 'c\\
                    d');
                    END$$
                    DELIMITER ;
                    CALL p();
                    """, StandardCharsets.UTF_8),
            new Script("""
                    SET @kind = 'VARCHAR(9)';
                    SET @text = CONCAT('CREATE TABLE t (id INT, c ', @kind, ')');
                    PREPARE s FROM @text;
                    EXECUTE s;
                    DEALLOCATE PREPARE s;
                    """, StandardCharsets.UTF_8),
            new Script("""
                    CREATE TABLE t (id INT, c VARCHAR(9));
                    CREATE PROCEDURE q(n INT) INSERT INTO t VALUES (n, 'x');
                    DELIMITER $$
                    CREATE PROCEDURE p(n INT) BEGIN
                      IF n > 0 THEN
                        CALL q(n);
                        CALL p(n - 1);
                      END IF;
                      UPDATE t SET c = REPLACE(c, 'x', 'y') WHERE id = 1;
                    END$$
                    DELIMITER ;
                    SET max_sp_recursion_depth = 9;
                    CALL `P`(3);
                    """, StandardCharsets.UTF_8),
            new Script("""
                    \uFEFFCREATE TABLE t (id INT COMMENT 'é漢');
                    """, StandardCharsets.UTF_8),
            new Script("""
                    SET NAMES latin1;
                    CREATE TABLE é (id INT PRIMARY KEY COMMENT 'café', ä CHAR(9) DEFAULT 'ö') COMMENT 'ñ';
                    INSERT INTO é VALUES (1, 'ü');
                    DELIMITER $$
                    CREATE VIEW v AS SELECT 1 AS ß; CREATE PROCEDURE p() SELECT 'ß'$$
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
        requireSameProduct(database);
        CommandLineClient client = CommandLineClient.in(folder);
        for (Script script : SCRIPTS) {
            check(database, client, script);
        }
    }

    @DatabaseTest
    void randomScriptsRunAsWithTheClient(TestDatabase database) throws IOException {
        requireSameProduct(database);
        CommandLineClient client = CommandLineClient.in(folder);
        Property.of(ScriptClientTest::random, script -> Stream.<Script>empty())
                .holds(RANDOM_SCRIPTS, script -> check(database, client, script));
    }

    /** The client cannot log in to MySQL 8, and 5.7 keeps a semicolon after a program that another statement follows. */
    private static void requireSameProduct(TestDatabase database) {
        assumeTrue(database.server().isMariaDb(), "the client of the tests is MariaDB's");
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
            migrator(database.dataSource(), file, script).upgrade("head");

            DataSource ofClient = TestDatabase.dataSource(database.url().replace(database.name(), other));
            assertThat(tables(database, database.name())).as(script.text).isEqualTo(tables(database, other));
            assertThat(programs(database.dataSource())).as(script.text).isEqualTo(programs(ofClient));
            assertNoDifference(database.dataSource(), file, script);
            assertNoDifference(ofClient, file, script);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            database.execute("DROP DATABASE IF EXISTS " + other);
        }
    }

    private static void assertNoDifference(DataSource dataSource, Path file, Script script) {
        SchemaDiff diff = migrator(dataSource, file, script).authoring().diff();
        assertThat(diff.changes()).as(script.text).isEmpty();
        assertThat(diff.remarks()).as(script.text).isEmpty();
    }

    private static Migrator migrator(DataSource dataSource, Path file, Script script) {
        return Migrator.builder()
                .dataSource(dataSource)
                .migrations(new Runs(file, script.charset))
                .model(Model.ofScript(file, script.charset))
                .build();
    }

    /** The definitions and the rows of all tables. */
    private static Map<String, String> tables(TestDatabase database, String schema) {
        Map<String, String> tables = new TreeMap<>();
        for (List<@Nullable String> row :
                database.query("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                        + "' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'alembic%'")) {
            String name = schema + ".`" + row.get(0) + "`";
            tables.put(
                    String.valueOf(row.get(0)),
                    database.query("SHOW CREATE TABLE " + name).get(0).get(1)
                            + database.query("SELECT * FROM " + name));
        }
        return tables;
    }

    /** All other objects, without the settings of the session that created them. */
    private static List<Object> programs(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Schema schema = new MySqlSchemaReader().read(connection);
            assertThat(schema.omissions()).isEmpty();
            List<Object> programs = new ArrayList<>();
            schema.views().forEach(view -> programs.add(view.withContext(CreationContext.OF_SESSION)));
            schema.routines().forEach(routine -> programs.add(routine.withContext(CreationContext.OF_SESSION)));
            schema.triggers().forEach(trigger -> programs.add(trigger.withContext(CreationContext.OF_SESSION)));
            schema.events().forEach(event -> programs.add(event.withSettings(null, CreationContext.OF_SESSION)));
            return programs;
        }
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
                        .append(statement(random, i + "_" + j))
                        .append(j > 0 && !delimiter.startsWith(";") && random.nextBoolean() ? ";" : delimiter)
                        .append('\n');
            }
        }
        String text = script.toString();
        return new Script(random.nextInt(3) == 0 ? text.replace("\n", "\r\n") : text, charset);
    }

    private static String statement(Random random, String name) {
        String text = one(random, "'a'", "'é;'", "'it''s'", "\"x\ny\"", "'\\'--'");
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
