package dev.migrate.internal.codegen;

import dev.migrate.diff.Change;
import dev.migrate.error.SourceException;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Writes the sources of new migrations, one file each. All checks precede the first file. */
public final class SourceWriter {

    private final RevisionGraph graph;
    private final Collection<String> classNames;

    public SourceWriter(RevisionGraph graph, Collection<String> classNames) {
        this.graph = graph;
        this.classNames = List.copyOf(classNames);
    }

    /** Writes a migration in Java. */
    public WrittenMigration write(
            RevisionNode revision, SourceOptions options, List<Change> up, Optional<List<Change>> down) {
        requirePackage(options.packageName());
        Template template = template(options);
        return write(
                revision,
                options,
                className -> MigrationSource.of(
                        new MigrationSpec(options.packageName(), className, revision, date(options), up, down),
                        template));
    }

    /** Writes a migration in SQL. */
    public WrittenMigration write(
            RevisionNode revision, SourceOptions options, SqlSource.Part up, Optional<SqlSource.Part> down) {
        return write(revision, options, className -> SqlSource.of(revision, false, up, down));
    }

    /** Writes a migration in SQL whose statements are to be written by hand, or a merge. */
    public WrittenMigration writeEmptySql(RevisionNode revision, SourceOptions options) {
        return write(revision, options, className -> SqlSource.of(revision));
    }

    private WrittenMigration write(RevisionNode revision, SourceOptions options, UnaryOperator<String> source) {
        SourceFolder folder = new SourceFolder(options.folder());
        folder.requireLoaded(graph.revisions().stream().map(RevisionNode::id).toList());
        Set<String> used = new TreeSet<>(classNames);
        used.addAll(folder.names());
        String name = name(revision, options, used);
        String text = source.apply(name);
        requirePermanent(text);
        return new WrittenMigration(
                revision, folder.write(name + options.format().suffix(), text), text);
    }

    private static String name(RevisionNode revision, SourceOptions options, Set<String> used) {
        ClassNaming naming = ClassNaming.of(options.naming());
        return options.format() == SourceFormat.JAVA
                ? naming.className(revision.id(), revision.message(), used)
                : naming.likeFiles(used).fileName(revision.id(), revision.message(), used);
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
