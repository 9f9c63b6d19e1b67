package dev.migrate.internal.mysql.sql;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings that determine where a quote or a comment ends.
 *
 * @param isAnsiQuotes whether double quotes enclose names, in which a backslash is an ordinary character
 * @param isBackslashEscape whether a backslash in a string escapes the next character
 * @param isMariaDb whether the content of a comment {@code /*M!} is SQL
 */
public record SqlSyntax(boolean isAnsiQuotes, boolean isBackslashEscape, boolean isMariaDb) {

    /**
     * The {@code sql_mode} of migrations: the default of MySQL 5.7 and later, written out, because MariaDB's default
     * lacks half of it, and without strict mode a MODIFY truncates strings and clips numbers with only a warning.
     * ANSI_QUOTES and NO_BACKSLASH_ESCAPES are off, because they change the syntax of literals.
     */
    public static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    /** The syntax on a server in a session of a migration. */
    public static SqlSyntax of(ServerVersion server) {
        return of(server, SQL_MODE);
    }

    /** The syntax on a server, in a session with a given {@code sql_mode}. */
    public static SqlSyntax of(ServerVersion server, String sqlMode) {
        Set<String> modes = Arrays.stream(sqlMode.split(",")).collect(Collectors.toSet());
        return new SqlSyntax(
                modes.contains("ANSI_QUOTES"),
                !modes.contains("NO_BACKSLASH_ESCAPES"),
                MySqlVersions.isMariaDb(server));
    }

    /** Checks whether a backslash escapes between these quotes. It never does between backticks. */
    public boolean isEscaping(char quote) {
        return isBackslashEscape && (quote == '\'' || (quote == '"' && !isAnsiQuotes));
    }
}
