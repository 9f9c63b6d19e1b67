package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of all commands: the options that they share, and the migrator that these describe. */
@Command(
        name = "migrate",
        description = "Brings MySQL and MariaDB databases from one revision to another.",
        subcommands = {
            CheckCommand.class,
            UpgradeCommand.class,
            DowngradeCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            StampCommand.class,
            HeadsCommand.class,
            BranchesCommand.class,
            ShowCommand.class,
            CommandLine.HelpCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = MigrateCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 it worked, 1 it failed, 2 the command was not understood."})
final class MigrateCommand {

    private static final Logger LIBRARY_LOG = Logger.getLogger("dev.migrate");

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final MigrationOptions migrations = new MigrationOptions();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say what is done, and show the whole stack of an error.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    /** A migrator that knows the database only. */
    Migrator connected() {
        return builder().build();
    }

    /** A migrator that knows the migrations only. */
    Migrator migrations() {
        return migrations.addTo(Migrator.builder()).build();
    }

    /** A migrator that knows the database and the migrations. */
    Migrator migrator() {
        return migrations.addTo(builder()).build();
    }

    /** Results go to the standard output and everything else to the standard error; both stay readable together. */
    void configureLogging() {
        LIBRARY_LOG.setLevel(verbose ? Level.FINE : Level.WARNING);
        if (verbose) {
            ConsoleHandler handler = new ConsoleHandler();
            handler.setLevel(Level.FINE);
            LIBRARY_LOG.addHandler(handler);
            LIBRARY_LOG.setUseParentHandlers(false);
        }
    }

    private MigratorBuilder builder() {
        return Migrator.builder().dataSource(connection.dataSource());
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
