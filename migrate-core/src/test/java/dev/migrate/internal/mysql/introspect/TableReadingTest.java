package dev.migrate.internal.mysql.introspect;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.operation.CreateTable;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.Index;
import dev.migrate.schema.Index.Algorithm;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.TableOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Map;

/** Each attribute of keys, checks and options: SQL in, model out, the same on every server that supports it. */
class TableReadingTest {

    @DatabaseTest
    void readsPrimaryKeys(TestDatabase database) {
        database.execute(
                "CREATE TABLE one (id INT PRIMARY KEY)",
                "CREATE TABLE two (a INT, b VARCHAR(20), PRIMARY KEY (b(5), a))",
                "CREATE TABLE none (a INT)");

        assertThat(table(database, "one").primaryKey()).containsExactly(KeyPart.column("id"));
        assertThat(table(database, "two").primaryKey())
                .containsExactly(KeyPart.column("b").length(5), KeyPart.column("a"));
        assertThat(table(database, "none").primaryKey()).isEmpty();
    }

    @DatabaseTest
    void readsIndexes(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT, a VARCHAR(90), b TEXT, g GEOMETRY NOT NULL,"
                + " KEY z (id, a), KEY `n'\"``\\ame` (a), UNIQUE KEY u (id), KEY prefix (a(7), b(5)),"
                + " KEY noted (id) COMMENT 'it''s', FULLTEXT KEY words (b, a), SPATIAL KEY space (g),"
                + " KEY hashed (id) USING HASH)");

        assertThat(table(database, "t").indexes())
                .containsExactlyInAnyOrder(
                        Index.of("z", "id", "a"),
                        Index.of("n'\"`\\ame", "a"),
                        Index.unique("u", "id"),
                        new IndexBuilder("prefix")
                                .column("a")
                                .length(7)
                                .column("b")
                                .length(5)
                                .build(),
                        new IndexBuilder("noted").columns("id").comment("it's").build(),
                        new IndexBuilder("words")
                                .columns("b", "a")
                                .kind(Index.Kind.FULLTEXT)
                                .build(),
                        new IndexBuilder("space")
                                .columns("g")
                                .kind(Index.Kind.SPATIAL)
                                .build(),
                        Index.of("hashed", "id"));
    }

    @DatabaseTest
    void readsProductSpecificIndexes(TestDatabase database) {
        ServerVersion server = server(database);
        TableBuilder expected = new TableBuilder("t");
        expected.column("id", integer());
        expected.column("a", varchar(90));
        database.execute("CREATE TABLE t (id INT, a VARCHAR(90))");
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 1) || server.isAtLeast(MySqlVersions.MARIADB, 10, 8, 1)) {
            database.execute("CREATE INDEX d ON t (id DESC, a)");
            expected.index("d").column("id").descending().column("a");
        }
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 0)) {
            database.execute("CREATE INDEX hidden ON t (id) INVISIBLE");
            expected.index("hidden", "id").invisible();
        }
        if (server.isAtLeast(MySqlVersions.MARIADB, 10, 6, 0)) {
            database.execute("CREATE INDEX hidden ON t (id) IGNORED");
            expected.index("hidden", "id").invisible();
        }
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 13)) {
            database.execute("CREATE UNIQUE INDEX f ON t ((LOWER(a)), id, (CONCAT(a, 'it''s \\\\')) DESC)");
            expected.index("f")
                    .expression("lower(`a`)")
                    .column("id")
                    .expression("concat(`a`,'it\\'s \\\\')")
                    .descending()
                    .unique();
        }
        if (!MySqlVersions.isMariaDb(server)) {
            database.execute("CREATE FULLTEXT INDEX grams ON t (a) WITH PARSER ngram");
            expected.fulltextIndex("grams", "a").parser("ngram");
        }

        assertThat(table(database, "t")).isEqualTo(expected.build());
    }

    @DatabaseTest
    void readsAlgorithmsIfThereIsAChoice(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT, KEY tree (id) USING BTREE, KEY hash (id)) ENGINE = MEMORY");

        assertThat(table(database, "t").indexes())
                .containsExactlyInAnyOrder(
                        new IndexBuilder("tree")
                                .columns("id")
                                .using(Algorithm.BTREE)
                                .build(),
                        Index.of("hash", "id"));
    }

    @DatabaseTest
    void readsForeignKeys(TestDatabase database) {
        database.execute(
                "CREATE TABLE p (id INT PRIMARY KEY, x INT, y INT, UNIQUE KEY xy (x, y))",
                "CREATE TABLE c (id INT PRIMARY KEY, a INT, b INT, c INT, d INT, KEY own (d),"
                        + " CONSTRAINT f1 FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL,"
                        + " CONSTRAINT f2 FOREIGN KEY (b, c) REFERENCES p (x, y),"
                        + " CONSTRAINT f3 FOREIGN KEY (c) REFERENCES p (id) ON DELETE NO ACTION ON UPDATE RESTRICT,"
                        + " CONSTRAINT f4 FOREIGN KEY (d) REFERENCES c (id))");

        Table table = table(database, "c");
        assertThat(table.foreignKeys())
                .containsExactlyInAnyOrder(
                        key("f1", List.of("a"), "p", List.of("id"), Rule.CASCADE, Rule.SET_NULL),
                        key("f2", List.of("b", "c"), "p", List.of("x", "y"), Rule.RESTRICT, Rule.RESTRICT),
                        key("f3", List.of("c"), "p", List.of("id"), Rule.RESTRICT, Rule.RESTRICT),
                        key("f4", List.of("d"), "c", List.of("id"), Rule.RESTRICT, Rule.RESTRICT));
        assertThat(table.indexes())
                .as("the server's own indexes for foreign keys do not count")
                .containsExactly(Index.of("own", "d"));
    }

    @DatabaseTest
    void readsForeignKeysThatTheServerNamed(TestDatabase database) {
        database.execute(
                "CREATE TABLE p (id INT PRIMARY KEY)",
                "CREATE TABLE c (a INT, b INT, KEY b (b, a), FOREIGN KEY (a) REFERENCES p (id),"
                        + " FOREIGN KEY (b) REFERENCES p (id))");

        Table table = table(database, "c");
        assertThat(table.foreignKeys()).extracting(ForeignKey::name).containsExactly("c_ibfk_1", "c_ibfk_2");
        assertThat(table.indexes())
                .as("a migration names the foreign key, so it has to create the index")
                .containsExactly(Index.of("a", "a"), Index.of("b", "b", "a"));
    }

    @DatabaseTest
    void readsForeignKeysIntoOtherDatabases(TestDatabase database) {
        String other = database.name() + "_other";
        database.execute("CREATE DATABASE " + other);
        try {
            database.execute(
                    "CREATE TABLE " + other + ".p (id INT PRIMARY KEY)",
                    "CREATE TABLE c (a INT, CONSTRAINT f FOREIGN KEY (a) REFERENCES " + other + ".p (id))");
            assertThat(table(database, "c").foreignKeys().get(0).referencedSchema())
                    .isEqualTo(other);
        } finally {
            database.execute("DROP TABLE c", "DROP DATABASE " + other);
        }
    }

    @DatabaseTest
    void readsChecks(TestDatabase database) {
        ServerVersion server = server(database);
        database.execute("CREATE TABLE t (a VARCHAR(20), b INT, CONSTRAINT c1 CHECK (b > 0),"
                + " CONSTRAINT c2 CHECK (a <> 'it''s \\\\ \"x\" ('))");
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 16)) {
            database.execute("ALTER TABLE t ADD CONSTRAINT c3 CHECK (b < 9) NOT ENFORCED");
        }

        List<Check> checks = table(database, "t").checks();
        if (!MySqlVersions.isMariaDb(server) && !server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 16)) {
            assertThat(checks).as("parsed and ignored").isEmpty();
        } else {
            assertThat(checks).contains(new Check("c1", "`b` > 0"), new Check("c2", "`a` <> 'it\\'s \\\\ \"x\" ('"));
            assertThat(checks.stream().filter(check -> !check.isEnforced()).toList())
                    .isEqualTo(
                            !MySqlVersions.isMariaDb(server) ? List.of(new Check("c3", "`b` < 9", false)) : List.of());
        }
    }

    @DatabaseTest
    void readsOnlySpecifiedOptions(TestDatabase database) {
        database.execute(
                "CREATE TABLE plain (id BIGINT AUTO_INCREMENT PRIMARY KEY) ENGINE = InnoDB, AUTO_INCREMENT = 7",
                "CREATE TABLE full (id INT) ENGINE = InnoDB CHARACTER SET latin1 COLLATE latin1_bin"
                        + " ROW_FORMAT = COMPRESSED KEY_BLOCK_SIZE = 8 STATS_PERSISTENT = 1 COMMENT = 'it''s'",
                "CREATE TABLE other (id INT) ENGINE = MyISAM CHARACTER SET latin1");

        assertThat(table(database, "plain").options()).isEqualTo(TableOptions.NONE);
        TableOptions full = table(database, "full").options();
        assertThat(full.encoding().collation()).isEqualTo("latin1_bin");
        assertThat(full.rowFormat()).isEqualTo("COMPRESSED");
        assertThat(full.comment()).isEqualTo("it's");
        assertThat(full.others()).isEqualTo(Map.of("KEY_BLOCK_SIZE", "8", "STATS_PERSISTENT", "1"));
        TableOptions other = table(database, "other").options();
        assertThat(other.engine()).isEqualTo("MyISAM");
        assertThat(other.encoding().charset()).isEqualTo("latin1");
        assertThat(other.encoding().collation()).isNull();
    }

    @DatabaseTest
    void readsPartitions(TestDatabase database) {
        database.execute("CREATE TABLE t (id INT PRIMARY KEY) COMMENT 'PARTITION BY x' PARTITION BY HASH (id)"
                + " PARTITIONS 4");

        assertThat(table(database, "t").partitioning())
                .satisfiesAnyOf(
                        text -> assertThat(text).isEqualTo("PARTITION BY HASH (`id`) PARTITIONS 4"),
                        text -> assertThat(text).isEqualTo("PARTITION BY HASH (id) PARTITIONS 4"));
    }

    @DatabaseTest
    void keepsQuotedTextInPartitions(TestDatabase database) {
        database.execute("CREATE TABLE t (c VARCHAR(40) NOT NULL) PARTITION BY LIST COLUMNS(c)"
                + " (PARTITION p0 VALUES IN ('a  b', 'x ENGINE = y') COMMENT = 'it''s  ENGINE = no')");

        assertThat(table(database, "t").partitioning())
                .contains("'a  b','x ENGINE = y'")
                .endsWith("COMMENT = 'it\\'s  ENGINE = no')");
    }

    @DatabaseTest
    void readsSystemVersioning(TestDatabase database) {
        if (!server(database).isAtLeast(MySqlVersions.MARIADB, 10, 3, 4)) {
            return;
        }
        database.execute("CREATE TABLE t (id INT, b INT WITHOUT SYSTEM VERSIONING) COMMENT 'c' WITH SYSTEM VERSIONING");
        Table read = table(database, "t");
        assertThat(read.options().others()).isEqualTo(Map.of("WITH SYSTEM VERSIONING", ""));
        String created = database.query("SHOW CREATE TABLE t").get(0).get(1);

        String again = DatabaseProviders.renderer(database.server().version())
                .render(new CreateTable(read))
                .get(0)
                .text();
        database.execute("DROP TABLE t", again);

        assertThat(database.query("SHOW CREATE TABLE t").get(0).get(1)).isEqualTo(created);
    }

    @DatabaseTest
    void readsNamesThatNeedQuotes(TestDatabase database) {
        database.execute("CREATE TABLE `t``'\"\\ (ü` (`c``'\"\\ ),ü` VARBINARY(3) DEFAULT 0xFF)");

        Table table = TestSchemas.schema(database).tables().get(0);
        assertThat(table.name()).isEqualTo("t`'\"\\ (ü");
        Column column = table.columns().get(0);
        assertThat(column.name()).isEqualTo("c`'\"\\ ),ü");
        assertThat(column.defaultValue()).isNotNull();
    }

    private static Table table(TestDatabase database, String name) {
        return TestSchemas.schema(database).table(name).orElseThrow();
    }

    private static ServerVersion server(TestDatabase database) {
        return DatabaseProviders.serverVersion(database.server().version());
    }

    private static ForeignKey key(
            String name, List<String> columns, String table, List<String> referenced, Rule onDelete, Rule onUpdate) {
        return new ForeignKey(name, columns, null, table, referenced, onDelete, onUpdate);
    }
}
