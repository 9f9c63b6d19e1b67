package dev.migrate.internal.mysql;

import dev.migrate.provider.JdbcUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JDBC URLs of MySQL Connector/J and of MariaDB's driver. */
final class MySqlUrls {

    static final String EXAMPLES = "jdbc:mysql://HOST:PORT/DATABASE or jdbc:mariadb://HOST:PORT/DATABASE";

    private static final Pattern PARTS = Pattern.compile(
            "(?<server>jdbc:(?<product>mysql|mariadb):[^/?]*//[^/?]*/?)(?<database>[^?]*)(?<parameters>.*)",
            Pattern.DOTALL);

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
                isMariaDb ? "org.mariadb.jdbc:mariadb-java-client" : "com.mysql:mysql-connector-j");
    }

    /** Connector/J rejects a broken escape when it connects. */
    private static @Nullable String decoded(String database) {
        try {
            return URLDecoder.decode(database, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return database;
        }
    }
}
