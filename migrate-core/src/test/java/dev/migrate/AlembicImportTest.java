package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.internal.mysql.script.ClientScript;
import dev.migrate.plan.NewRevision;
import dev.migrate.schema.Table;
import dev.migrate.source.AlembicImportResult;
import dev.migrate.source.AlembicProject;
import dev.migrate.source.ImportedMigration;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The revisions of an Alembic project become migrations, and a database that it has stamped can be upgraded. */
class AlembicImportTest {

    private static final String VERSIONS = """
        CREATE TABLE alembic_version (
            version_num VARCHAR(32) NOT NULL,\s
            CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
        );

        """;

    private static final String A1 = """
        -- Running upgrade  -> a1

        CREATE TABLE account (
            id INTEGER NOT NULL AUTO_INCREMENT,\s
            name VARCHAR(50) COMMENT 'it''s \\\\ \"here\"',\s
            PRIMARY KEY (id)
        );

        INSERT INTO account (name) VALUES ('a;b'), ('c\\\\d'), ('what? \"\"\"');

        INSERT INTO alembic_version (version_num) VALUES ('a1');

        """;

    private static final String B2 = """
        -- Running upgrade a1 -> b2

        CREATE TRIGGER named BEFORE INSERT ON account FOR EACH ROW BEGIN
            SET NEW.name = CONCAT(NEW.name, ';');
        END;

        ALTER TABLE account ADD COLUMN email VARCHAR(100);

        UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

        """;

    private static final String C3 = """
        -- Running upgrade a1 -> c3

        CREATE TABLE audit (
            id INTEGER NOT NULL
        );

        INSERT INTO alembic_version (version_num) VALUES ('c3');

        """;

    private static final String D4 = """
        -- Running upgrade b2, c3 -> d4

        DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

        UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

        """;

    private static final String BACK = """
        -- Running downgrade d4 -> b2, c3

        INSERT INTO alembic_version (version_num) VALUES ('b2');

        UPDATE alembic_version SET version_num='c3' WHERE alembic_version.version_num = 'd4';

        -- Running downgrade c3 -> a1

        DROP TABLE audit;

        DELETE FROM alembic_version WHERE alembic_version.version_num = 'c3';

        -- Running downgrade b2 -> a1

        ALTER TABLE account DROP COLUMN email;

        DROP TRIGGER named;

        UPDATE alembic_version SET version_num='a1' WHERE alembic_version.version_num = 'b2';

        -- Running downgrade a1 ->\s

        DROP TABLE account;

        DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

        """;

    @TempDir
    private Path place;

    private Path root() {
        return place.resolve("project");
    }

    private Path made() {
        return place.resolve("made");
    }

    private void revision(String id, String down, String more, String message) {
        TextFile.write(
                root().resolve("migrations/versions/" + id + "_x.py"),
                String.format(Locale.ROOT, """
                    \"""%s

                    Revision ID: %s
                    Create Date: 2023-04-05 06:07:08.900000

                    \"""
                    from alembic import op

                    revision = '%s'
                    down_revision = %s
                    %s

                    def upgrade():
                        op.execute("SELECT 'C:\\\\users'")  # */


                    def downgrade():
                        raise NotImplementedError()
                    """, message, id, id, down, more));
    }

    /** Four revisions: two on branches, and a merge. */
    private void project() {
        TextFile.write(root().resolve("alembic.ini"), "[alembic]\n# where\nscript_location = %(here)s/migrations\n");
        TextFile.write(root().resolve("migrations/env.py"), "");
        TextFile.write(root().resolve("migrations/versions/__init__.py"), "");
        revision("a1", "None", "branch_labels = ('app',)", "accounts with \\\"names\\\"");
        revision("b2", "'a1'", "", "addresses");
        revision("c3", "'a1'", "depends_on = None", "audit");
        revision("d4", "('b2', 'c3')", "", "joins both");
    }

    /** Acts as Python and Alembic: prints the text for its arguments, or an error. */
    private String python(String... argumentsAndOutputs) {
        Path python = place.resolve("bin/python3");
        TextFile.write(python, """
            #!/bin/sh
            shift 2
            answer="$(dirname "$0")/$(printf %s "$*" | tr ' :' '_.')"
            [ -f "$answer" ] && exec cat "$answer"
            echo "INFO  [alembic.runtime.migration] Running ..." >&2
            echo "NotImplementedError: no database" >&2
            exit 1
            """);
        answer("--version", "alembic 1.13.1\n");
        for (int i = 0; i < argumentsAndOutputs.length; i += 2) {
            answer(argumentsAndOutputs[i], argumentsAndOutputs[i + 1]);
        }
        try {
            Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return python.toString();
    }

    private void answer(String arguments, String output) {
        TextFile.write(place.resolve("bin").resolve(arguments.replace(' ', '_').replace(':', '.')), output);
    }

    private String wholePython() {
        return python("upgrade heads --sql", VERSIONS + A1 + B2 + C3 + D4, "downgrade d4:base --sql", BACK);
    }

    private SourceOptions target() {
        return SourceOptions.of("imported").folder(made()).date(LocalDate.of(2026, 1, 2));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MigratorBuilder migrations() {
        return Migrator.builder().sources(made());
    }

    @Test
    void containsTheSqlOfAlembic() {
        project();

        AlembicImportResult result = written(AlembicProject.in(root()).python(wholePython()));

        assertThat(result.withoutSql()).isNull();
        assertThat(result.migrations())
                .extracting(one -> one.written().revision().id())
                .containsExactly("a1", "c3", "b2", "d4");
        assertThat(result.migrations()).allMatch(one -> one.blanks().isEmpty());
        assertThat(text(made().resolve("M001_AccountsWithNames.java"))).isEqualTo("""
            package imported;

            import dev.migrate.migration.Migration;
            import dev.migrate.migration.Revision;
            import dev.migrate.operation.Operations;

            /**
             * Accounts with "names"
             *
             * <p>Written on 2023-04-05.
             */
            @Revision(id = "a1", labels = "app", message = "accounts with \\"names\\"")
            public final class M001_AccountsWithNames implements Migration {

                @Override
                public void up(Operations op) {
                    op.execute(\"""
                            CREATE TABLE account (
                                id INTEGER NOT NULL AUTO_INCREMENT,
                                name VARCHAR(50) COMMENT 'it''s \\\\\\\\ "here"',
                                PRIMARY KEY (id)
                            )\""");
                    op.execute("INSERT INTO account (name) VALUES ('a;b'), ('c\\\\\\\\d'), ('what? \\"\\"\\"')");
                }

                @Override
                public void down(Operations op) {
                    op.execute("DROP TABLE account");
                }
            }
            """);
        assertThat(text(made().resolve("M004_JoinsBoth.java")))
                .contains("parents = {\"b2\", \"c3\"},")
                .contains("// This revision merges branches. There is nothing to do.");
        assertThat(migrations().build().authoring().heads())
                .extracting(details -> details.revision().message())
                .containsExactly("joins both");
    }

    @Test
    void requestsMissingRevisionsIndividually() {
        project();
        String python = python(
                "upgrade heads --sql",
                VERSIONS + A1,
                "upgrade a1:b2 --sql",
                B2,
                "upgrade b2:d4 --sql",
                C3 + D4,
                "downgrade d4:b2 --sql",
                BACK.substring(0, BACK.indexOf("-- Running downgrade b2")));

        AlembicImportResult result = written(AlembicProject.in(root()).python(python));

        assertThat(result.migrations())
                .extracting(ImportedMigration::blanks)
                .containsExactly(List.of("down"), List.of("up", "down"), List.of("down"), List.of());
        assertThat(text(made().resolve("M002_Audit.java"))).contains("""
                @Override
                public void up(Operations op) {
                    // Alembic did not generate the SQL: NotImplementedError: no database
                    //
                    // def upgrade():
                    //     op.execute("SELECT 'C:\\\\users'")  # */
                    throw new UnsupportedOperationException("Write up by hand, like upgrade in c3_x.py.");
                }
            """);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void unwrittenMethodsThrow(TestDatabase database) {
        project();
        AlembicImportResult result =
                written(AlembicProject.in(root().resolve("migrations")).withoutPython());
        Migrator migrator = migrations().dataSource(database.dataSource()).build();

        assertThat(result.withoutSql()).contains("Python is disabled");
        assertThat(catchThrowableOfType(InvalidMigrationException.class, () -> migrator.upgrade("a1")))
                .hasMessageContaining("Migration a1 could not be recorded")
                .hasMessageContaining("Write up by hand, like upgrade in a1_x.py.");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void hasTheEffectOfAlembic(TestDatabase database) throws SQLException {
        project();
        written(AlembicProject.in(root()).python(wholePython()));
        Migrator migrator = migrations().dataSource(database.dataSource()).build();

        migrator.upgrade("heads");
        List<Table> tables = tables(database);
        List<?> rows = database.query("SELECT * FROM account");
        assertThat(migrator.downgrade("base").after()).isEmpty();
        assertThat(database.tables()).containsExactly("alembic_version");
        database.execute("DROP TABLE alembic_version", "DROP TABLE alembic_version_journal");
        // Escaped for the client, which Alembic does not do.
        ClientScript.run(
                VERSIONS
                        + A1
                        + B2.replace("-- Running upgrade a1 -> b2", "DELIMITER $$")
                                .replace("END;", "END$$\nDELIMITER ;")
                        + C3
                        + D4,
                database);

        assertThat(tables(database)).isEqualTo(tables);
        assertThat(database.query("SELECT * FROM account")).isEqualTo(rows);
    }

    private static List<Table> tables(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new MySqlSchemaReader()
                    .read(connection).tables().stream()
                            .filter(table -> !table.name().startsWith("alembic_version"))
                            .toList();
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void continuesInADatabaseThatAlembicHasStamped(TestDatabase database) {
        project();
        written(AlembicProject.in(root()).python(wholePython()));
        database.execute(
                VERSIONS.strip().replace(";", ""),
                "CREATE TABLE account (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50), email VARCHAR(100))",
                "INSERT INTO alembic_version (version_num) VALUES ('b2')");

        Migrator migrator = migrations().dataSource(database.dataSource()).build();
        assertThat(migrator.current())
                .extracting(status -> status.revision().message())
                .containsExactly("addresses");
        assertThat(migrator.history()).hasSize(4);
        migrator.upgrade("head");
        migrator.authoring().createRevision(NewRevision.of("what comes next").id("e5"), target());
        Migrator next = migrations().dataSource(database.dataSource()).build();
        next.upgrade("head");

        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("e5");
        assertThat(database.tables()).containsExactly("account", "alembic_version", "audit");
    }

    @Test
    void writesNothingIfARevisionCannotBeRead() throws IOException {
        project();
        revision("e5", "find()", "", "no");
        assertThat(catchThrowableOfType(
                        SourceException.class,
                        () -> written(AlembicProject.in(root()).withoutPython())))
                .hasMessageContaining("e5_x.py, line 10: this is not a literal value.");

        revision("e5", "'nobody'", "", "no");
        assertThat(catchThrowableOfType(
                        RevisionException.class,
                        () -> written(AlembicProject.in(root()).withoutPython())))
                .extracting(RevisionException::reason)
                .isEqualTo(RevisionException.Reason.UNKNOWN_PARENT);
        assertThat(Files.exists(made())).isFalse();

        assertThat(catchThrowableOfType(
                        SourceException.class,
                        () -> written(AlembicProject.in(place).withoutPython())))
                .hasMessageContaining("has no alembic.ini, no env.py next to a versions folder, and no revisions.");
    }

    @Test
    void doesNotOverwriteFiles() throws IOException {
        project();
        written(AlembicProject.in(root()).withoutPython());

        assertThat(catchThrowableOfType(
                        SourceException.class,
                        () -> written(AlembicProject.in(root()).withoutPython())))
                .hasMessageContaining("already contains the revision \"a1\". Nothing was written.");
        try (Stream<Path> files = Files.list(made())) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void findsTheRevisionsInARelativeFolder() {
        project();
        Path relative = Path.of("").toAbsolutePath().relativize(root().toAbsolutePath());

        AlembicImportResult result = written(AlembicProject.in(relative).python(wholePython()));

        assertThat(result.withoutSql()).isNull();
        assertThat(result.migrations().get(0).original()).isEqualTo(relative.resolve("migrations/versions/a1_x.py"));
    }

    @Test
    void needsNoSqlForEmptyMethods() {
        project();
        Path file = root().resolve("migrations/versions/d4_x.py");
        String nothing = "\ndef upgrade() -> None:\n    \"\"\"Nothing.\"\"\"\n    pass\n\ndef downgrade():\n    pass\n";
        TextFile.write(file, text(file).replaceAll("(?s)\ndef upgrade.*", "") + nothing);

        AlembicImportResult result = written(AlembicProject.in(root()).withoutPython());

        assertThat(result.migrations()).extracting(one -> one.blanks().size()).containsExactly(2, 2, 2, 0);
        assertThat(text(made().resolve("M004_JoinsBoth.java")))
                .contains("// This revision merges branches. There is nothing to do.");
    }

    @Test
    void hidesThePasswordThatAnErrorOfPythonShows() {
        project();
        String python = python();
        TextFile.write(
                place.resolve("bin/python3"), "#!/bin/sh\necho 'cannot parse mysql://me:sec@ret@host/x' >&2\nexit 1\n");

        AlembicImportResult result = written(AlembicProject.in(root()).python(python));

        assertThat(result.withoutSql()).contains("cannot parse mysql://***@host/x");
        assertThat(text(made().resolve("M002_Audit.java")))
                .contains("mysql://***@host/x")
                .doesNotContain("ret@");
    }

    @Test
    void reportsWhyAlembicCannotBeCalled() {
        project();

        AlembicImportResult result = written(AlembicProject.in(root().resolve("migrations/versions"))
                .python(place.resolve("no-python").toString()));

        assertThat(result.withoutSql()).contains("no-python");
        assertThat(result.migrations()).allMatch(one -> one.blanks().equals(List.of("up", "down")));
    }

    private AlembicImportResult written(AlembicProject project) {
        return Migrator.builder().build().authoring().importAlembic(project, target());
    }
}
