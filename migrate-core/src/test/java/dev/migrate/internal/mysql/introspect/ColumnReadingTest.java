package dev.migrate.internal.mysql.introspect;

import static dev.migrate.schema.ColumnType.*;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Schema;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;

/** Each attribute of a column: SQL in, model out, the same on every server that supports it. */
class ColumnReadingTest {

    /** A column in SQL, and the expected model. */
    private record Case(String sql, ColumnType type, UnaryOperator<ColumnBuilder> more, Predicate<ServerVersion> on) {}

    private static Case of(String sql, ColumnType type) {
        return new Case(sql, type, column -> column, server -> true);
    }

    private static Case of(String sql, ColumnType type, UnaryOperator<ColumnBuilder> more) {
        return new Case(sql, type, more, server -> true);
    }

    private static Case of(
            Predicate<ServerVersion> on, String sql, ColumnType type, UnaryOperator<ColumnBuilder> more) {
        return new Case(sql, type, more, on);
    }

    private static Case of(Predicate<ServerVersion> on, String sql, ColumnType type) {
        return new Case(sql, type, column -> column, on);
    }

    @DatabaseTest
    void readsNumbers(TestDatabase database) {
        check(
                database,
                of("TINYINT", tinyint()),
                of("SMALLINT UNSIGNED", smallint().unsigned()),
                of("MEDIUMINT", mediumint()),
                of("INT", integer()),
                of("INTEGER(7)", integer()),
                of("INT(5) ZEROFILL", integer().zerofill(5)),
                of("INT ZEROFILL", integer().zerofill(10)),
                of("BIGINT UNSIGNED", bigint().unsigned()),
                of("TINYINT(1)", bool()),
                of("BOOLEAN", bool()),
                of("TINYINT(1) UNSIGNED", tinyint().unsigned()),
                of("TINYINT(2)", tinyint()),
                of("DECIMAL", decimal(10, 0)),
                of("NUMERIC(65, 30)", decimal(65, 30)),
                of("DECIMAL(5, 1) UNSIGNED ZEROFILL", decimal(5, 1).zerofill()),
                of("FLOAT", singlePrecision()),
                of("FLOAT(25)", doublePrecision()),
                of("FLOAT(7, 3)", singlePrecision().rounded(7, 3)),
                of("REAL", doublePrecision()),
                of("DOUBLE(9, 2) UNSIGNED", doublePrecision().rounded(9, 2).unsigned()),
                of("BIT", bit(1)),
                of("BIT(64)", bit(64)));
    }

    @DatabaseTest
    void readsTextsAndBytes(TestDatabase database) {
        check(
                database,
                of("CHAR", character(1)),
                of("CHAR(0)", character(0)),
                of("VARCHAR(190)", varchar(190)),
                of("VARCHAR(5) CHARACTER SET utf8mb4", varchar(5)),
                of("VARCHAR(5) CHARACTER SET latin1", varchar(5).charset("latin1")),
                of("VARCHAR(5) COLLATE latin1_bin", varchar(5).collation("latin1_bin")),
                of("VARCHAR(5) CHARACTER SET utf8", varchar(5).charset("utf8mb3")),
                of("CHAR(5) COLLATE utf8mb4_bin", character(5).collation("utf8mb4_bin")),
                of("VARCHAR(5) CHARACTER SET binary", varbinary(5)),
                of("TINYTEXT", tinytext()),
                of("TEXT COLLATE utf8mb4_unicode_ci", text().collation("utf8mb4_unicode_ci")),
                of("TEXT(70000) CHARACTER SET latin1", mediumtext().charset("latin1")),
                of("LONGTEXT", longtext()),
                of("BINARY(16)", binary(16)),
                of("VARBINARY(70)", varbinary(70)),
                of("TINYBLOB", tinyblob()),
                of("BLOB", blob()),
                of("MEDIUMBLOB", mediumblob()),
                of("LONGBLOB", longblob()),
                of(
                        "ENUM('a', 'it''s', 'b\\\\c', 'x,y', '(', 'ä') COLLATE utf8mb4_bin",
                        enumeration("a", "it's", "b\\c", "x,y", "(", "ä").collation("utf8mb4_bin")),
                of("SET('a', 'b ')", set("a", "b")),
                of("JSON", json()));
    }

    @DatabaseTest
    void readsTemporalSpatialAndOtherTypes(TestDatabase database) {
        check(
                database,
                of("DATE", date()),
                of("TIME(6)", time(6)),
                of("DATETIME", datetime()),
                of("DATETIME(3)", datetime(3)),
                of("TIMESTAMP NULL", timestamp()),
                of("YEAR", year()),
                of("GEOMETRY", geometry()),
                of("POINT", point()),
                of("LINESTRING", linestring()),
                of("POLYGON", polygon()),
                of("MULTIPOINT", multipoint()),
                of("MULTILINESTRING", multilinestring()),
                of("MULTIPOLYGON", multipolygon()),
                of("GEOMETRYCOLLECTION", geometrycollection()),
                of(s -> s.isAtLeast(MySqlVersions.MYSQL, 8, 0, 3), "POINT SRID 4326", point().srid(4326)),
                of(s -> s.isAtLeast(MySqlVersions.MYSQL, 8, 0, 3), "POINT SRID 0", point().srid(0)),
                of(ColumnReadingTest::isMariaDb, "POINT REF_SYSTEM_ID=4326", raw("POINT REF_SYSTEM_ID=4326")),
                of(s -> s.isAtLeast(MySqlVersions.MYSQL, 9, 0, 0), "VECTOR(3)", vector(3)),
                of(s -> s.isAtLeast(MySqlVersions.MARIADB, 10, 10, 1), "INET4", inet4()),
                of(s -> s.isAtLeast(MySqlVersions.MARIADB, 10, 5, 0), "INET6", inet6()),
                of(s -> s.isAtLeast(MySqlVersions.MARIADB, 10, 7, 0), "UUID", uuid()));
    }

    @DatabaseTest
    void readsConstantDefaults(TestDatabase database) {
        check(
                database,
                of("INT NOT NULL", integer(), ColumnBuilder::notNull),
                of("INT NOT NULL DEFAULT 5", integer(), c -> c.notNull().defaultValue(5)),
                of("INT DEFAULT '-7'", integer(), c -> c.defaultValue(-7)),
                of("INT DEFAULT NULL", integer()),
                of("BOOLEAN DEFAULT TRUE", bool(), c -> c.defaultValue(true)),
                of("DECIMAL(8, 2) DEFAULT 1.5", decimal(8, 2), c -> c.defaultValue("1.50")),
                of("DOUBLE DEFAULT 1e100", doublePrecision(), c -> c.defaultValue(1e100)),
                of("BIT(9) DEFAULT b'100000001'", bit(9), c -> c.defaultValue(257)),
                of("YEAR DEFAULT 2020", year(), c -> c.defaultValue(2020)),
                of("DATE DEFAULT '2020-1-2'", date(), c -> c.defaultValue("2020-01-02")),
                of("TIME(1) DEFAULT '1:2:3'", time(1), c -> c.defaultValue("01:02:03.0")),
                of(
                        "DATETIME(2) DEFAULT '2020-01-02 03:04:05.6'",
                        datetime(2),
                        c -> c.defaultValue("2020-01-02 03:04:05.60")),
                of("VARCHAR(9) DEFAULT ''", varchar(9), c -> c.defaultValue("")),
                of("VARCHAR(9) DEFAULT 'NULL'", varchar(9), c -> c.defaultValue("NULL")),
                of(
                        "VARCHAR(30) DEFAULT 'current_timestamp()'",
                        varchar(30),
                        c -> c.defaultValue("current_timestamp()")),
                of(
                        "VARCHAR(30) DEFAULT 'it''s \\\\ \"x\" ü \\n(,'",
                        varchar(30),
                        c -> c.defaultValue("it's \\ \"x\" ü \n(,")),
                of(
                        "VARCHAR(30) CHARACTER SET latin1 DEFAULT 'ü'",
                        varchar(30).charset("latin1"),
                        c -> c.defaultValue("ü")),
                of("CHAR(9) DEFAULT 'a  '", character(9), c -> c.defaultValue("a")),
                of("VARCHAR(9) DEFAULT 12", varchar(9), c -> c.defaultValue("12")),
                of("ENUM('A', 'b') DEFAULT 'a'", enumeration("A", "b"), c -> c.defaultValue("A")),
                of("SET('a', 'b') DEFAULT 'b,a'", set("a", "b"), c -> c.defaultValue("a,b")),
                of("BINARY(4) DEFAULT 0x0041", binary(4), c -> c.defaultValue(new byte[] {0, 0x41, 0, 0})),
                of(
                        "VARBINARY(9) DEFAULT 0xFF00C327",
                        varbinary(9),
                        c -> c.defaultValue(new byte[] {-1, 0, (byte) 0xC3, 0x27})),
                of("VARBINARY(9) DEFAULT 'NULL'", varbinary(9), c -> c.defaultValue("NULL")),
                of(ColumnReadingTest::isMariaDb, "TEXT DEFAULT 'abc'", text(), c -> c.defaultValue("abc")),
                of(
                        s -> s.isAtLeast(MySqlVersions.MYSQL, 8, 0, 13),
                        "TEXT DEFAULT ('it''s')",
                        text(),
                        c -> c.defaultValue("it's")),
                of(
                        ColumnReadingTest::hasExpressionDefaults,
                        "JSON DEFAULT ('{\"a\": \"\\\\n\"}')",
                        json(),
                        c -> c.defaultValue("{\"a\": \"\\n\"}")),
                of(ColumnReadingTest::isMariaDb, "INT DEFAULT (5)", integer(), c -> c.defaultValue(5)),
                of(ColumnReadingTest::keepsExpressions, "INT DEFAULT (5)", integer(), c -> c.defaultExpression("5")));
    }

    @DatabaseTest
    void readsTheCurrentTimeAndExpressions(TestDatabase database) {
        check(
                database,
                of("DATETIME DEFAULT CURRENT_TIMESTAMP", datetime(), ColumnBuilder::defaultCurrentTimestamp),
                of("DATETIME(3) DEFAULT NOW(3)", datetime(3), ColumnBuilder::defaultCurrentTimestamp),
                of(
                        "TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)",
                        timestamp(6),
                        c -> c.notNull().defaultCurrentTimestamp().onUpdateCurrentTimestamp()),
                of("DATETIME ON UPDATE LOCALTIMESTAMP", datetime(), ColumnBuilder::onUpdateCurrentTimestamp),
                of(
                        ColumnReadingTest::isMariaDb,
                        "DATETIME DEFAULT (NOW())",
                        datetime(),
                        ColumnBuilder::defaultCurrentTimestamp),
                of(
                        ColumnReadingTest::keepsExpressions,
                        "DATETIME DEFAULT (NOW())",
                        datetime(),
                        c -> c.defaultExpression("(now())")),
                of(
                        ColumnReadingTest::hasExpressionDefaults,
                        "VARCHAR(36) DEFAULT (UUID())",
                        varchar(36),
                        c -> c.defaultExpression("uuid()")),
                of(
                        ColumnReadingTest::hasExpressionDefaults,
                        "INT DEFAULT ((1 + 2))",
                        integer(),
                        c -> c.defaultExpression("1 + 2")),
                of(
                        ColumnReadingTest::hasExpressionDefaults,
                        "DATE DEFAULT (CURRENT_DATE)",
                        date(),
                        c -> c.defaultExpression("curdate()")),
                of(
                        ColumnReadingTest::hasExpressionDefaults,
                        "VARCHAR(90) DEFAULT (CONCAT('it''s \\\\ (', \"\\n\"))",
                        varchar(90),
                        c -> c.defaultExpression("concat('it\\'s \\\\ (','\\n')")));
    }

    @DatabaseTest
    void readsOtherAttributes(TestDatabase database) {
        check(
                database,
                of("INT COMMENT 'it''s \\\\ \"x\" ü'", integer(), c -> c.comment("it's \\ \"x\" ü")),
                of(
                        "INT AS (1 + 2) VIRTUAL COMMENT 'g'",
                        integer(),
                        c -> c.generatedAs("1 + 2").comment("g")),
                of("VARCHAR(9) AS (CONCAT('ßä€Ÿ', 1)) VIRTUAL", varchar(9), c -> c.generatedAs("concat('ßä€Ÿ',1)")),
                of(
                        "VARCHAR(9) AS (REPEAT('it''s \\\\', 2)) STORED",
                        varchar(9),
                        c -> c.generatedAs("repeat('it\\'s \\\\',2)").stored()),
                of(
                        s -> s.isAtLeast(MySqlVersions.MYSQL, 8, 0, 23) || s.isAtLeast(MySqlVersions.MARIADB, 10, 3, 3),
                        "INT DEFAULT 3 INVISIBLE",
                        integer(),
                        c -> c.defaultValue(3).invisible()),
                of(ColumnReadingTest::isMariaDb, "INT CHECK (7 > 3)", integer(), c -> c.check("7 > 3")),
                of(s -> !isMariaDb(s), "INT", integer()));
    }

    private static boolean isMariaDb(ServerVersion server) {
        return MySqlVersions.isMariaDb(server);
    }

    private static boolean hasExpressionDefaults(ServerVersion server) {
        return server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 13) || isMariaDb(server);
    }

    /** MySQL distinguishes an expression from an equal constant. */
    private static boolean keepsExpressions(ServerVersion server) {
        return hasExpressionDefaults(server) && !isMariaDb(server);
    }

    private static void check(TestDatabase database, Case... cases) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        List<String> definitions = new ArrayList<>();
        List<Column> expected = new ArrayList<>();
        for (Case each : cases) {
            if (each.on.test(server)) {
                String name = "c" + expected.size();
                definitions.add(name + " " + each.sql);
                expected.add(each.more.apply(new ColumnBuilder(name, each.type)).build());
            }
        }
        database.execute("CREATE TABLE t (" + String.join(", ", definitions) + ")");
        Schema schema = TestSchemas.schema(database);
        List<Column> read = schema.tables().get(0).columns();
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            softly.assertThat(read.get(i)).as(definitions.get(i)).isEqualTo(expected.get(i));
        }
        softly.assertAll();
    }
}
