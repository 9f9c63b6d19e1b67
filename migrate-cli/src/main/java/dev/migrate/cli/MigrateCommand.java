package dev.migrate.cli;

import dev.migrate.Environment;
import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: the common options, and the migrators that they configure. */
@Command(
        name = "migrate",
        description = "Migrates MySQL and MariaDB databases.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = MigrateCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        abbreviateSynopsis = true,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", ExitCode.HELP})
final class MigrateCommand {

    /** The logger of the library's listener, and the parent of the loggers of its classes. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("dev.migrate");

    private static final Logger EVERY_LOG = Logger.getLogger("");

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ConfigurationOptions configurationOptions = new ConfigurationOptions();

    @Mixin
    private final MigrationOptions migrations = new MigrationOptions(configurationOptions);

    @Mixin
    private final ConnectionOptions connection;

    @Mixin
    private final ModelOptions model = new ModelOptions(configurationOptions);

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final CompletedWork completedWork = new CompletedWork();

    private final boolean isEmbedded;

    /**
     * Creates the command.
     *
     * @param isEmbedded whether the command runs in another program, which shows the log of the library
     * @param password the password of the database user, which replaces any other one; empty to use the configured one
     */
    MigrateCommand(boolean isEmbedded, Optional<String> password) {
        this.isEmbedded = isEmbedded;
        connection = new ConnectionOptions(configurationOptions, migrations, password);
    }

    /** What the command has completed so far. */
    CompletedWork completedWork() {
        return completedWork;
    }

    OutputOptions output() {
        return output;
    }

    ConnectionOptions connection() {
        return connection;
    }

    Configuration configuration() {
        return configurationOptions.configuration();
    }

    /** Starts a builder with the database. */
    MigratorBuilder connected() {
        return withDatabase(builder -> {
            if (configurationOptions.environmentClass().isPresent()) {
                migrations.addSourcesTo(builder);
            }
        });
    }

    /** Starts a builder with the migrations. */
    MigratorBuilder migrations() {
        MigratorBuilder builder = Migrator.builder();
        addMigrations(builder);
        addEnvironment(builder);
        return builder;
    }

    /** Starts a builder with the migrations and the options of runs, but no database. */
    MigratorBuilder offline() {
        MigratorBuilder builder = Migrator.builder();
        connection.addConfiguredTo(builder);
        addMigrations(builder);
        addEnvironment(builder);
        connection.addOptionsTo(builder);
        return builder;
    }

    /** Starts a builder with the migrations, of which there may be none yet. */
    MigratorBuilder migrationsIfPresent() {
        MigratorBuilder builder = Migrator.builder();
        migrations.addIfPresentTo(builder);
        addEnvironment(builder);
        return builder;
    }

    /** Loads the migrations and their class path. */
    URLClassLoader classLoader() {
        return migrations.classLoader();
    }

    /** The package of the migrations. */
    String packageName() {
        return migrations.packageName();
    }

    /** The folder for new sources, if the folder of the existing ones is known. */
    Optional<Path> folderOfSources() {
        return migrations.folder();
    }

    /** Starts a builder with the database, the model, and the migrations if they are specified. */
    MigratorBuilder modelled() {
        MigratorBuilder builder = withDatabase(migrations.isSpecified() ? migrations::addIfPresentTo : none -> {});
        model.addTo(builder, migrations.classLoader());
        if (!builder.hasModel()) {
            throw new UsageException("Specify the target schema: --entities PACKAGE, --model CLASS or --schema FILE,"
                    + " or one of these keys in " + Configuration.FILE_NAME + ".");
        }
        return builder;
    }

    /** Starts a builder with the database, and the migrations, of which there may be none yet. */
    MigratorBuilder connectedIfPresent() {
        return withDatabase(migrations::addIfPresentTo);
    }

    /** Starts a builder with the database and the migrations. */
    MigratorBuilder connectedWithMigrations() {
        return withDatabase(this::addMigrations);
    }

    /** Starts a builder with the database, and the migrations and the model if they are specified. */
    MigratorBuilder whole() {
        MigratorBuilder builder = withDatabase(migrations::addIfSpecifiedTo);
        model.addTo(builder, migrations.classLoader());
        return builder;
    }

    /** Later settings override earlier ones: the file, the environment class, the command line. */
    private MigratorBuilder withDatabase(Consumer<MigratorBuilder> migrationsAdded) {
        MigratorBuilder builder = Migrator.builder().listener(completedWork);
        if (!output.isQuiet() && !isEmbedded) {
            builder.listener(progressLine());
        }
        connection.addConfiguredTo(builder);
        migrationsAdded.accept(builder);
        addEnvironment(builder);
        connection.addTo(builder);
        model.addFilterTo(builder);
        return builder;
    }

    private ProgressLine progressLine() {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), output.isVerbose(), Terminal.seesErr());
        if (Terminal.seesErr()) {
            Runtime.getRuntime().addShutdownHook(new Thread(progress::close));
        }
        return progress;
    }

    /** An environment class may provide the migrations as well. */
    private void addMigrations(MigratorBuilder builder) {
        if (migrations.isSpecified() || configurationOptions.environmentClass().isEmpty()) {
            migrations.addTo(builder);
        }
    }

    private void addEnvironment(MigratorBuilder builder) {
        configurationOptions.environmentClass().ifPresent(name -> {
            Environment environment = builder.instance(name, Environment.class, migrations.classLoader());
            try {
                environment.configure(builder);
            } catch (MigrateException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new SourceException(
                        SourceException.Reason.CLASS_NOT_USABLE,
                        "The environment class " + name + " threw " + e + ".",
                        "Fix its method configure.",
                        e);
            }
        });
    }

    /** Results go to standard output and everything else to standard error, in a readable order. */
    void configureLogging() {
        // Libraries such as Hibernate log a lot.
        EVERY_LOG.setLevel(output.isVerbose() ? Level.INFO : Level.WARNING);
        for (Handler everything : EVERY_LOG.getHandlers()) {
            everything.setFormatter(new MaskingFormatter());
        }
        LIBRARY_LOG.setLevel(output.isVerbose() ? Level.FINE : Level.WARNING);
        ConsoleHandler handler = new ConsoleHandler();
        // The progress output has the same information, except for stack traces.
        handler.setFilter(record -> output.isVerbose() && record.getThrown() != null);
        handler.setLevel(Level.FINE);
        handler.setFormatter(new MaskingFormatter());
        LIBRARY_LOG.addHandler(handler);
        LIBRARY_LOG.setUseParentHandlers(false);
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MigrateCommand.class.getPackage().getImplementationVersion();
            return new String[] {"migrate " + (version == null ? "(not packaged)" : version)};
        }
    }
}
