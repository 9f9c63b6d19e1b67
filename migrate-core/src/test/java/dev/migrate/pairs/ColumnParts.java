package dev.migrate.pairs;

import java.util.List;
import java.util.Set;

/** Generates columns of every type with every attribute. Not every result is valid on each server. */
final class ColumnParts {

    private final Choice choice;

    ColumnParts(Choice choice) {
        this.choice = choice;
    }

    Part column(Part table, List<Part> others) {
        return column(table, choice.name("c"), others);
    }

    Part column(Part table, String name, List<Part> others) {
        boolean isGenerated = !others.isEmpty() && choice.once(6);
        if (isGenerated) {
            Part source = choice.one(others);
            return new Part(Part.Kind.COLUMN, table.id(), name, generated(source.name()), Set.of(source.id()));
        }
        return new Part(Part.Kind.COLUMN, table.id(), name, plain(), Set.of());
    }

    private String plain() {
        return switch (choice.below(14)) {
            case 0, 1 -> integer();
            case 2 -> decimal();
            case 3 -> choice.one("BIT", "BIT(5)", "BIT(64)") + filled("0", "1", "b'101'", "'1'");
            case 4 ->
                choice.one("BOOL", "BOOLEAN", "TINYINT(1)", "INT1", "SERIAL DEFAULT VALUE")
                        + filled("TRUE", "0", "FALSE");
            case 5 -> date();
            case 6, 7 -> moment();
            case 8, 9 -> characters();
            case 10 -> text();
            case 11 -> bytes();
            case 12 ->
                choice.one("ENUM", "SET") + "('b', 'it''s', 'ä', '0')"
                        + choice.maybe(choice.encoding())
                        + filled("'b'", "'it''s'", "'ä'", "'0'", "'B'");
            default -> special();
        };
    }

    private String integer() {
        return choice.one(
                        "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "INT(11)", "BIGINT(5)", "INT8")
                + choice.maybe(" UNSIGNED", " ZEROFILL", " SIGNED")
                + filled("0", "1", "'7'", "12");
    }

    private String decimal() {
        return choice.one(
                        "DECIMAL",
                        "DECIMAL(9)",
                        "NUMERIC(10, 3)",
                        "DEC(65, 30)",
                        "FIXED(5, 5)",
                        "FLOAT",
                        "FLOAT(20)",
                        "FLOAT(40)",
                        "FLOAT(7, 3)",
                        "DOUBLE",
                        "DOUBLE PRECISION",
                        "REAL",
                        "DOUBLE(9, 2)")
                + choice.maybe(" UNSIGNED", " ZEROFILL")
                + filled("0", "0.5", "'0.25'", "1e-3");
    }

    private String date() {
        return choice.one("DATE", "YEAR", "YEAR(4)", "TIME", "TIME(3)")
                + filled("'0000-00-00'", "'2020-02-03'", "2020", "0", "'00:00:00'", "'-12:34:56.7'", "'2020-00-00'");
    }

    private String moment() {
        String precision = choice.one("", "", "(0)", "(3)", "(6)");
        String now = choice.one("CURRENT_TIMESTAMP", "NOW") + (precision.isEmpty() ? "()" : precision);
        return choice.one("DATETIME", "TIMESTAMP")
                + precision
                + choice.maybe(" NOT NULL", " NULL")
                + choice.maybe(
                        " DEFAULT " + now,
                        " DEFAULT " + now,
                        " DEFAULT '0000-00-00 00:00:00'",
                        " DEFAULT '2020-01-02 03:04:05.5'",
                        " DEFAULT 0",
                        " DEFAULT NULL")
                + choice.maybe(" ON UPDATE " + now)
                + attributes();
    }

    private String characters() {
        return choice.one(
                        "CHAR",
                        "CHAR(5)",
                        "VARCHAR(20)",
                        "VARCHAR(300)",
                        "NATIONAL CHAR(4)",
                        "NVARCHAR(9)",
                        "CHARACTER VARYING(8)",
                        "CHAR(3) BYTE",
                        "VARCHAR(7) BINARY")
                + choice.maybe(choice.encoding())
                + (choice.isMariaDb() && choice.once(9) ? " COMPRESSED" : "")
                + filled(choice.literal(), choice.literal());
    }

    private String text() {
        String type = choice.one("TINYTEXT", "TEXT", "TEXT(300)", "MEDIUMTEXT", "LONGTEXT", "LONG VARCHAR", "JSON")
                + choice.maybe(choice.encoding())
                + (choice.isMariaDb() && choice.once(9) ? " COMPRESSED" : "");
        return type + filled(choice.isMariaDb() ? choice.literal() : "(" + choice.literal() + ")", "('{}')");
    }

    private String bytes() {
        return choice.one(
                        "BINARY(4)",
                        "BINARY",
                        "VARBINARY(10)",
                        "TINYBLOB",
                        "BLOB",
                        "BLOB(70000)",
                        "MEDIUMBLOB",
                        "LONGBLOB",
                        "LONG VARBINARY")
                + filled("'a'", "''", "x'00ff'", "0x41", "('b')", "'\u00e4'");
    }

    private String special() {
        String type = choice.one(
                "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTIPOLYGON", "GEOMETRYCOLLECTION");
        if (choice.isMySql(8, 0, 3) && choice.once(2)) {
            return type + choice.maybe(" NOT NULL") + " SRID " + choice.one("0", "4326") + attributes();
        }
        if (choice.isMySql(9, 0, 0) && choice.once(3)) {
            return choice.one("VECTOR", "VECTOR(3)") + attributes();
        }
        if (choice.isMariaDb(10, 10) && choice.once(2)) {
            return choice.one("UUID", "INET4", "INET6")
                    + filled("UUID()", "'::1'", "'127.0.0.1'", "'00000000-0000-0000-0000-000000000001'");
        }
        return type
                + choice.maybe(choice.isMariaDb() ? " REF_SYSTEM_ID=4326" : "")
                + choice.maybe(" NOT NULL")
                + attributes();
    }

    private String filled(String... values) {
        String value = choice.one(values);
        String expression = choice.one("(" + value + ")", "(1 + 1)", "(UUID())", "(now())", "(CONCAT('a', 'b'))");
        boolean hasExpression = choice.once(7) && (choice.isMariaDb() || choice.isMySql(8, 0, 13));
        return choice.maybe(" NOT NULL", " NULL")
                + choice.maybe(" DEFAULT " + (hasExpression ? expression : value), " DEFAULT NULL")
                + attributes();
    }

    private String attributes() {
        return (choice.once(3) ? choice.comment() : "")
                + (choice.once(8) ? " INVISIBLE" : "")
                + (choice.once(10) && !choice.isMariaDb() ? choice.one(" COLUMN_FORMAT FIXED", " STORAGE DISK") : "")
                + (choice.once(10) && choice.isMariaDb() ? " WITHOUT SYSTEM VERSIONING" : "")
                + (choice.once(12) && choice.isMariaDb() ? " CHECK (1 > 0)" : "");
    }

    private String generated(String source) {
        String[] typeAndExpression = choice.one(List.of(
                new String[] {"INT", "length(" + source + ")"},
                new String[] {"BIGINT UNSIGNED", source + " + 1"},
                new String[] {"VARCHAR(200)", "concat(" + source + ", " + choice.literal() + ")"},
                new String[] {"VARCHAR(600)" + choice.encoding(), "hex(" + source + ")"},
                new String[] {"INT", "coalesce(" + source + ", 0)"},
                new String[] {"TEXT", "upper(" + source + ")"},
                new String[] {"TINYINT(1)", source + " is null"},
                new String[] {"DECIMAL(12, 2)", "case when " + source + " > 1 then " + source + " * 2 else 0 end"},
                new String[] {"JSON", "json_object('k', " + source + ")"},
                new String[] {"DATE", "cast(" + source + " as date)"}));
        return typeAndExpression[0] + choice.one(" GENERATED ALWAYS", "") + " AS (" + typeAndExpression[1] + ")"
                + choice.one(" VIRTUAL", " STORED", "")
                + (choice.once(4) && !choice.isMariaDb() ? " NOT NULL" : "")
                + (choice.once(3) ? choice.comment() : "")
                + (choice.once(9) ? " INVISIBLE" : "");
    }
}
