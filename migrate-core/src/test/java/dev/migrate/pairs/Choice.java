package dev.migrate.pairs;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import java.util.List;
import java.util.Random;

/**
 * Random choices for a server.
 *
 * @param server the server
 * @param random the random numbers
 */
record Choice(ServerVersion server, Random random) {

    private static final List<String> NAMES = List.of(
            "a",
            "order",
            "select",
            "Groß e",
            "it's",
            "b`c",
            "x.y",
            "d-e",
            "1st",
            "q\"r",
            "表",
            "value",
            "key",
            "%s",
            "{0}",
            "n--m",
            "/*x*/",
            "u#v",
            "CamelCase",
            "with a name that is almost as long as the server permits");

    boolean isMariaDb() {
        return MySqlVersions.isMariaDb(server);
    }

    boolean isMySql(int major, int minor, int patch) {
        return server.isAtLeast(MySqlVersions.MYSQL, major, minor, patch);
    }

    boolean isMariaDb(int major, int minor) {
        return server.isAtLeast(MySqlVersions.MARIADB, major, minor, 0);
    }

    /** True once in so many cases. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the texts, or nothing. */
    String maybe(String... texts) {
        return random.nextBoolean() ? "" : one(texts);
    }

    /** A quoted name that does not occur elsewhere. */
    String name(String start) {
        String name = start + Integer.toString(random.nextInt(36 * 36 * 36), 36) + (once(3) ? one(NAMES) : "");
        return "`" + name.replace("`", "``") + "`";
    }

    /** A text literal that means the same in each {@code sql_mode}. */
    String literal() {
        return one(
                "''",
                "'a'",
                "'it''s'",
                "'NULL'",
                "'0'",
                "'ä'",
                "'(x, `y`)'",
                "'\"'",
                "'-- c'",
                "'表'",
                "'current_timestamp()'");
    }

    /** A comment. */
    String comment() {
        return " COMMENT "
                + one("'c'", "'it''s'", "'a, b) ` ä'", "'-- x'", "'ENGINE=x DEFAULT ''y'''", "'表'", "'%s {0}'");
    }

    /** A character set or a collation. */
    String encoding() {
        return one(
                " CHARACTER SET latin1",
                " CHARACTER SET utf8mb4",
                " CHARACTER SET utf8",
                " CHARACTER SET ascii",
                " CHARACTER SET binary",
                " CHARACTER SET ucs2",
                " COLLATE utf8mb4_bin",
                " COLLATE utf8mb4_unicode_ci",
                " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
                " COLLATE latin1_german2_ci",
                isMySql(8, 0, 1) ? " COLLATE utf8mb4_0900_as_cs" : " COLLATE utf8mb4_spanish_ci",
                isMariaDb(10, 10) ? " COLLATE utf8mb4_uca1400_ai_ci" : " CHARACTER SET cp1251");
    }
}
