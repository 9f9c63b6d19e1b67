package dev.migrate.cli;

import dev.migrate.plan.NewRevision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate revision}. */
@Command(name = "revision", description = "Write the source of a new migration, to be filled in. Needs no database.")
final class RevisionCommand extends Subcommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "What the migration does, in one line.")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "TARGET",
            description =
                    "What it follows: an id, label@head, heads, or base for the first of its line. Without it, the"
                            + " only head.")
    private String head = "head";

    @Option(names = "--splice", description = "It may follow what others follow already: lines part there.")
    private boolean splice;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A name for the branch that starts with it. May be given several times.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id. Without it, twelve random digits.")
    private @Nullable String id;

    @Option(
            names = "--depends-on",
            paramLabel = "TARGET",
            description = "What has to be applied before it, an id or a label. May be given several times.")
    private List<String> dependsOn = new ArrayList<>();

    @Mixin
    private final SourceFileOptions source = new SourceFileOptions();

    @Override
    public void run() {
        report().print(migrationsIfPresent().revision(wanted(), source.of(packageName())));
    }

    private NewRevision wanted() {
        NewRevision wanted = NewRevision.of(message).head(head);
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
