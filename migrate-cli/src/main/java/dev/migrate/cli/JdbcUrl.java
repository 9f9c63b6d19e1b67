package dev.migrate.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a JDBC URL.
 *
 * @param server everything before the database, with the slash
 * @param database the name of the database, decoded; empty if there is none
 * @param parameters everything after the database, with the question mark
 */
record JdbcUrl(String server, String database, String parameters) {

    private static final Pattern PARTS = Pattern.compile("(jdbc:mysql://[^/?]*/?)([^?]*)(.*)", Pattern.DOTALL);

    static JdbcUrl of(String url) {
        Matcher matcher = PARTS.matcher(url);
        if (!matcher.matches()) {
            throw new UsageException("The URL " + Secrets.masked(url) + " is not jdbc:mysql://HOST:PORT/DATABASE.");
        }
        // A plus sign in a path is not a blank.
        String path = matcher.group(2).replace("+", "%2B");
        try {
            return new JdbcUrl(matcher.group(1), URLDecoder.decode(path, StandardCharsets.UTF_8), matcher.group(3));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "The URL " + Secrets.masked(url) + " contains a database name with an invalid escape.");
        }
    }

    String withoutDatabase() {
        return server + parameters;
    }
}
