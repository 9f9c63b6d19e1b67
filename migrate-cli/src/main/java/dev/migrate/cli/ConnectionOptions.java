package dev.migrate.cli;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.MigratorBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the database is, who asks, and what a run goes by there. */
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
            description = "A file with the password in its first line. Without it, and without a password in "
                    + Configuration.FILE_NAME + ", the environment variable " + PASSWORD_VARIABLE
                    + " has the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--version-table",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The table that says what is applied (alembic_version).")
    private @Nullable String versionTable;

    @Option(
            names = "--gtid-tokens",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Give each statement a global transaction id, by which a run that died knows for certain"
                    + " whether it was carried out. Needs MySQL with gtid_mode=ON.")
    private @Nullable Boolean hasGtidTokens;

    private final ConfigurationOptions beside;
    private boolean isOurs;

    ConnectionOptions(ConfigurationOptions beside) {
        this.beside = beside;
    }

    /** What the file says of runs; an environment class may say otherwise after it. */
    void addConfiguredTo(MigratorBuilder builder) {
        Configuration configuration = beside.configuration();
        configuration.text(Key.VERSION_TABLE).ifPresent(name -> nameVersionTable(builder, name));
        configuration.seconds(Key.LOCK_TIMEOUT).ifPresent(builder::lockTimeout);
        configuration.seconds(Key.TABLE_TIMEOUT).ifPresent(builder::tableTimeout);
        configuration.flag(Key.GTID_TOKENS).ifPresent(builder::gtidTokens);
    }

    /** What the command line says, and where the database is if nobody has said it before. */
    void addTo(MigratorBuilder builder) {
        addOptionsTo(builder);
        if (url != null || !builder.hasDataSource()) {
            builder.dataSource(dataSource(url()));
            isOurs = true;
        }
    }

    /** What the command line says of runs. */
    void addOptionsTo(MigratorBuilder builder) {
        if (versionTable != null) {
            nameVersionTable(builder, versionTable);
        }
        if (hasGtidTokens != null) {
            builder.gtidTokens(hasGtidTokens);
        }
    }

    /** Whether the database is where the options or the file say; else an environment class has said it. */
    boolean isOurs() {
        return isOurs;
    }

    /** The same server, without the database. */
    DataSource server() {
        return dataSource(JdbcUrl.of(url()).withoutDatabase());
    }

    /** The name of the database, empty if the URL has none. */
    String database() {
        return JdbcUrl.of(url()).database();
    }

    private static void nameVersionTable(MigratorBuilder builder, String name) {
        try {
            builder.versionTable(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private String url() {
        String where = Optional.ofNullable(url)
                .or(() -> beside.configuration().text(Key.URL))
                .orElseThrow(
                        () -> new UsageException("Say where the database is: --url jdbc:mysql://HOST:PORT/DATABASE,"
                                + " or the key url in " + Configuration.FILE_NAME + " (migrate scaffold makes one)."));
        if (!where.startsWith("jdbc:mysql://")) {
            throw new UsageException("The URL must begin with jdbc:mysql:// (for MariaDB as well), but is "
                    + Secrets.masked(where) + ".");
        }
        return where;
    }

    private DataSource dataSource(String address) {
        Configuration configuration = beside.configuration();
        MysqlDataSource dataSource = new MysqlDataSource();
        try {
            dataSource.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        dataSource.setUrl(address);
        Optional.ofNullable(user).or(() -> configuration.text(Key.USER)).ifPresent(dataSource::setUser);
        password(configuration).ifPresent(dataSource::setPassword);
        return dataSource;
    }

    private Optional<String> password(Configuration configuration) {
        if (passwordFile != null) {
            return Optional.of(firstLine(passwordFile));
        }
        Optional<Key> given = configuration.oneOf(Key.PASSWORD, Key.PASSWORD_FILE);
        if (given.isEmpty()) {
            return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE));
        }
        return given.get() == Key.PASSWORD
                ? configuration.text(Key.PASSWORD)
                : configuration.path(Key.PASSWORD_FILE).map(ConnectionOptions::firstLine);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UsageException("The password file " + file + " cannot be read (" + e + ").");
        }
    }
}
