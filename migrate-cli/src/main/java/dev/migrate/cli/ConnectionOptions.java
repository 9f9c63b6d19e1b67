package dev.migrate.cli;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the database is, and who asks. */
final class ConnectionOptions {

    /** The password is never taken from the command line, which every user of the machine can read. */
    private static final String PASSWORD_VARIABLE = "MIGRATE_PASSWORD";

    /** Without a bound, an address that nobody answers at would hang for minutes. */
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Where the database is: jdbc:mysql://HOST:PORT/DATABASE.")
    private @Nullable String url;

    @Option(names = "--user", scope = ScopeType.INHERIT, paramLabel = "USER", description = "Who asks.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A file with the password in its first line. Without it, the environment variable "
                    + PASSWORD_VARIABLE + " has the password.")
    private @Nullable Path passwordFile;

    DataSource dataSource() {
        return dataSource(url());
    }

    /** The same server, without the database. */
    DataSource server() {
        return dataSource(JdbcUrl.of(url()).withoutDatabase());
    }

    /** The name of the database, empty if the URL has none. */
    String database() {
        return JdbcUrl.of(url()).database();
    }

    private String url() {
        if (url == null) {
            throw new UsageException("Say where the database is: --url jdbc:mysql://HOST:PORT/DATABASE.");
        }
        if (!url.startsWith("jdbc:mysql://")) {
            throw new UsageException(
                    "The URL must begin with jdbc:mysql:// (for MariaDB as well), but is " + Secrets.masked(url) + ".");
        }
        return url;
    }

    private DataSource dataSource(String address) {
        MysqlDataSource dataSource = new MysqlDataSource();
        try {
            dataSource.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        dataSource.setUrl(address);
        if (user != null) {
            dataSource.setUser(user);
        }
        String password = password();
        if (password != null) {
            dataSource.setPassword(password);
        }
        return dataSource;
    }

    private @Nullable String password() {
        if (passwordFile == null) {
            return System.getenv(PASSWORD_VARIABLE);
        }
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UsageException("The password file " + passwordFile + " cannot be read (" + e + ").");
        }
    }
}
