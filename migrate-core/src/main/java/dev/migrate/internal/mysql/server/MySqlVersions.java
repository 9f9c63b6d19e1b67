package dev.migrate.internal.mysql.server;

import dev.migrate.provider.ServerVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The products of this provider, and the parser of their versions and names. Stateless. */
public final class MySqlVersions {

    /** MySQL and the servers derived from it. */
    public static final String MYSQL = "MySQL";

    /** MariaDB. */
    public static final String MARIADB = "MariaDB";

    /** The supported versions, for error messages; see {@link #isSupported}. */
    public static final String SUPPORTED = "MySQL 5.7 or later or MariaDB 10.2 or later";

    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(?:\\.(\\d{1,9}))?.*", Pattern.DOTALL);
    private static final Pattern NAME =
            Pattern.compile("(mysql|mariadb)-(\\d{1,9}\\.\\d{1,9}(?:\\.\\d{1,9})?)", Pattern.CASE_INSENSITIVE);
    /**
     * The third number of the first production release (GA, stable) of a series, if earlier releases lack features.
     * From the release notes of both vendors.
     */
    private static final Map<String, Integer> FIRST_FOR_PRODUCTION = Map.of(
            "mysql-5.7", 9,
            "mysql-8.0", 11,
            "mariadb-10.2", 6,
            "mariadb-10.3", 7,
            "mariadb-10.5", 4,
            "mariadb-10.8", 3,
            "mariadb-11.7", 2);
    /** The prefix of MariaDB 10's version string, for the compatibility of old replicas. */
    private static final String REPLICATION_PREFIX = "5.5.5-";

    private MySqlVersions() {}

    /**
     * Parses the value of {@code SELECT VERSION()}.
     *
     * @param reported the value
     * @return the server, or empty if the text does not start with two numbers
     */
    public static Optional<ServerVersion> parse(String reported) {
        boolean isMariaDb = reported.toLowerCase(Locale.ROOT).contains("mariadb");
        String numbers = isMariaDb && reported.startsWith(REPLICATION_PREFIX)
                ? reported.substring(REPLICATION_PREFIX.length())
                : reported;
        return parse(isMariaDb ? MARIADB : MYSQL, numbers, reported);
    }

    /**
     * Parses a name such as {@code mysql-8.0.36} or {@code mariadb-10.11}.
     *
     * @param name the product and its version
     * @return the server, or empty if it is not such a name
     */
    public static Optional<ServerVersion> named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String product = matcher.group(1).equalsIgnoreCase(MARIADB) ? MARIADB : MYSQL;
        String version = matcher.group(2);
        Integer patch = FIRST_FOR_PRODUCTION.get(name.toLowerCase(Locale.ROOT));
        return parse(product, patch == null ? version : version + "." + patch, version);
    }

    private static Optional<ServerVersion> parse(String product, String numbers, String text) {
        Matcher matcher = NUMBERS.matcher(numbers);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String patch = matcher.group(3);
        return Optional.of(new ServerVersion(
                product,
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch),
                text));
    }

    /**
     * Checks whether the provider supports a version: those that the tests run on, and those in between.
     *
     * @param server the server
     * @return true if it is MySQL or MariaDB and not too old
     */
    public static boolean isSupported(ServerVersion server) {
        return server.isAtLeast(MYSQL, 5, 7, 0) || server.isAtLeast(MARIADB, 10, 2, 0);
    }

    /**
     * Checks for MariaDB.
     *
     * @param server a server of this provider
     * @return true if it is MariaDB, false if it is MySQL
     */
    public static boolean isMariaDb(ServerVersion server) {
        return server.product().equals(MARIADB);
    }
}
