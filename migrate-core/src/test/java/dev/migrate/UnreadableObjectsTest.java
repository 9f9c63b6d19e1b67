package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.model.Model;
import dev.migrate.plan.NewRevision;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TableBuilder;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

/** One object that cannot be read does not end the comparison: the others are compared, and it is named. */
class UnreadableObjectsTest {

    @TempDir
    private Path place;

    @DatabaseTest
    void aRoutineOfAnotherUserIsNamed(TestDatabase database) {
        String user = "u_" + database.name();
        database.execute(
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1",
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT, ALTER, EXECUTE ON " + database.name() + ".* TO '" + user + "'@'%'");
        try {
            SchemaDiff diff =
                    diff(database.dataSource(user, "pw", database.name()), t -> t.column("a", ColumnType.integer()));

            assertThat(diff.changes())
                    .singleElement()
                    .satisfies(change ->
                            assertThat(change.operation().description()).isEqualTo("add column t.a"));
            assertThat(diff.notices()).singleElement().asString().startsWith("The routine f is not compared");
            assertThat(diff(database.dataSource(user, "pw", database.name()), t -> {})
                            .isEmpty())
                    .isTrue();
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
    }

    @DatabaseTest
    void aTableWithAnInvalidExpressionIsNamed(TestDatabase database) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        if (server.isAtLeast(MySqlVersions.MYSQL, 5, 7, 0) && !server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 13)) {
            return;
        }
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "CREATE TABLE u (id INT PRIMARY KEY)");

        SchemaDiff diff = diff(
                database.dataSource(),
                t -> t.column("a", ColumnType.integer()).defaultExpression("no_such_function(1)"));

        assertThat(diff.notices()).singleElement().asString().startsWith("The table t is not compared");
        assertThat(diff.changes())
                .singleElement()
                .satisfies(
                        change -> assertThat(change.operation().description()).isEqualTo("drop table u"));
    }

    @DatabaseTest
    void expressionsAreComparedWhereEachTableNeedsAPrimaryKey(TestDatabase database) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        if (!server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 16)) {
            return;
        }
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, CONSTRAINT ck CHECK (id > 0))");

        SchemaDiff diff = diff(
                TestDatabase.dataSource(database.url() + "&sessionVariables=sql_require_primary_key=1"),
                t -> t.check("ck", "id > 1"));

        assertThat(diff.notices()).isEmpty();
        assertThat(diff.changes()).hasSize(2);
    }

    private static SchemaDiff diff(DataSource dataSource, Consumer<TableBuilder> definition) {
        TableBuilder table = new TableBuilder("t");
        table.column("id", ColumnType.integer()).notNull();
        table.primaryKey("id");
        definition.accept(table);
        Schema schema = Schema.builder().table(table.build()).build();
        return Migrator.builder()
                .dataSource(dataSource)
                .model(Model.of(schema))
                .build()
                .authoring()
                .diff();
    }

    /** What a generated migration cannot create is a comment in it. */
    @DatabaseTest
    void attributesWithoutAnOperationAreNamed(TestDatabase database) throws IOException {
        Path script = Files.writeString(place.resolve("schema.sql"), """
            CREATE TABLE k (a INT, b INT, PRIMARY KEY (b, a) COMMENT 'key');
            CREATE TABLE m1 (id INT NOT NULL) ENGINE=MyISAM;
            CREATE TABLE m (id INT NOT NULL) ENGINE=MERGE UNION=(m1) INSERT_METHOD=LAST;
            """);

        String source = Migrator.builder()
                .dataSource(database.dataSource())
                .model(Model.ofScript(script))
                .build()
                .authoring()
                .autogenerate(
                        NewRevision.of("init").id("a1"), SourceOptions.of("x").folder(place))
                .orElseThrow()
                .source();

        assertThat(source)
                .contains(
                        "The comment of the primary key of table k is not compared: no operation contains it",
                        "The option INSERT_METHOD of table m is not compared",
                        "The option UNION of table m is not compared");
    }

    /** MySQL 5.7 and 8.0.15 parse checks and ignore them, as do MySQL 5.7 and MariaDB 10.7 with descending keys. */
    @DatabaseTest
    void attributesThatTheServerIgnoresAreNoDifference(TestDatabase database) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        database.execute("CREATE TABLE t (id INT PRIMARY KEY, KEY k (id DESC))");

        SchemaDiff diff = diff(database.dataSource(), t -> {
            t.check("ck", "id > 1");
            t.index("k", "id").descending();
        });

        if (Capability.CHECK.isIn(server)) {
            assertThat(diff.changes()).hasSize(1);
        } else {
            assertThat(diff.isEmpty()).isTrue();
            assertThat(diff.notices()).contains("The check ck of table t is not compared: " + server + " ignores it.");
        }
        assertThat(diff.notices())
                .hasSize((Capability.CHECK.isIn(server) ? 0 : 1) + (Capability.DESCENDING_INDEX.isIn(server) ? 0 : 1));
    }

    @DatabaseTest
    void anotherOrderOfColumnsIsNamed(TestDatabase database) {
        database.execute("CREATE TABLE t (a INT, id INT PRIMARY KEY, b INT)");

        SchemaDiff diff = diff(database.dataSource(), t -> {
            t.column("b", ColumnType.integer());
            t.column("a", ColumnType.integer());
        });

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.notices())
                .containsExactly("The order of the columns of table t is not compared: the columns are in the order"
                        + " a, id, b instead of id, b, a, and a new order may rewrite the table.");
    }
}
