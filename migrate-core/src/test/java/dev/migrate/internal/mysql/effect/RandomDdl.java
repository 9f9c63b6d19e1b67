package dev.migrate.internal.mysql.effect;

import java.util.Random;

/** Generates handwritten DDL statements about a few tables, many of which the server rejects. Not thread-safe. */
final class RandomDdl {

    private final Random random;

    RandomDdl(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        String table = table();
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> "CREATE TABLE " + maybe("IF NOT EXISTS ") + table + " (" + definitions() + ")";
            case 3 -> "CREATE TABLE " + table + " LIKE " + table();
            case 4 -> "DROP TABLE " + maybe("IF EXISTS ") + table;
            case 5 -> "RENAME TABLE " + table + " TO " + table();
            case 6 -> "CREATE " + maybe("UNIQUE ") + "INDEX " + index() + " ON " + table + " (" + column() + ")";
            case 7 -> "DROP INDEX " + index() + " ON " + table;
            case 8 -> "CREATE VIEW " + view() + " AS SELECT * FROM " + table;
            case 9 -> "DROP VIEW " + maybe("IF EXISTS ") + view();
            case 10 -> "ALTER TABLE " + table + " RENAME TO " + table();
            default -> "ALTER TABLE " + table + " " + clause() + (random.nextInt(3) == 0 ? ", " + clause() : "");
        };
    }

    private String definitions() {
        StringBuilder definitions = new StringBuilder("id INT " + (random.nextBoolean() ? "PRIMARY KEY" : "NOT NULL"));
        for (int i = random.nextInt(4); i > 0; i--) {
            definitions.append(", ").append(columnDefinition());
        }
        if (random.nextInt(3) == 0) {
            definitions.append(", ").append(key());
        }
        return definitions.toString();
    }

    private String columnDefinition() {
        return column() + " " + type() + maybe(" UNIQUE") + maybe(" COMMENT 'CHECK, UNIQUE'");
    }

    private String key() {
        String columns = " (" + column() + ")";
        return switch (random.nextInt(6)) {
            case 0 -> "INDEX " + index() + columns;
            case 1 -> "KEY" + columns;
            case 2 -> "UNIQUE KEY " + index() + " USING BTREE" + columns;
            case 3 -> "CONSTRAINT " + index() + " UNIQUE" + columns;
            case 4 -> "CONSTRAINT f" + index() + " FOREIGN KEY" + columns + " REFERENCES " + table() + " (id)";
            default -> "FOREIGN KEY" + columns + " REFERENCES " + table() + " (id)";
        };
    }

    private String clause() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> "ADD COLUMN " + columnDefinition() + maybe(" FIRST");
            case 2 -> "ADD (" + columnDefinition() + ", " + key() + ")";
            case 3, 4 -> "ADD " + key();
            case 5 -> "DROP COLUMN " + column();
            case 6 -> "MODIFY " + column() + " " + type() + maybe(" AFTER id");
            case 7 -> "CHANGE " + column() + " " + column() + " " + type();
            case 8 -> "DROP INDEX " + index();
            case 9 -> "COMMENT = '" + random.nextInt(3) + "'";
            case 10 -> "ALTER COLUMN " + column() + " SET DEFAULT " + random.nextInt(3);
            default -> "DROP FOREIGN KEY f" + index();
        };
    }

    private String type() {
        return random.nextBoolean() ? "INT" : "BIGINT";
    }

    private String table() {
        return random.nextInt(8) == 0 ? "`T 1`" : "t" + random.nextInt(3);
    }

    private String column() {
        return "c" + random.nextInt(4);
    }

    private String index() {
        return "c" + random.nextInt(3);
    }

    private String view() {
        return "v" + random.nextInt(2);
    }

    private String maybe(String text) {
        return random.nextInt(4) == 0 ? text : "";
    }
}
