package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.model.Model;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TableBuilder;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each attribute that a model specifies is compared, also if its value is the default; what a model leaves out is not.
 * The models are scripts and schemas built in code.
 */
class SpecifiedAttributesTest {

    private static final String COLUMNS = "id BIGINT NOT NULL PRIMARY KEY, a VARCHAR(9), b INT, c DATETIME, KEY k (b)";
    private static final String OPTIONS = ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";

    @TempDir
    private Path folder;

    /**
     * An attribute.
     *
     * @param name the attribute
     * @param where the servers that support it
     * @param actual the table in the database
     * @param script the script that specifies another value
     * @param code specifies the same value in code
     */
    private record Attribute(
            String name, Predicate<ServerVersion> where, String actual, String script, Consumer<TableBuilder> code) {}

    private static Attribute option(String name, String actual, String wanted, Consumer<TableBuilder> code) {
        return new Attribute(
                name,
                server -> true,
                table(COLUMNS) + " " + actual,
                table(COLUMNS) + " " + wanted,
                t -> code.accept(plain(t)));
    }

    private static Attribute column(
            String name, Predicate<ServerVersion> where, String actual, String wanted, Consumer<TableBuilder> code) {
        return new Attribute(name, where, table(actual) + OPTIONS.substring(1), table(wanted), code);
    }

    private static String table(String columns) {
        return "CREATE TABLE t (" + columns + ")";
    }

    private static TableBuilder plain(TableBuilder t) {
        t.column("id", bigint()).notNull();
        t.column("a", varchar(9));
        t.column("b", integer());
        t.column("c", datetime());
        t.primaryKey("id");
        t.index("k", "b");
        return t;
    }

    private static List<Attribute> attributes() {
        return List.of(
                option("character set", "CHARSET=latin1", "CHARSET=utf8mb4", t -> t.charset("utf8mb4")),
                option(
                        "collation",
                        "COLLATE=utf8mb4_bin",
                        "COLLATE=DEFAULT_COLLATION",
                        t -> t.collation("DEFAULT_COLLATION")),
                option("engine", "ENGINE=MyISAM", "ENGINE=InnoDB", t -> t.engine("InnoDB")),
                option("comment", "COMMENT='old'", "COMMENT='new'", t -> t.comment("new")),
                option("no comment", "COMMENT='old'", "COMMENT=''", t -> t.comment("")),
                option("row format", "ROW_FORMAT=COMPACT", "ROW_FORMAT=DYNAMIC", t -> t.rowFormat("dynamic")),
                option("default row format", "ROW_FORMAT=COMPACT", "ROW_FORMAT=DEFAULT", t -> t.rowFormat("DEFAULT")),
                option("an option", "MAX_ROWS=7", "MAX_ROWS=8", t -> t.option("MAX_ROWS", "8")),
                option("an option that is 0", "MAX_ROWS=7", "MAX_ROWS=0", t -> t.option("MAX_ROWS", "0")),
                option(
                        "an option that is DEFAULT",
                        "STATS_PERSISTENT=1",
                        "STATS_PERSISTENT=DEFAULT",
                        t -> t.option("STATS_PERSISTENT", "DEFAULT")),
                option(
                        "partitions",
                        "PARTITION BY HASH (id) PARTITIONS 2",
                        "PARTITION BY HASH (id) PARTITIONS 3",
                        t -> t.partitionedBy("PARTITION BY HASH (`id`)\nPARTITIONS 3")),
                column(
                        "character set of a column",
                        server -> true,
                        "a VARCHAR(9) CHARACTER SET latin1",
                        "a VARCHAR(9) CHARACTER SET utf8mb4",
                        t -> t.column("a", varchar(9).charset("utf8mb4"))),
                column(
                        "collation of a column",
                        server -> true,
                        "a VARCHAR(9) COLLATE utf8mb4_bin",
                        "a VARCHAR(9) COLLATE DEFAULT_COLLATION",
                        t -> t.column("a", varchar(9).collation("DEFAULT_COLLATION"))),
                column(
                        "comment of a column",
                        server -> true,
                        "b INT COMMENT 'old'",
                        "b INT COMMENT 'new'",
                        t -> t.column("b", integer()).comment("new")),
                column(
                        "default of a column",
                        server -> true,
                        "b INT DEFAULT 5",
                        "b INT DEFAULT NULL",
                        t -> t.column("b", integer())),
                column(
                        "ON UPDATE",
                        server -> true,
                        "c DATETIME",
                        "c DATETIME ON UPDATE CURRENT_TIMESTAMP",
                        t -> t.column("c", datetime()).onUpdateCurrentTimestamp()),
                column(
                        "comment of an index",
                        server -> true,
                        "b INT, KEY k (b) COMMENT 'old'",
                        "b INT, KEY k (b) COMMENT 'new'",
                        t -> {
                            t.column("b", integer());
                            t.index("k").column("b").comment("new");
                        }),
                column(
                        "check of a column",
                        MySqlVersions::isMariaDb,
                        "b INT",
                        "b INT CHECK (b > 0)",
                        t -> t.column("b", integer()).check("b > 0")));
    }

    @DatabaseTest
    void whatAModelSpecifiesIsCompared(TestDatabase database) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        String collation =
                String.valueOf(database.column("SELECT @@collation_database").get(0));
        for (Attribute attribute : attributes()) {
            if (attribute.where.test(server)) {
                database.execute("DROP TABLE IF EXISTS t", attribute.actual);
                Path script = Files.writeString(
                        folder.resolve("s.sql"), attribute.script.replace("DEFAULT_COLLATION", collation));
                Schema schema = withCollation(attribute.code, collation);

                softly.assertThat(differences(database, Model.ofScript(script)))
                        .as(attribute.name + ", script")
                        .isNotEmpty();
                softly.assertThat(differences(database, Model.of(schema)))
                        .as(attribute.name + ", code")
                        .isNotEmpty();
            }
        }
        softly.assertAll();
    }

    /** A placeholder for the default collation of the database. */
    private static Schema withCollation(Consumer<TableBuilder> code, String collation) {
        Schema schema = Schema.builder().table("t", code).build();
        return schema.withTables(schema.tables().stream()
                .map(table -> table.options().encoding().equals(new Encoding(null, "DEFAULT_COLLATION"))
                        ? table.withOptions(table.options().withEncoding(new Encoding(null, collation)))
                        : table)
                .map(table -> table.withColumns(table.columns().stream()
                        .map(column -> column.type().equals(varchar(9).collation("DEFAULT_COLLATION"))
                                ? column.toBuilder()
                                        .type(varchar(9).collation(collation))
                                        .build()
                                : column)
                        .toList()))
                .toList());
    }

    @DatabaseTest
    void theEncodingOfTheDatabaseIsCompared(TestDatabase database) {
        Schema latin = Schema.builder().encoding(new Encoding("latin1", null)).build();

        assertThat(diff(database, Model.of(latin)).remarks())
                .singleElement()
                .asString()
                .contains("instead of latin1_swedish_ci");
        assertThat(diff(database, Model.of(Schema.builder().build())).isEmpty()).isTrue();
    }

    private static List<String> differences(TestDatabase database, Model model) {
        return diff(database, model).changes().stream()
                .map(change -> change.operation().description())
                .toList();
    }

    private static SchemaDiff diff(TestDatabase database, Model model) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .model(model)
                .build()
                .authoring()
                .diff();
    }
}
