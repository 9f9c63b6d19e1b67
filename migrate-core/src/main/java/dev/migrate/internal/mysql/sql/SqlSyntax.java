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

    /** The syntax on a server in a session of a migration. */
    public static SqlSyntax of(ServerVersion server) {
        return of(server, "");
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
