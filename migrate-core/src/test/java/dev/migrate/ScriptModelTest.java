package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.error.SchemaException;
import dev.migrate.internal.engine.ScratchModelContext;
import dev.migrate.internal.engine.SingleConnectionDataSource;
import dev.migrate.internal.mysql.MySqlProvider;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

/** The schema that a script creates, determined in a scratch database that is dropped afterwards. */
class ScriptModelTest {

    private static final String SCRIPT = """
        -- The shop.
        SET FOREIGN_KEY_CHECKS = 0;
        CREATE TABLE books (
          id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
          author_id int NOT NULL,
          title varchar(100) NOT NULL DEFAULT 'it''s; untitled' COMMENT 'on the cover',
          CONSTRAINT fk_books_author FOREIGN KEY (author_id) REFERENCES authors (id)
        );
        CREATE TABLE authors (id int NOT NULL PRIMARY KEY, name varchar(50) UNIQUE) COMMENT 'writers';
        INSERT INTO authors VALUES (1, 'Ursula');
        CREATE VIEW titles AS SELECT title FROM books;
        DELIMITER $$
        CREATE TRIGGER shout BEFORE INSERT ON books FOR EACH ROW BEGIN SET NEW.title = UPPER(NEW.title); END $$
        """;

    @TempDir
    Path folder;

    @DatabaseTest
    void equalsTheResultOfTheScript(TestDatabase database) throws IOException, SQLException {
        Schema wanted = Model.ofScript(file(SCRIPT)).schema(context(database));

        Schema found;
        try (ScratchDatabase byHand = new MySqlProvider().scratchDatabases().create(database.dataSource());
                Connection connection = byHand.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE authors (id int PRIMARY KEY, name varchar(50), UNIQUE KEY name (name))"
                    + " COMMENT 'writers'");
            statement.execute(
                    "CREATE TABLE books (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, author_id int NOT NULL,"
                            + " title varchar(100) NOT NULL DEFAULT 'it''s; untitled' COMMENT 'on the cover',"
                            + " CONSTRAINT fk_books_author FOREIGN KEY (author_id) REFERENCES authors (id))");
            found = new MySqlSchemaReader().readModel(connection);
        }
        assertThat(wanted.tables()).isEqualTo(found.tables());
        assertThat(wanted.encoding()).isEqualTo(found.encoding());
        assertThat(wanted.views()).hasSize(1);
        assertThat(wanted.triggers()).hasSize(1);
        assertThat(database.tables()).isEmpty();
        assertNothingIsLeft(database);
    }

    @DatabaseTest
    void reportsTheFailedStatementWithItsLineAndCleansUp(TestDatabase database) throws IOException {
        Path file =
                file("CREATE TABLE a (id int);\n\n  -- CREATE TABLE b (x nonsense)\nCREATE TABLE b (x nonsense);\n");

        Throwable thrown = catchThrowable(() -> Model.ofScript(file).schema(context(database)));

        assertThat(thrown)
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("The statement at line 4 of the script " + file + " failed: ")
                .hasMessageContaining("(server code ")
                .hasMessageContaining(
                        "Statement: CREATE TABLE b (x nonsense). It was executed in a scratch database, which has"
                                + " been dropped.");
        assertNothingIsLeft(database);
    }

    @DatabaseTest
    void runsNothingOfAScriptThatIsNotAllowed(TestDatabase database) throws IOException {
        ModelContext context = context(database);
        Path unsplittable = file("CREATE TABLE a (id int);\nCREATE TABLE b (c varchar(9) DEFAULT 'x);\n");
        assertThat(catchThrowable(() -> Model.ofScript(unsplittable).schema(context)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("line 2, column 38, a quote is not closed")
                .hasMessageNotContaining("igration");
        Path leaving = file("USE mysql;\nDROP TABLE user;\n");
        assertThat(catchThrowable(() -> Model.ofScript(leaving).schema(context)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("The statement at line 1 of the script " + leaving)
                .hasMessageNotContaining("igration");
        Path missing = folder.resolve("missing.sql");
        assertThat(catchThrowable(() -> Model.ofScript(missing).schema(context)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("missing.sql");
        Path latin = folder.resolve("latin.sql");
        Files.write(latin, "SET NAMES latin1;\nCREATE TABLE ä (id int)".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowable(() -> Model.ofScript(latin).schema(context)))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith(
                        "The script " + latin
                                + " cannot be read: it is not encoded in UTF-8: in line 2, byte 14 is E4. Nothing was changed.");
        assertNothingIsLeft(database);
    }

    @DatabaseTest
    void aScriptMayHaveAnotherEncoding(TestDatabase database) throws IOException {
        Path latin = folder.resolve("latin.sql");
        for (String names : List.of("", "SET NAMES latin1;\n", "/*!40101 SET character_set_client = 'latin1' */;\n")) {
            Files.write(latin, (names + "CREATE TABLE ä (id int COMMENT 'é')").getBytes(StandardCharsets.ISO_8859_1));

            Schema schema = Model.ofScript(latin, StandardCharsets.ISO_8859_1).schema(context(database));

            assertThat(schema.tables()).extracting(Table::name).as(names).containsExactly("ä");
            assertThat(schema.tables().get(0).columns().get(0).comment()).isEqualTo("é");
        }
    }

    /** A script is no migration: it runs once, in one session, and is never resumed. */
    @DatabaseTest
    void theRulesForMigrationsDoNotApply(TestDatabase database) throws IOException, SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            ModelContext pooled = new ScratchModelContext(
                    new SingleConnectionDataSource(connection),
                    context(database).server());
            Schema schema = Model.ofScript(file("""
                    CREATE TEMPORARY TABLE n (id INT);
                    CREATE TABLE a (id INT);
                    LOCK TABLES a WRITE;
                    INSERT INTO a VALUES (1);
                    UNLOCK TABLES;
                    START TRANSACTION;
                    ROLLBACK;
                    SET autocommit = 0;
                    SELECT GET_LOCK('x', 1);
                    """)).schema(pooled);

            assertThat(schema.tables()).extracting(Table::name).containsExactly("a");
        }
        for (String text : List.of("", " \n", "-- later\n", "\uFEFF")) {
            Schema schema = Model.ofScript(file(text)).schema(context(database));
            assertThat(schema.tables()).isEmpty();
        }
        assertNothingIsLeft(database);
    }

    @DatabaseTest
    void hasTheCharacterSetOfTheDatabaseAndRestoresTheConnection(TestDatabase database)
            throws IOException, SQLException {
        database.execute("ALTER DATABASE " + database.name() + " CHARACTER SET latin1 COLLATE latin1_general_ci");
        try (Connection connection = database.dataSource().getConnection()) {
            DataSource pool = new SingleConnectionDataSource(connection);
            ModelContext context =
                    new ScratchModelContext(pool, context(database).server());

            Schema schema =
                    Model.ofScript(file(SCRIPT + "$$ SET sql_mode = ''")).schema(context);

            assertThat(schema.encoding().collation()).isEqualTo("latin1_general_ci");
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(
                            "SELECT DATABASE(), @@foreign_key_checks, @@autocommit, @@sql_mode = @@GLOBAL.sql_mode")) {
                result.next();
                assertThat(result.getString(1)).isEqualTo(database.name());
                assertThat(List.of(result.getInt(2), result.getInt(3))).isEqualTo(List.of(1, 1));
            }
        }
        assertNothingIsLeft(database);
    }

    @DatabaseTest
    void theDocumentedPrivilegesAreEnoughAndTheirAbsenceIsExplained(TestDatabase database) throws IOException {
        String user = "s_" + database.name();
        database.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT ON " + database.name() + ".* TO '" + user + "'@'%'");
        try {
            DataSource limited = database.dataSource(user, "pw", database.name());
            ModelContext context =
                    new ScratchModelContext(limited, context(database).server());
            Model model = Model.ofScript(file("CREATE TABLE a (id int PRIMARY KEY);\nCREATE INDEX i ON a (id)"));

            assertThat(catchThrowable(() -> model.schema(context)))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("GRANT")
                    .hasMessageContaining("`migrate\\_scratch\\_%`.*");

            database.execute("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES"
                    + " ON `migrate\\_scratch\\_%`.* TO '" + user + "'@'%'");
            assertThat(model.schema(context).tables()).hasSize(1);
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
        assertNothingIsLeft(database);
    }

    private Path file(String script) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "schema", ".sql"), script);
    }

    private static ModelContext context(TestDatabase database) {
        return new ScratchModelContext(
                database.dataSource(),
                DatabaseProviders.renderer(database.server().version()).server());
    }

    /** Other test runs may have temporary scratch databases at the same time. */
    private static void assertNothingIsLeft(TestDatabase database) {
        List<String> before = scratchDatabases(database);
        if (!before.isEmpty()) {
            sleep();
            assertThat(scratchDatabases(database)).doesNotContainAnyElementsOf(before);
        }
    }

    private static List<String> scratchDatabases(TestDatabase database) {
        return database.column("SHOW DATABASES LIKE 'migrate\\_scratch\\_%'").stream()
                .map(String::valueOf)
                .toList();
    }

    private static void sleep() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @DatabaseTest
    void aScriptThatReachesBeyondItsDatabaseIsRejected(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE kept (id INT)", "INSERT INTO kept VALUES (1)");
        String other = database.name();
        for (String statement : List.of(
                "SET GLOBAL long_query_time = 77",
                "SET @a = 1, @@GLOBAL.long_query_time = 77",
                "/*!50003 SET GLOBAL long_query_time = 77 */",
                "SET STATEMENT long_query_time = 1 FOR DROP DATABASE " + other,
                "BEGIN NOT ATOMIC DROP DATABASE " + other,
                "SET PASSWORD = 'x'",
                "CREATE USER intruder",
                "CREATE OR REPLACE ROLE intruder",
                "GRANT ALL ON *.* TO intruder",
                "CREATE DATABASE intruder",
                "DROP DATABASE " + other,
                "FLUSH TABLES",
                "RESET MASTER",
                "CALL p()",
                "SELECT 1 INTO OUTFILE '/tmp/intruder'",
                "LOAD DATA INFILE '/tmp/x' INTO TABLE t",
                "DROP TABLE IF EXISTS " + other + ".kept",
                "DROP TABLE a, `" + other + "`.kept",
                "ALTER TABLE " + other + ".kept ADD x INT",
                "CREATE TABLE " + other + ".intruder (id INT)",
                "CREATE OR REPLACE VIEW " + other + ".v AS SELECT 1",
                "CREATE INDEX i ON " + other + ".kept (id)",
                "CREATE EVENT e ON SCHEDULE EVERY 1 SECOND DO DELETE FROM " + other + ".kept",
                "RENAME TABLE " + other + ".kept TO a",
                "RENAME TABLE a TO " + other + ".b",
                "TRUNCATE " + other + ".kept",
                "INSERT " + other + ".kept VALUES (2)",
                "INSERT INTO " + other + ".kept VALUES (2)",
                "UPDATE " + other + ".kept SET id = 2",
                "DELETE FROM " + other + ".kept")) {
            Path file = file("CREATE TABLE a (id INT);\n" + statement + ";\n");

            assertThat(catchThrowable(() -> Model.ofScript(file).schema(context(database))))
                    .as(statement)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("a model describes the schema of one database")
                    .hasMessageContaining("Nothing was executed");
        }
        assertThat(database.column("SELECT id FROM kept")).containsExactly("1");
        assertThat(database.tables()).containsExactly("kept");
        assertNothingIsLeft(database);
    }

    /** Neither through a procedure of the script nor through a statement that it prepares. */
    @DatabaseTest
    void aScriptReachesNothingElseThroughItsProceduresAndPreparedStatements(TestDatabase database) throws IOException {
        database.execute(
                "CREATE TABLE kept (id INT)",
                "INSERT INTO kept VALUES (1)",
                "CREATE PROCEDURE p() DELETE FROM kept",
                "CREATE TABLE b (id INT)");
        String other = database.name();
        for (String statements : List.of(
                "CALL " + other + ".p()",
                "CALL p()",
                "CREATE PROCEDURE q() CALL p();\nCALL q()",
                "CREATE PROCEDURE q() DELETE FROM " + other + ".kept;\nCALL q()",
                "CREATE PROCEDURE q() DELETE FROM " + other + ".kept;\nCREATE PROCEDURE r() CALL q();\nCALL r()",
                "CREATE PROCEDURE q() IF 1 THEN DELETE FROM " + other + ".kept; END IF;\nCALL q()",
                "CREATE PROCEDURE q() SELECT id FROM a INTO OUTFILE '/tmp/intruder';\nCALL q()",
                "CREATE PROCEDURE q() SET @@GLOBAL.long_query_time = 77;\nCALL q()",
                "CREATE PROCEDURE q() FLUSH TABLES;\nCALL q()",
                "CREATE PROCEDURE q() BEGIN SET @s = 'DROP DATABASE " + other
                        + "'; PREPARE s FROM @s; EXECUTE s; END;\nCALL q()",
                "SET @s = 'DELETE FROM " + other + ".kept';\nPREPARE s FROM @s;\nEXECUTE s",
                "PREPARE s FROM 'DELETE FROM " + other + ".kept';\nEXECUTE s",
                "SET @s = CONCAT('USE ', 'mysql');\nPREPARE s FROM @s;\nEXECUTE s",
                "SET @s = 'CALL " + other + ".p()';\nPREPARE s FROM @s;\nEXECUTE s",
                "EXECUTE s",
                "PREPARE s FROM CONCAT('DELETE FROM ', '" + other + ".kept');\nEXECUTE s",
                "CREATE PROCEDURE q() SELECT 1;\nPREPARE s FROM 'SELECT 1';\nEXECUTE s;\nCALL q()",
                "EXECUTE IMMEDIATE 'SELECT 1'")) {
            Path file = file("DELIMITER $$\nCREATE TABLE a (id INT);\n$$\n" + statements.replace(";\n", "\n$$\n"));

            assertThat(catchThrowable(() -> Model.ofScript(file).schema(context(database))))
                    .as(statements)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("a model describes the schema of one database");
        }
        assertThat(database.column("SELECT id FROM kept")).containsExactly("1");
        assertNothingIsLeft(database);
    }

    @DatabaseTest
    void namesOfOtherDatabasesMayBeRead(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE kept (id INT)");
        Path file = file("CREATE TABLE a (id INT);\nCREATE VIEW v AS SELECT a.id FROM a JOIN " + database.name()
                + ".kept k ON a.id = k.id;\nINSERT INTO a SELECT id FROM " + database.name() + ".kept;\n"
                + "UPDATE a x JOIN a y ON x.id = y.id SET x.id = 1;\n"
                + "SET @old = @@GLOBAL.sql_mode;\n");

        assertThat(Model.ofScript(file).schema(context(database)).tables()).hasSize(1);
    }

    /** With this setting, Connector/J ignores {@code setCatalog}: the script would run in the migrated database. */
    @DatabaseTest
    void theScratchDatabaseIsUsedWhateverTheDriverCallsADatabase(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE kept (id INT)", "INSERT INTO kept VALUES (1)");
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl(database.url() + "&databaseTerm=SCHEMA");
        Migrator migrator = Migrator.builder()
                .dataSource(dataSource)
                .model(Model.ofScript(file("DROP TABLE IF EXISTS kept;\nCREATE TABLE kept (id INT);\n")))
                .build();

        assertThat(migrator.authoring().diff().changes()).isEmpty();

        assertThat(database.column("SELECT id FROM kept")).containsExactly("1");
        assertNothingIsLeft(database);
    }
}
