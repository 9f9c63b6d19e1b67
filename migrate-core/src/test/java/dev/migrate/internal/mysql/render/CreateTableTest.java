package dev.migrate.internal.mysql.render;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.operation.Operations;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.Index.Algorithm;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.TableBuilder;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** After CREATE TABLE, each server reports all attributes that were specified. */
class CreateTableTest {

    /** A table to create, and the expected lines of SHOW CREATE TABLE. */
    private static final class AllTypesTable {

        private final ServerVersion server;
        private final List<Consumer<TableBuilder>> definitions = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        AllTypesTable(ServerVersion server) {
            this.server = server;
        }

        void column(String name, ColumnType type, Consumer<ColumnBuilder> definition, String expected) {
            definitions.add(t -> definition.accept(t.column(name, type)));
            lines.add("`" + name + "` " + expected);
        }

        void column(String name, ColumnType type, String expected) {
            column(name, type, c -> {}, expected);
        }

        void part(Consumer<TableBuilder> definition, String expected) {
            definitions.add(definition);
            lines.add(expected);
        }

        boolean can(Capability capability) {
            return capability.isIn(server);
        }

        boolean isMariaDb() {
            return MySqlVersions.isMariaDb(server);
        }

        void define(TableBuilder table) {
            definitions.forEach(definition -> definition.accept(table));
        }
    }

    @DatabaseTest
    void createsATableWithAllAttributes(TestDatabase database) {
        SqlRenderer renderer = DatabaseProviders.renderer(database.server().version());
        AllTypesTable table = new AllTypesTable(renderer.server());
        numbers(table);
        characters(table);
        times(table);
        others(table);
        keys(table);

        run(database, renderer, op -> {
            op.createTable("parent", t -> {
                t.column("id", integer()).notNull();
                t.primaryKey("id");
            });
            op.createTable("all_types", t -> {
                table.define(t);
                t.engine("innodb").charset("utf8mb4").collation("utf8mb4_unicode_ci");
                t.rowFormat("dynamic").autoIncrement(42).option("stats_persistent", "1");
                t.comment("it's a \\ ☃");
            });
        });

        List<String> created = created(database, "all_types");
        assertThat(created).containsAll(table.lines);
        assertThat(created.get(created.size() - 1))
                .contains("engine=innodb", "auto_increment=42", "default charset=utf8mb4", "collate=utf8mb4_unicode_ci")
                .contains("row_format=dynamic", "stats_persistent=1", "comment='it''s a \\\\ ☃'");
    }

    private static void numbers(AllTypesTable m) {
        m.column("id", bigint().unsigned(), ColumnBuilder::autoIncrement, "bigint unsigned not null auto_increment");
        m.column("n1", tinyint(), c -> c.notNull().defaultValue(-7), "tinyint not null default -7");
        m.column("n2", smallint().unsigned(), "smallint unsigned");
        m.column("n3", mediumint(), "mediumint");
        m.column("n4", integer(), "int");
        m.column("n5", integer().zerofill(5), "int(5) unsigned zerofill");
        m.column("n6", bool(), c -> c.notNull().defaultValue(true), "tinyint(1) not null default 1");
        m.column("n7", decimal(8, 2).unsigned(), c -> c.defaultValue("1.5"), "decimal(8,2) unsigned default 1.50");
        m.column("n8", decimal(8, 2).zerofill(), "decimal(8,2) unsigned zerofill");
        m.column("n9", singlePrecision(), c -> c.defaultValue(0.5), "float default 0.5");
        m.column("n10", doublePrecision().unsigned(), "double unsigned");
        m.column("n11", doublePrecision().rounded(10, 2), "double(10,2)");
        m.column("n12", bit(12), c -> c.defaultValue(5), "bit(12) default b'101'");
        m.column("n13", year(), c -> c.defaultValue("2020"), "year default 2020");
    }

    private static void characters(AllTypesTable m) {
        m.column(
                "c1",
                character(3).charset("ascii").collation("ascii_bin"),
                "char(3) character set ascii collate ascii_bin");
        m.column(
                "c2",
                varchar(20).collation("utf8mb3_bin"),
                c -> c.notNull().defaultValue("x'\\").comment("'\\\n\"`"),
                "varchar(20) character set utf8mb3 collate utf8mb3_bin not null default 'x''\\\\'"
                        + " comment '''\\\\\\n\"`'");
        m.column("c3", tinytext(), "tinytext");
        m.column("c4", text().collation("utf8mb4_bin"), "text character set utf8mb4 collate utf8mb4_bin");
        m.column("c5", mediumtext(), "mediumtext");
        m.column("c6", longtext(), "longtext");
        m.column(
                "c7",
                enumeration("a", "B'", "c\\"),
                c -> c.defaultValue("b'"),
                "enum('a','b''','c\\\\') default 'b'''");
        m.column("c8", set("x", "y", "z"), c -> c.defaultValue("z,x"), "set('x','y','z') default 'x,z'");
        m.column("b1", binary(4), c -> c.defaultValue(new byte[] {65, 66}), "binary(4) default 'ab\\0\\0'");
        m.column("b2", varbinary(300), "varbinary(300)");
        m.column("b3", tinyblob(), c -> c.notNull(), "tinyblob not null");
        m.column("b4", blob(), "blob");
        m.column("b5", mediumblob(), "mediumblob");
        m.column("b6", longblob(), "longblob");
    }

    private static void times(AllTypesTable m) {
        m.column("t1", date(), c -> c.defaultValue("2020-1-2"), "date default '2020-01-02'");
        m.column("t2", time(2), c -> c.defaultValue("1:2:3"), "time(2) default '01:02:03.00'");
        m.column(
                "t3",
                datetime(6),
                c -> c.notNull().defaultCurrentTimestamp().onUpdateCurrentTimestamp(),
                "datetime(6) not null default current_timestamp(6) on update current_timestamp(6)");
        m.column("t4", timestamp(), "timestamp");
        m.column(
                "t5",
                timestamp(3),
                c -> c.notNull().defaultExpression("now(3)"),
                "timestamp(3) not null default current_timestamp(3)");
    }

    private static void others(AllTypesTable m) {
        m.column(
                "j1",
                json(),
                m.isMariaDb() ? "longtext character set utf8mb4 collate utf8mb4_bin check (json_valid(`j1`))" : "json");
        m.column("p1", geometry(), "geometry");
        m.column("p2", point(), c -> c.notNull(), "point not null");
        if (m.can(Capability.SRID)) {
            m.column("p3", polygon().srid(4326), c -> c.notNull(), "polygon not null srid 4326");
        }
        if (m.can(Capability.UUID)) {
            m.column("m1", uuid(), c -> c.defaultExpression("uuid()"), "uuid default uuid()");
            m.column("m2", inet6(), "inet6");
            m.column("m3", inet4(), "inet4");
            m.column("m4", raw("varchar(30) COMPRESSED"), "varchar(30) compressed");
        }
        if (m.can(Capability.VECTOR)) {
            m.column("v1", vector(3), "vector(3)");
        }
        m.column("g1", integer(), c -> c.generatedAs("`n1` + 1"), "int generated always as (`n1` + 1) virtual");
        m.column(
                "g2",
                bigint(),
                c -> c.generatedAs("`n1` * 2").stored().comment("twice"),
                "bigint generated always as (`n1` * 2) stored comment 'twice'");
        if (m.can(Capability.GENERATED_NOT_NULL)) {
            m.column(
                    "g3",
                    integer(),
                    c -> c.generatedAs("`n1` - 1").stored().notNull(),
                    "int generated always as (`n1` - 1) stored not null");
        }
        if (m.can(Capability.INVISIBLE_COLUMN)) {
            m.column(
                    "i1",
                    integer(),
                    c -> c.invisible().defaultValue(3),
                    m.isMariaDb() ? "int invisible default 3" : "int default 3 invisible");
        }
        if (m.can(Capability.EXPRESSION_DEFAULT)) {
            m.column("e1", integer(), c -> c.defaultExpression("1 + 2"), "int default (1 + 2)");
            m.column(
                    "e2",
                    text(),
                    c -> c.defaultValue("none"),
                    m.isMariaDb() ? "text default 'none'" : "text default ('none')");
        }
        if (m.can(Capability.COLUMN_CHECK)) {
            m.column("k1", integer(), c -> c.check("`k1` > 0").comment("c"), "int comment 'c' check (`k1` > 0)");
        }
    }

    private static void keys(AllTypesTable m) {
        m.part(t -> t.primaryKey("id"), "primary key (`id`)");
        m.part(t -> t.uniqueConstraint("uq", "n1", "n2").comment("u'"), "unique key `uq` (`n1`,`n2`) comment 'u'''");
        m.part(t -> t.index("ix").column("c4").length(10).column("n3"), "key `ix` (`c4`(10),`n3`)");
        m.part(t -> t.index("ixo", "n4").using(Algorithm.BTREE), "key `ixo` (`n4`) using btree");
        m.part(
                t -> t.fulltextIndex("ft", "c5", "c6").comment("words"),
                "fulltext key `ft` (`c5`,`c6`) comment 'words'");
        m.part(t -> t.spatialIndex("sp", "p2"), "spatial key `sp` (`p2`)");
        if (m.can(Capability.DESCENDING_INDEX)) {
            m.part(t -> t.index("ixd").column("n1").column("n3").descending(), "key `ixd` (`n1`,`n3` desc)");
        }
        if (m.can(Capability.FUNCTIONAL_INDEX)) {
            m.part(t -> t.index("ixf").expression("`n1` + `n2`").unique(), "unique key `ixf` (`n1` + `n2`)");
        }
        if (m.can(Capability.INVISIBLE_INDEX)) {
            m.part(
                    t -> t.index("ixi", "t1").invisible(),
                    "key `ixi` (`t1`) " + (m.isMariaDb() ? "ignored" : "invisible"));
        }
        m.part(
                t -> t.foreignKey("fk", "n4")
                        .references("parent", "id")
                        .onDelete(Rule.CASCADE)
                        .onUpdate(Rule.SET_NULL),
                "constraint `fk` foreign key (`n4`) references `parent` (`id`) on delete cascade on update set null");
        if (m.can(Capability.CHECK)) {
            m.part(t -> t.check("ck", "`n1` > 0"), "constraint `ck` check (`n1` > 0)");
        }
        if (m.can(Capability.UNENFORCED_CHECK)) {
            m.part(
                    t -> t.check(new Check("ck_later", "`n1` < 9").notEnforced()),
                    "constraint `ck_later` check (`n1` < 9) not enforced");
        }
    }

    @DatabaseTest
    void createsAPartitionedTableWithAPrefixInItsKey(TestDatabase database) {
        SqlRenderer renderer = DatabaseProviders.renderer(database.server().version());

        run(database, renderer, op -> {
            op.createTable("part", t -> {
                t.column("id", integer());
                t.primaryKey("id");
                t.comment("p");
                t.partitionedBy("PARTITION BY HASH (`id`) PARTITIONS 3");
            });
            op.createTable("prefix", t -> {
                t.column("url", varchar(1000));
                t.primaryKey(KeyPart.column("url").length(100));
            });
        });

        assertThat(String.join(" ", created(database, "part"))).contains("partition by hash (`id`)", "partitions 3");
        assertThat(created(database, "prefix")).contains("primary key (`url`(100))");
    }

    private static void run(TestDatabase database, SqlRenderer renderer, Consumer<Operations> migration) {
        List<String> sql =
                new ArrayList<>(List.of("SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_TRANS_TABLES')"));
        Operations.recordedBy(migration).stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .map(PlannedStatement::text)
                .forEach(sql::add);
        database.execute(sql.toArray(String[]::new));
    }

    /** The lines of SHOW CREATE TABLE, with insignificant differences between the servers removed. */
    private static List<String> created(TestDatabase database, String table) {
        String sql = database.query("SHOW CREATE TABLE `" + table + "`").get(0).get(1);
        assertThat(sql).isNotNull();
        return sql.toLowerCase(Locale.ROOT)
                .lines()
                .map(line -> line.strip().replaceFirst(",$", ""))
                .map(line -> line.replaceAll("/\\*m?!\\d+ ?| ?\\*/", ""))
                .map(line -> line.replaceAll("(?<=int)\\((?!1\\))\\d+\\)(?! unsigned zerofill)", ""))
                .map(line -> line.replace("year(4)", "year"))
                .map(line -> line.replaceAll("(?<!not|set) null| default null", ""))
                .map(line -> line.replaceAll("default '(-?[0-9.]+)'", "default $1"))
                .map(line -> line.replace("current_timestamp()", "current_timestamp"))
                .map(line -> line.replaceAll("\\((\\([^()]*\\))\\)", "$1"))
                .map(line -> line.replaceAll("\\((\\([^()]*\\))\\)", "$1"))
                .map(line -> line.replace("_utf8mb4'", "'"))
                .map(line -> line.replaceAll("(?<= )utf8(?=[_ ])", "utf8mb3"))
                .map(line -> line.startsWith("`") ? line.replace(" collate utf8mb4_unicode_ci", "") : line)
                .toList();
    }
}
