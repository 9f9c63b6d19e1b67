package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import dev.migrate.internal.FileTrust;
import dev.migrate.journal.EditPolicy;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.JdbcUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options for the database, the user and the runs. */
final class ConnectionOptions {

    /** A password on the command line is rejected, because every user of the machine can read it. */
    private static final String PASSWORD_VARIABLE = "MIGRATE_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "The database: jdbc:mysql://HOST:PORT/DATABASE.")
    private @Nullable String url;

    @Option(names = "--user", scope = ScopeType.INHERIT, paramLabel = "USER", description = "The database user.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A file with the password on its first line. Default: the password in "
                    + Configuration.FILE_NAME + ", or the environment variable " + PASSWORD_VARIABLE
                    + ".")
    private @Nullable Path passwordFile;

    @Option(
            names = "--version-table",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The version table. Default: alembic_version.")
    private @Nullable String versionTable;

    @Option(
            names = "--gtid-tokens",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description =
                    "Assign a global transaction id to each statement, so that an interrupted run can always determine"
                            + " whether a statement was executed. Requires MySQL with gtid_mode=ON.")
    private @Nullable Boolean hasGtidTokens;

    @Option(
            names = "--accept-multi-primary",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "State that all runs connect to the same server of a cluster with several writable servers.")
    private @Nullable Boolean acceptsMultiPrimary;

    @Option(
            names = "--edited-migrations",
            scope = ScopeType.INHERIT,
            paramLabel = "ignore|warn|refuse",
            converter = EditPolicyConverter.class,
            description = "What a run does if applied migrations have changed since they ran. Default: warn.")
    private @Nullable EditPolicy editPolicy;

    @Option(
            names = "--require-verified",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Refuse a downgrade that was not verified with its current statements: see verify --record.")
    private @Nullable Boolean requiresVerified;

    @Option(
            names = "--connect-retries",
            scope = ScopeType.INHERIT,
            paramLabel = "NUMBER",
            converter = Count.class,
            description = "How often to try again if the server cannot be reached, after 1, 2, 4, 8, 16 and then 30"
                    + " seconds. Default: 0.")
    private @Nullable Integer connectRetries;

    private final ConfigurationOptions configurationOptions;
    private final MigrationOptions migrations;
    /** Takes precedence over all other passwords. */
    private final Optional<String> givenPassword;

    private boolean isFromOptions;

    ConnectionOptions(
            ConfigurationOptions configurationOptions, MigrationOptions migrations, Optional<String> givenPassword) {
        this.configurationOptions = configurationOptions;
        this.migrations = migrations;
        this.givenPassword = givenPassword;
    }

    /** The options of runs in the file; an environment class may override them. */
    void addConfiguredTo(MigratorBuilder builder) {
        Configuration configuration = configurationOptions.configuration();
        configuration.text(Key.VERSION_TABLE).ifPresent(name -> nameVersionTable(builder, name));
        configuration.seconds(Key.LOCK_TIMEOUT).ifPresent(builder::lockTimeout);
        configuration.seconds(Key.TABLE_TIMEOUT).ifPresent(builder::tableTimeout);
        LimitOptions.addConfiguredTo(builder, configuration);
        configuration.number(Key.CONNECT_RETRIES).ifPresent(builder::connectRetries);
        configuration.flag(Key.GTID_TOKENS).ifPresent(builder::gtidTokens);
        configuration.flag(Key.ACCEPT_MULTI_PRIMARY).ifPresent(builder::acceptMultiPrimary);
        configuration.flag(Key.REQUIRE_VERIFIED).ifPresent(builder::requireVerified);
        configuration.editPolicy(Key.EDITED_MIGRATIONS).ifPresent(builder::editedMigrations);
    }

    /** The options of the command line, and the data source unless the environment class has set one. */
    void addTo(MigratorBuilder builder) {
        addOptionsTo(builder);
        if (url != null || !builder.hasDataSource()) {
            builder.dataSource(dataSource(jdbcUrl().url()));
            isFromOptions = true;
        }
    }

    /** The options of runs on the command line. */
    void addOptionsTo(MigratorBuilder builder) {
        if (versionTable != null) {
            nameVersionTable(builder, versionTable);
        }
        if (connectRetries != null) {
            builder.connectRetries(connectRetries);
        }
        if (hasGtidTokens != null) {
            builder.gtidTokens(hasGtidTokens);
        }
        if (acceptsMultiPrimary != null) {
            builder.acceptMultiPrimary(acceptsMultiPrimary);
        }
        if (requiresVerified != null) {
            builder.requireVerified(requiresVerified);
        }
        if (editPolicy != null) {
            builder.editedMigrations(editPolicy);
        }
    }

    /** Whether the options or the file specify the database; otherwise, an environment class has set it. */
    boolean isFromOptions() {
        return isFromOptions;
    }

    /** The same server, without the database. */
    DataSource server() {
        return dataSource(jdbcUrl().serverUrl());
    }

    /** The name of the database, empty if the URL has none. */
    Optional<String> database() {
        return Optional.ofNullable(jdbcUrl().database());
    }

    private static void nameVersionTable(MigratorBuilder builder, String name) {
        try {
            builder.versionTable(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private JdbcUrl jdbcUrl() {
        if (url != null && Secrets.hasPassword(url)) {
            throw new UsageException(
                    "--url contains a password, which every user of this machine can read in the list of"
                            + " processes. Set the environment variable " + PASSWORD_VARIABLE
                            + ", or use --password-file, or"
                            + " put the URL into " + Configuration.FILE_NAME + ".");
        }
        String where = Optional.ofNullable(url)
                .or(() -> configurationOptions.configuration().text(Key.URL))
                .orElseThrow(() -> new UsageException(
                        "Specify the database: --url " + DatabaseProviders.jdbcUrlExamples() + ", or the key url in "
                                + Configuration.FILE_NAME + " (migrate scaffold creates one)."));
        return DatabaseProviders.jdbcUrl(where)
                .orElseThrow(() -> new UsageException("The URL must be " + DatabaseProviders.jdbcUrlExamples()
                        + ", but is " + Secrets.masked(where) + "."));
    }

    private DataSource dataSource(String address) {
        Configuration configuration = configurationOptions.configuration();
        Optional<String> login = Optional.ofNullable(user).or(() -> configuration.text(Key.USER));
        // An empty value, as of a variable that need not be set, leaves the URL as it is.
        return new DriverDataSource(
                driver(),
                address,
                login.filter(text -> !text.isEmpty()),
                givenPassword.or(() -> password(configuration)).filter(text -> !text.isEmpty()));
    }

    private Driver driver() {
        JdbcUrl jdbcUrl = jdbcUrl();
        try {
            return DriverDataSource.driver(jdbcUrl.url(), migrations.classLoader())
                    .orElseThrow(() -> new UsageException("The class path has no JDBC driver for "
                            + Secrets.masked(jdbcUrl.url()) + ". Add " + jdbcUrl.driverArtifact()
                            + " with --classpath, or with the key classpath in " + Configuration.FILE_NAME + "."));
        } catch (SQLException e) {
            throw new UsageException("The URL " + Secrets.masked(jdbcUrl.url()) + " is not valid ("
                    + Secrets.masked(String.valueOf(e.getMessage())) + ").");
        }
    }

    private Optional<String> password(Configuration configuration) {
        if (passwordFile != null) {
            return Optional.of(passwordIn(passwordFile));
        }
        Optional<Key> given = configuration.oneOf(Key.PASSWORD, Key.PASSWORD_FILE);
        if (given.isEmpty()) {
            return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE));
        }
        return given.get() == Key.PASSWORD
                ? configuration.text(Key.PASSWORD)
                : configuration.path(Key.PASSWORD_FILE).map(this::passwordIn);
    }

    private String passwordIn(Path file) {
        try {
            if (FileTrust.isReadableByAll(file)) {
                spec.commandLine()
                        .getErr()
                        .println("migrate: Warning: every user of this machine can read the password file " + file
                                + ". Run: chmod 600 " + file);
            }
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UsageException("The password file " + file + " cannot be read (" + e + ").");
        }
    }
}
