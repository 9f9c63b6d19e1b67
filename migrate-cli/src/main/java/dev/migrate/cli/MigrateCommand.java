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
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands: the options that they share, and the migrators that these describe. */
@Command(
        name = "migrate",
        description = "Brings MySQL and MariaDB databases from one revision to another.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = MigrateCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        abbreviateSynopsis = true,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", ExitCode.HELP})
final class MigrateCommand {

    /** The library writes into it what it tells its listeners, and its classes have loggers below it. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("dev.migrate");

    private static final Logger EVERY_LOG = Logger.getLogger("");

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ConfigurationOptions beside = new ConfigurationOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions(beside);

    @Mixin
    private final MigrationOptions migrations = new MigrationOptions(beside);

    @Mixin
    private final ModelOptions model = new ModelOptions(beside);

    @Mixin
    private final OutputOptions output = new OutputOptions();

    OutputOptions output() {
        return output;
    }

    ConnectionOptions connection() {
        return connection;
    }

    Configuration configuration() {
        return beside.configuration();
    }

    /** Starts a migrator that knows the database only. */
    MigratorBuilder connected() {
        return withDatabase(builder -> {
            if (beside.environmentClass().isPresent()) {
                migrations.addSourcesTo(builder);
            }
        });
    }

    /** Starts a migrator that knows the migrations only. */
    MigratorBuilder migrations() {
        MigratorBuilder builder = Migrator.builder();
        addMigrations(builder);
        addEnvironment(builder);
        return builder;
    }

    /** Starts a migrator that knows the migrations and all that is said of runs, but no database. */
    MigratorBuilder offline() {
        MigratorBuilder builder = Migrator.builder();
        connection.addConfiguredTo(builder);
        addMigrations(builder);
        addEnvironment(builder);
        connection.addOptionsTo(builder);
        return builder;
    }

    /** Starts a migrator that knows the migrations only, of which there may be none yet. */
    MigratorBuilder migrationsIfPresent() {
        MigratorBuilder builder = Migrator.builder();
        migrations.addIfPresentTo(builder);
        addEnvironment(builder);
        return builder;
    }

    /** Loads the migrations, and what they need. */
    URLClassLoader classLoader() {
        return migrations.classLoader();
    }

    /** The package of the migrations. */
    String packageName() {
        return migrations.packageName();
    }

    /** Where new sources go, if it is said where the others are. */
    Optional<Path> folderOfSources() {
        return migrations.folder();
    }

    /** Starts a migrator that knows the database, the model, and the migrations if it is said where they are. */
    MigratorBuilder modelled() {
        MigratorBuilder builder = withDatabase(migrations.isGiven() ? migrations::addIfPresentTo : none -> {});
        model.addTo(builder, migrations.classLoader());
        if (!builder.hasModel()) {
            throw new UsageException("Say which schema is wanted: --entities PACKAGE, --model CLASS or --schema FILE,"
                    + " or one of these keys in " + Configuration.FILE_NAME + ".");
        }
        return builder;
    }

    /** Starts a migrator that knows the database and the migrations. */
    MigratorBuilder connectedWithMigrations() {
        return withDatabase(this::addMigrations);
    }

    /** Starts a migrator that knows the database, and the migrations and the model if it is said where they are. */
    MigratorBuilder whole() {
        MigratorBuilder builder = withDatabase(migrations::addIfGivenTo);
        model.addTo(builder, migrations.classLoader());
        return builder;
    }

    /** What is said later wins: the file, the environment class, the command line. */
    private MigratorBuilder withDatabase(Consumer<MigratorBuilder> migrationsAdded) {
        MigratorBuilder builder = Migrator.builder();
        if (!output.isQuiet()) {
            builder.listener(new ProgressLine(spec.commandLine().getErr(), output.isVerbose(), Terminal.seesErr()));
        }
        connection.addConfiguredTo(builder);
        migrationsAdded.accept(builder);
        addEnvironment(builder);
        connection.addTo(builder);
        model.addFilterTo(builder);
        return builder;
    }

    /** An environment class may bring them, too. */
    private void addMigrations(MigratorBuilder builder) {
        if (migrations.isGiven() || beside.environmentClass().isEmpty()) {
            migrations.addTo(builder);
        }
    }

    private void addEnvironment(MigratorBuilder builder) {
        beside.environmentClass().ifPresent(name -> {
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

    /** Results go to the standard output and everything else to the standard error; both stay readable together. */
    void configureLogging() {
        // Hibernate, for one, tells much about itself.
        EVERY_LOG.setLevel(output.isVerbose() ? Level.INFO : Level.WARNING);
        LIBRARY_LOG.setLevel(output.isVerbose() ? Level.FINE : Level.WARNING);
        ConsoleHandler handler = new ConsoleHandler();
        // Progress has told the same; what is left are stacks.
        handler.setFilter(record -> output.isVerbose() && record.getThrown() != null);
        handler.setLevel(Level.FINE);
        handler.setFormatter(new MaskingFormatter());
        LIBRARY_LOG.addHandler(handler);
        LIBRARY_LOG.setUseParentHandlers(false);
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MigrateCommand.class.getPackage().getImplementationVersion();
            return new String[] {"migrate " + (version == null ? "(not packaged)" : version)};
        }
    }
}
