package dev.migrate.internal.mysql.sql;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The modes of {@code sql_mode} that matter for migrations. */
public final class SqlModes {

    /**
     * Modes that change the syntax of literals and names, and those that imply such a mode. A name is never the beginning
     * of a later one.
     */
    public static final List<String> SYNTAX = List.of(
            "ANSI_QUOTES",
            "NO_BACKSLASH_ESCAPES",
            "ANSI",
            "DB2",
            "MAXDB",
            "MSSQL",
            "MYSQL323",
            "MYSQL40",
            "ORACLE",
            "POSTGRESQL");

    /** With these, the server rejects invalid values and missing engines instead of replacing them. */
    public static final List<String> STRICT = List.of("STRICT_TRANS_TABLES", "NO_ENGINE_SUBSTITUTION");

    /**
     * With the first two, the server stores other values than a statement contains. With the others, it rejects any
     * change of a table and any view that another mode has allowed.
     */
    public static final List<String> NOT_OF_RENDERED = List.of(
            "EMPTY_STRING_IS_NULL", "NO_AUTO_VALUE_ON_ZERO", "ONLY_FULL_GROUP_BY", "NO_ZERO_DATE", "NO_ZERO_IN_DATE");

    private SqlModes() {}

    /**
     * Returns the mode in which handwritten statements run: the one of the connection, as in a client, except that
     * literals and names have the standard syntax.
     *
     * @param mode the mode of the connection
     */
    public static String ofHandwritten(String mode) {
        return String.join(",", handwritten(mode));
    }

    /**
     * Returns the mode in which rendered statements run: without strict mode, a MODIFY truncates strings and clips
     * numbers with only a warning.
     *
     * @param mode the mode of the connection
     */
    public static String ofRendered(String mode) {
        Set<String> modes = handwritten(mode);
        NOT_OF_RENDERED.forEach(modes::remove);
        modes.addAll(STRICT);
        return String.join(",", modes);
    }

    /**
     * Returns {@link #ofHandwritten} as an SQL expression. The server accepts the empty names that remain.
     *
     * @param mode the mode of the connection, as an SQL expression
     */
    public static String sqlOfHandwritten(String mode) {
        return without(SYNTAX, mode);
    }

    /**
     * Returns {@link #ofRendered} as an SQL expression.
     *
     * @param handwritten the mode of handwritten statements, as an SQL expression
     */
    public static String sqlOfRendered(String handwritten) {
        return "CONCAT(" + without(NOT_OF_RENDERED, handwritten) + ", '," + String.join(",", STRICT) + "')";
    }

    private static String without(List<String> modes, String expression) {
        String rest = expression;
        for (String mode : modes) {
            rest = "REPLACE(" + rest + ", '" + mode + "', '')";
        }
        return rest;
    }

    private static Set<String> handwritten(String mode) {
        Set<String> modes = new LinkedHashSet<>(
                Arrays.asList(mode.strip().toUpperCase(Locale.ROOT).split("\\s*,\\s*")));
        modes.remove("");
        SYNTAX.forEach(modes::remove);
        return modes;
    }
}
