package dev.migrate.internal.mysql;

import dev.migrate.provider.JdbcUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JDBC URLs of MySQL Connector/J and of MariaDB's driver. */
final class MySqlUrls {

    static final String EXAMPLES = "jdbc:mysql://HOST:PORT/DATABASE or jdbc:mariadb://HOST:PORT/DATABASE";

    private static final Pattern PARTS = Pattern.compile(
            "(?<server>jdbc:(?<product>mysql|mariadb):[^/?]*//(?<hosts>[^/?]*)/?)(?<database>[^?]*)(?<parameters>.*)",
            Pattern.DOTALL);

    /** A host and a port, without a password in front of them. */
    private static final Pattern HOST =
            Pattern.compile("(?<name>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+])(?<port>:\\d{1,5})?");

    private static final Pattern USER = Pattern.compile("[?&]user=([^&]*)");

    private static final String DEFAULT_PORT = ":3306";

    private MySqlUrls() {}

    static Optional<JdbcUrl> parse(String url) {
        Matcher parts = PARTS.matcher(url);
        return parts.matches() ? Optional.of(parse(parts)) : Optional.empty();
    }

    /** Measured: Connector/J decodes the name of the database like a query parameter, MariaDB's driver does not. */
    private static JdbcUrl parse(Matcher parts) {
        boolean isMariaDb = parts.group("product").equals("mariadb");
        String database = parts.group("database");
        return new JdbcUrl(
                parts.group(),
                parts.group("server") + parts.group("parameters"),
                database.isEmpty() ? null : isMariaDb ? database : decoded(database),
                address(parts),
                user(parts),
                isMariaDb ? "org.mariadb.jdbc:mariadb-java-client" : "com.mysql:mysql-connector-j");
    }

    /** The hosts, if it is certain that they are not part of a password that contains a slash or a question mark. */
    private static @Nullable String address(Matcher parts) {
        String hosts = parts.group("hosts");
        String rest = parts.group("database") + parts.group("parameters");
        if (rest.contains("@")) {
            return null;
        }
        if (hosts.isEmpty()) {
            return "localhost" + DEFAULT_PORT;
        }
        List<String> addresses = new ArrayList<>();
        for (String one : hosts.substring(hosts.lastIndexOf('@') + 1).split(",", -1)) {
            Matcher host = HOST.matcher(one);
            if (!host.matches()) {
                return null;
            }
            addresses.add(host.group("port") == null ? one + DEFAULT_PORT : one);
        }
        return String.join(",", addresses);
    }

    private static @Nullable String user(Matcher parts) {
        Matcher user = USER.matcher(parts.group("parameters"));
        return user.find() ? decoded(user.group(1)) : null;
    }

    /** Connector/J rejects a broken escape when it connects. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
