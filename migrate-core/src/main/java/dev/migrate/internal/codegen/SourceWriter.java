package dev.migrate.internal.codegen;

import dev.migrate.diff.Change;
import dev.migrate.error.SourceException;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes the sources of new migrations, one file each. All checks precede the first file. */
public final class SourceWriter {

    private final RevisionGraph graph;
    private final Collection<String> classNames;

    public SourceWriter(RevisionGraph graph, Collection<String> classNames) {
        this.graph = graph;
        this.classNames = List.copyOf(classNames);
    }

    public WrittenMigration write(
            RevisionNode revision, SourceOptions options, List<Change> up, Optional<List<Change>> down) {
        requirePackage(options.packageName());
        Template template = template(options);
        SourceFolder folder = new SourceFolder(options.folder());
        folder.requireLoaded(graph.revisions().stream().map(RevisionNode::id).toList());
        Set<String> used = new TreeSet<>(classNames);
        used.addAll(folder.classNames());
        String className = ClassNaming.of(options.naming()).className(revision.id(), revision.message(), used);
        MigrationSpec draft = new MigrationSpec(options.packageName(), className, revision, date(options), up, down);
        String source = MigrationSource.of(draft, template);
        requirePermanent(source);
        return new WrittenMigration(revision, folder.write(className, source), source);
    }

    /**
     * Rejects a text that contains the name of a scratch database.
     *
     * @throws SourceException if it does
     */
    public static void requirePermanent(String text) {
        text.lines()
                .forEach(line -> DatabaseProviders.scratchDatabaseIn(line).ifPresent(name -> {
                    throw SourceException.notPermanent(name, line);
                }));
    }

    public static void requirePackage(String name) {
        if (!MigrationSource.isPackage(name)) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The name \"" + name + "\" is not the name of a package.",
                    "Use a name such as com.example.migrations.");
        }
    }

    public static Template template(SourceOptions options) {
        String text = options.template();
        return text == null ? Template.standard() : Template.of(text);
    }

    public static LocalDate date(SourceOptions options) {
        LocalDate date = options.date();
        return date == null ? LocalDate.now(ZoneId.systemDefault()) : date;
    }
}
