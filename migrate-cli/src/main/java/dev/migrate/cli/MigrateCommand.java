package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.nio.file.Path;
import java.util.Optional;
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
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            UpgradeCommand.class,
            DowngradeCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            JournalCommand.class,
            AbortCommand.class,
            ResolveCommand.class,
            StampCommand.class,
            HeadsCommand.class,
            BranchesCommand.class,
            ShowCommand.class,
            RevisionCommand.class,
            MergeCommand.class,
            EditCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = MigrateCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", ExitCode.HELP})
final class MigrateCommand {

    /** The library writes into it what it tells its listeners, and its classes have loggers below it. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("dev.migrate");

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    OutputOptions output() {
        return output;
    }

    ConnectionOptions connection() {
        return connection;
    }

    /** Starts a migrator that knows the database only. */
    MigratorBuilder connected() {
        MigratorBuilder builder = Migrator.builder().dataSource(connection.dataSource());
        return output.isQuiet()
                ? builder
                : builder.listener(new Progress(spec.commandLine().getErr(), output.isVerbose(), Terminal.seesErr()));
    }

    /** Starts a migrator that knows the migrations only. */
    MigratorBuilder migrations() {
        return migrations.addTo(Migrator.builder());
    }

    /** Starts a migrator that knows the migrations only, of which there may be none yet. */
    MigratorBuilder migrationsIfPresent() {
        return migrations.addIfPresentTo(Migrator.builder());
    }

    /** The package of the migrations. */
    String packageName() {
        return migrations.packageName();
    }

    boolean hasModel() {
        return model.isGiven();
    }

    /** Where new sources go, if it is said where the others are. */
    Optional<Path> folderOfSources() {
        return migrations.folder();
    }

    /** Starts a migrator that knows the database, the model, and the migrations if it is said where they are. */
    MigratorBuilder modelled() {
        if (!model.isGiven()) {
            throw new UsageException("Say which schema is wanted: --entities PACKAGE, --model CLASS or --schema FILE.");
        }
        MigratorBuilder builder = model.addTo(connected(), migrations.classLoader());
        return migrations.isGiven() ? migrations.addIfPresentTo(builder) : builder;
    }

    /** Starts a migrator that knows the database and the migrations. */
    MigratorBuilder connectedWithMigrations() {
        return migrations.addTo(connected());
    }

    /** Starts a migrator that knows the database, and migrations and model if it is said where these are. */
    MigratorBuilder whole() {
        MigratorBuilder builder = migrations.isGiven() ? connectedWithMigrations() : connected();
        return model.isGiven() ? model.addTo(builder, migrations.classLoader()) : builder;
    }

    /** Results go to the standard output and everything else to the standard error; both stay readable together. */
    void configureLogging() {
        LIBRARY_LOG.setLevel(output.isVerbose() ? Level.FINE : Level.WARNING);
        // Progress has told the same; what is left are stacks.
        LIBRARY_LOG.setFilter(record -> output.isVerbose() && record.getThrown() != null);
        ConsoleHandler handler = new ConsoleHandler();
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
