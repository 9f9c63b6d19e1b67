package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.journal.JournalPage;
import dev.migrate.plan.Direction;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.TextFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations in SQL files, in source folders and on the class path. */
class SqlMigrationTest {

    private static final String CUSTOMERS = """
            -- revision: 001
            -- message: customers
            CREATE TABLE customer (
                id INT PRIMARY KEY,
                name VARCHAR(80) NOT NULL
            );
            INSERT INTO customer VALUES (1, 'Ann; Bob');
            """;

    private static final String EMAIL = """
            -- revision: 002
            -- parents: 001
            -- message: e-mail

            -- up
            ALTER TABLE customer ADD COLUMN email VARCHAR(120), ADD INDEX ix_name (name);
            ALTER TABLE customer ADD CONSTRAINT uq_email UNIQUE (email);
            CREATE VIEW customers AS SELECT id, name FROM customer;

            DELIMITER $$
            CREATE TRIGGER lower_case BEFORE INSERT ON customer FOR EACH ROW
            BEGIN
                SET NEW.email = LOWER(NEW.email);
            END $$
            DELIMITER ;
            RENAME TABLE customer TO client;
            """;

    @TempDir
    private Path folder = Path.of("");

    private void write(String name, String text) {
        TextFile.write(folder.resolve(name), text);
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder)
                .build();
    }

    @DatabaseTest
    void runsTheFilesOfAFolderAndRevertsThem(TestDatabase database) throws IOException {
        write("001.sql", CUSTOMERS);
        write("later/002.sql", EMAIL);
        Migrator migrator = migrator(database);

        assertThat(migrator.upgrade("head").steps())
                .extracting(step -> step.revision().id(), step -> step.statements())
                .containsExactly(tuple("001", 2), tuple("002", 5));
        assertThat(database.tables()).containsExactly("alembic_version", "client", "customers");
        assertThat(database.column("SELECT name FROM client")).containsExactly("Ann; Bob");
        assertThat(database.column("SELECT column_name FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE() AND table_name = 'client' AND index_name = 'uq_email'"))
                .containsExactly("email");

        migrator.downgrade("001");
        assertThat(database.tables()).containsExactly("alembic_version", "customer");
        assertThat(database.column("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 'customer' ORDER BY 1"))
                .containsExactly("id", "name");

        migrator.downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
        assertThat(migrator.upgrade("head").after()).containsExactly("002");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aFailureNamesTheFileAndTheLineAndTheRunIsResumedThere(TestDatabase database) throws IOException {
        write("001.sql", CUSTOMERS);
        write("002.sql", EMAIL);
        migrator(database).upgrade("001");
        database.execute("CREATE TABLE customers (id INT)");

        assertThat(catchThrowableOfType(
                        StatementFailedException.class, () -> migrator(database).upgrade("head")))
                .hasMessageContaining("at statement 3 of 5 (" + folder.resolve("002.sql") + ", line 8)")
                .hasMessageContaining("Statements 1 to 2 are committed.");

        database.execute("DROP TABLE customers");
        assertThat(migrator(database).upgrade("head").after()).containsExactly("002");
        assertThat(migrator(database).journal(JournalPage.newestFirst(1)).get(0).statementCount())
                .isEqualTo(5);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void anInterruptedFileIsRevertedByItsInverse(TestDatabase database) throws IOException {
        write("001.sql", CUSTOMERS);
        write("002.sql", EMAIL);
        migrator(database).upgrade("001");
        database.execute("CREATE TABLE customers (id INT)");
        assertThatThrownBy(() -> migrator(database).upgrade("head")).isInstanceOf(StatementFailedException.class);

        migrator(database).abort();

        assertThat(database.column("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 'customer' ORDER BY 1"))
                .containsExactly("id", "name");
        assertThat(migrator(database).interrupted()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void whatHasNoInverseIsNamed(TestDatabase database) throws IOException {
        write("001.sql", CUSTOMERS);
        write("002.sql", "-- revision: 002\n-- parents: 001\n\nALTER TABLE customer\n  DROP COLUMN name;\n");
        write(
                "003.sql",
                "-- revision: 003\n-- parents: 002\n-- irreversible: the names are gone\nUPDATE customer SET id = 2;\n");
        migrator(database).upgrade("heads");

        assertThat(catchThrowableOfType(
                        InvalidMigrationException.class,
                        () -> migrator(database).downgrade("002")))
                .hasMessageContaining("Migration 003 cannot be reversed.")
                .hasMessageContaining("declares it as irreversible: the names are gone")
                .extracting(InvalidMigrationException::reason)
                .isEqualTo(InvalidMigrationException.Reason.IRREVERSIBLE);
        migrator(database).stamp("002");
        assertThat(catchThrowableOfType(
                        InvalidMigrationException.class,
                        () -> migrator(database).downgrade("001")))
                .hasMessageContaining("The statement \"ALTER TABLE customer DROP COLUMN name\" in line 4 of "
                        + folder.resolve("002.sql")
                        + " has no inverse. It does not contain the previous definition of what it changes.");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theWrittenDowngradeIsUsed(TestDatabase database) throws IOException {
        write("001.sql", CUSTOMERS + "-- down\nDROP TABLE customer;\nCREATE TABLE gone (id INT);\n");
        migrator(database).upgrade("head");

        migrator(database).downgrade("base");

        assertThat(database.tables()).containsExactly("alembic_version", "gone");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aStatementThatIsNotAllowedIsNamedBeforeAnythingRuns(TestDatabase database) throws IOException {
        write("001.sql", CUSTOMERS + "\nUSE other;\n");

        assertThatThrownBy(() -> migrator(database).upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(folder.resolve("001.sql") + " is not valid in line 9")
                .hasMessageContaining("A migration must not run USE");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theScriptAndThePlanContainTheStatementsUnchanged(TestDatabase database) throws IOException {
        write("001.sql", CUSTOMERS);
        Migrator migrator = migrator(database);

        assertThat(migrator.plan(Direction.UP).steps().get(0).sql())
                .containsExactly(
                        "CREATE TABLE customer (\n    id INT PRIMARY KEY,\n    name VARCHAR(80) NOT NULL\n)",
                        "INSERT INTO customer VALUES (1, 'Ann; Bob')");
        assertThat(migrator.toSql(Direction.UP, "base:head").text())
                .contains("INSERT INTO customer VALUES (1, 'Ann; Bob')");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void placeholdersAreReplacedOutsideOfQuotesAndComments(TestDatabase database) throws IOException {
        write("001.sql", """
                -- revision: 001
                -- up
                CREATE TABLE ${prefix}_customer (name VARCHAR(80)); -- ${unknown}
                /* ${unknown} */
                INSERT INTO ${prefix}_customer VALUES ('${prefix}'), ("${owner}"), ('$${owner}');
                """);
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder)
                .placeholder("prefix", "shop")
                .placeholderInQuotes("owner", "Ann")
                .build();

        migrator.upgrade("head");

        assertThat(database.column("SELECT name FROM shop_customer ORDER BY name"))
                .containsExactlyInAnyOrder("${owner}", "${prefix}", "Ann");
        migrator.downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @DatabaseTest(one = true)
    void aPlaceholderWithoutAValueIsNamed(TestDatabase database) throws IOException {
        write("001.sql", "-- revision: 001\nCREATE TABLE a (id INT);\nCREATE TABLE ${name} (id INT);\n");

        assertThatThrownBy(() -> Migrator.builder()
                        .dataSource(database.dataSource())
                        .sources(folder)
                        .placeholder("other", "x")
                        .build()
                        .upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(folder.resolve("001.sql")
                        + " is not valid in line 3: the placeholder ${name} has no value. Nothing was changed.");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(one = true)
    void withoutValuesNothingIsReplaced(TestDatabase database) throws IOException {
        write("001.sql", "-- revision: 001\nCREATE TABLE a (b VARCHAR(20));\nINSERT INTO a VALUES ('${x}');\n");

        migrator(database).upgrade("head");

        assertThat(database.column("SELECT b FROM a")).containsExactly("${x}");
    }

    @DatabaseTest(one = true)
    void findsTheFilesOfAPackageInAFolderAndInAJar(TestDatabase database) throws IOException {
        write("shop/migrations/001.sql", CUSTOMERS);
        write("shop/migrations/later/002.sql", EMAIL);
        write("shop/other/003.sql", "-- revision: 003\n-- parents: 002\n");
        Path jar = folder.resolve("shop.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name :
                    List.of("shop/migrations/001.sql", "shop/migrations/later/002.sql", "shop/other/003.sql")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
            }
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
        }
        for (Path place : List.of(folder, jar)) {
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
                Migrator migrator = Migrator.builder()
                        .dataSource(database.dataSource())
                        .scan("shop.migrations", loader)
                        .build();

                assertThat(migrator.upgrade("head").after()).containsExactly("002");
                migrator.downgrade("base");
            }
        }
    }

    @Test
    void aChangedFileOfAPackageIsReadAgain() throws IOException {
        write("shop/migrations/001.sql", CUSTOMERS);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(messageIn(loader)).isEqualTo("customers");
            write("shop/migrations/001.sql", CUSTOMERS.replace("message: customers", "message: clients"));
            Files.setLastModifiedTime(folder.resolve("shop/migrations/001.sql"), FileTime.fromMillis(1));

            assertThat(messageIn(loader)).isEqualTo("clients");
        }
    }

    private static String messageIn(ClassLoader loader) {
        return Migrator.builder()
                .scan("shop.migrations", loader)
                .build()
                .authoring()
                .heads()
                .get(0)
                .revision()
                .message();
    }

    @Test
    void theSourceOfAMigrationIsItsFile() throws IOException {
        write("001.sql", CUSTOMERS);

        assertThat(Migrator.builder().sources(folder).build().authoring().sourceFile("001"))
                .contains(folder.resolve("001.sql"));
    }

    @Test
    void twoFilesWithOneIdAreNamed() throws IOException {
        write("a.sql", CUSTOMERS);
        write("b.sql", CUSTOMERS);

        assertThatThrownBy(() -> Migrator.builder().sources(folder).build())
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("Two migrations have the id 001: " + folder.resolve("a.sql") + " and "
                        + folder.resolve("b.sql"));
    }
}
