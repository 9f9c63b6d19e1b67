package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides where a quote or a comment ends.
 *
 * @param isAnsiQuotes whether double quotes are around names, where a backslash is a character as any other
 * @param isBackslashEscape whether a backslash in a text takes the character behind it for itself
 * @param isMariaDb whether what is in a comment of the kind {@code /*M!} is SQL
 */
record SqlSyntax(boolean isAnsiQuotes, boolean isBackslashEscape, boolean isMariaDb) {

    /** The syntax on a server, in a session with a {@code sql_mode} as the server shows it. */
    static SqlSyntax of(ServerVersion server, String sqlMode) {
        Set<String> modes = Arrays.stream(sqlMode.split(",")).collect(Collectors.toSet());
        return new SqlSyntax(
                modes.contains("ANSI_QUOTES"),
                !modes.contains("NO_BACKSLASH_ESCAPES"),
                MySqlVersions.isMariaDb(server));
    }

    /** Whether a backslash between these quotes escapes. The servers never let it between backquotes. */
    boolean isEscaping(char quote) {
        return isBackslashEscape && (quote == '\'' || (quote == '"' && !isAnsiQuotes));
    }
}
