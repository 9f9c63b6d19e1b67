package dev.migrate.provider;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which server it is: the product and its version.
 *
 * @param product MySQL or MariaDB
 * @param major the first number of the version
 * @param minor the second
 * @param patch the third
 * @param text the version as the server itself writes it, for instance {@code 10.11.19-MariaDB-0+deb12u1}
 */
public record ServerVersion(Product product, int major, int minor, int patch, String text) {

    /** The products. */
    public enum Product {
        /** MySQL, and the servers that are made from it. */
        MYSQL("MySQL"),
        /** MariaDB. */
        MARIADB("MariaDB");

        private final String displayName;

        Product(String displayName) {
            this.displayName = displayName;
        }

        /** Returns the name as the vendor writes it. */
        @Override
        public String toString() {
            return displayName;
        }
    }

    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(?:\\.(\\d{1,9}))?.*", Pattern.DOTALL);
    private static final Pattern NAME =
            Pattern.compile("(mysql|mariadb)-(\\d{1,9}\\.\\d{1,9}(?:\\.\\d{1,9})?)", Pattern.CASE_INSENSITIVE);
    /**
     * The third number of the first version of a line that was for production, where those before it could do less. From
     * the release notes of both vendors.
     */
    private static final Map<String, Integer> FIRST_FOR_PRODUCTION = Map.of(
            "mysql-5.7", 9,
            "mysql-8.0", 11,
            "mariadb-10.2", 6,
            "mariadb-10.3", 7,
            "mariadb-10.5", 4,
            "mariadb-10.8", 3,
            "mariadb-11.7", 2);
    /** MariaDB 10 puts this in front of its version, so that old replicas accept it. */
    private static final String REPLICATION_PREFIX = "5.5.5-";

    /**
     * Reads what {@code SELECT VERSION()} returned.
     *
     * @param text the server's answer
     * @return the version
     * @throws IllegalArgumentException if the text does not start with numbers
     */
    public static ServerVersion parse(String text) {
        boolean isMariaDb = text.toLowerCase(Locale.ROOT).contains("mariadb");
        String numbers =
                isMariaDb && text.startsWith(REPLICATION_PREFIX) ? text.substring(REPLICATION_PREFIX.length()) : text;
        Matcher matcher = NUMBERS.matcher(numbers);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("This is not the version of a MySQL or MariaDB server: " + text);
        }
        String patch = matcher.group(3);
        return new ServerVersion(
                isMariaDb ? Product.MARIADB : Product.MYSQL,
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch),
                text);
    }

    /**
     * Reads the name that people give to a server, for instance {@code mysql-8.0.36} or {@code mariadb-10.11}. Where the
     * third number is left out, it is the first version of that line that was for production, so that what is written for
     * it suits all of them.
     *
     * @param name the product and its version
     * @return the version
     * @throws IllegalArgumentException if it is no such name
     */
    public static ServerVersion named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "This is not a server: \"" + name + "\". Write it as in mysql-8.0.36 or mariadb-10.11.");
        }
        ServerVersion numbers = parse(matcher.group(2));
        boolean isMariaDb = matcher.group(1).equalsIgnoreCase("mariadb");
        int patch = FIRST_FOR_PRODUCTION.getOrDefault(name.toLowerCase(Locale.ROOT), numbers.patch());
        return new ServerVersion(
                isMariaDb ? Product.MARIADB : Product.MYSQL, numbers.major(), numbers.minor(), patch, numbers.text());
    }

    /**
     * Tells whether this is the product at the version or later.
     *
     * @param wantedProduct the product
     * @param wantedMajor the first number
     * @param wantedMinor the second
     * @param wantedPatch the third
     * @return true if it is that product, and not older
     */
    public boolean isAtLeast(Product wantedProduct, int wantedMajor, int wantedMinor, int wantedPatch) {
        if (product != wantedProduct) {
            return false;
        }
        if (major != wantedMajor) {
            return major > wantedMajor;
        }
        return minor != wantedMinor ? minor > wantedMinor : patch >= wantedPatch;
    }

    /** Returns the product and the version as the server writes it. */
    @Override
    public String toString() {
        return product + " " + text;
    }
}
