package dev.migrate.cli;

import dev.migrate.Authoring;
import dev.migrate.diff.ProbableRename;
import dev.migrate.diff.Renames;
import dev.migrate.plan.NewRevision;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate revision}. */
@Command(name = "revision", description = "Write the source of a new migration: empty, or with --autogenerate.")
final class RevisionCommand extends Subcommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "The message, on one line. Required, except at a terminal, where the command asks for it.")
    private @Nullable String message;

    @Option(
            names = "--head",
            paramLabel = "TARGET",
            description = "The parent: an id, label@head, heads, or base for a new base. Default: the only head.")
    private String head = "head";

    @Option(names = "--splice", description = "Allow a parent that is not a head, which creates a branch point.")
    private boolean splice;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A label for the branch that starts with the revision. Can be repeated.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id. Default: twelve random hexadecimal digits.")
    private @Nullable String id;

    @Option(
            names = "--depends-on",
            paramLabel = "TARGET",
            description = "A revision that must be applied first: an id or a label. Can be repeated.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--autogenerate",
            description =
                    "Generate the changes from the database to the model. Requires a database that is up to date.")
    private boolean isGenerated;

    @Option(names = "--allow-empty", description = "Write the migration even if there are no differences.")
    private boolean isWrittenIfEmpty;

    @Option(names = "--sql", description = "Write an SQL file instead of a Java class.")
    private boolean isSql;

    @Mixin
    private final RenameOptions renames = new RenameOptions();

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    @Override
    public void run() {
        NewRevision wanted = wanted();
        SourceOptions options = source.of(packageName(), folderOfSources(), configuration())
                .format(isSql ? SourceFormat.SQL : SourceFormat.JAVA);
        if (!isGenerated) {
            report().written(migrationsIfPresent().authoring().createRevision(wanted, options));
            return;
        }
        Authoring authoring = modelled().authoring();
        Optional<WrittenMigration> written = authoring.autogenerate(wanted, options, renames(authoring));
        if (written.isPresent()) {
            report().written(written.get());
        } else if (isWrittenIfEmpty) {
            report().written(authoring.createRevision(wanted, options));
        } else {
            report().nothingWritten();
        }
    }

    /** The declared renames, and those that the user confirms. */
    private Renames renames(Authoring authoring) {
        Renames stated = renames.stated();
        if (Terminal.isAvailable()) {
            Terminal terminal = new Terminal(err());
            for (ProbableRename probable : authoring.diff(stated).probableRenames()) {
                if (terminal.isConfirmed(RenameOptions.question(probable))) {
                    stated = RenameOptions.with(stated, probable);
                }
            }
        }
        return stated;
    }

    /** Without a message, the history and the name of the file do not describe the migration. */
    private String message() {
        if (message == null && Terminal.isAvailable()) {
            message = new Terminal(err()).answer("Message, for example \"add users\":");
        }
        if (message == null || message.isBlank()) {
            throw new UsageException("Specify the message: -m \"add users\".");
        }
        return message;
    }

    private NewRevision wanted() {
        NewRevision wanted = NewRevision.of(message()).head(head);
        if (splice) {
            wanted = wanted.spliced();
        }
        if (id != null) {
            wanted = wanted.id(id);
        }
        for (String label : branchLabels) {
            wanted = wanted.label(label);
        }
        for (String dependency : dependsOn) {
            wanted = wanted.dependsOn(dependency);
        }
        return wanted;
    }
}
