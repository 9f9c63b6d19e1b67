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
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands: the options that they share, and the migrators that these describe. */
@Command(
        name = "migrate",
        description = "Brings MySQL and MariaDB databases from one revision to another.",
        subcommands = {
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
            ImportCommand.class,
            CommandLine.HelpCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = MigrateCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 it worked, 1 it failed or found a difference, 2 the command was not understood."})
final class MigrateCommand {

    /** The library writes into it what it tells its listeners, and its classes have loggers below it. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("dev.migrate");

    /** Set by the launcher: Java cannot tell whether somebody watches the standard error. */
    private static final String TERMINAL_PROPERTY = "migrate.terminal";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say what is done, show more in lists, and show the whole stack of an error.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    /** Starts a migrator that knows the database only. */
    MigratorBuilder connected() {
        boolean isWatched = verbose || Boolean.getBoolean(TERMINAL_PROPERTY);
        return Migrator.builder()
                .dataSource(connection.dataSource())
                .listener(new Progress(spec.commandLine().getErr(), isWatched));
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

    /** Results go to the standard output and everything else to the standard error; both stay readable together. */
    void configureLogging() {
        LIBRARY_LOG.setLevel(verbose ? Level.FINE : Level.WARNING);
        // Progress has told the same; what is left are stacks.
        LIBRARY_LOG.setFilter(record -> verbose && record.getThrown() != null);
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
