package dev.migrate.internal.alembic;

import dev.migrate.internal.alembic.Alembic.Output;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The SQL of revisions as Alembic writes it. The whole history is asked for at once; only those revisions that are
 * missing then, because one of them cannot be written without a database, are asked for one by one. Immutable.
 */
public final class AlembicSql {

    /**
     * The SQL of one way.
     *
     * @param statements the statements, or nothing if Alembic did not write them
     * @param failure what it said instead
     */
    public record Way(Optional<List<String>> statements, String failure) {

        /** A way that needs no statement. */
        public static final Way NOTHING = new Way(Optional.of(List.of()), "");

        /** Copies the list. */
        public Way {
            statements = statements.map(List::copyOf);
        }
    }

    private static final String BASE = "base";

    private final Map<String, Way> ups = new TreeMap<>();
    private final Map<String, Way> downs = new TreeMap<>();
    private final String failure;

    private AlembicSql(String failure) {
        this.failure = failure;
    }

    /**
     * No SQL at all.
     *
     * @param reason why Alembic was not asked: half a sentence
     * @return nothing for any revision
     */
    public static AlembicSql none(String reason) {
        return new AlembicSql(reason);
    }

    /**
     * Asks Alembic.
     *
     * @param alembic is called in its folder
     * @param graph the revisions
     * @return what it wrote; nothing for any revision if it cannot be called
     */
    public static AlembicSql of(Alembic alembic, RevisionGraph graph) {
        try {
            Output version = alembic.call(List.of("--version"));
            if (version.exitCode() != 0) {
                return none(version.failure());
            }
            AlembicSql sql = new AlembicSql("");
            sql.readUps(alembic, graph);
            sql.readDowns(alembic, graph);
            return sql;
        } catch (IOException e) {
            return none(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Why Alembic could not be called.
     *
     * @return half a sentence, or nothing if it was called
     */
    public Optional<String> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
    }

    /**
     * The SQL that leads to a revision.
     *
     * @param id the revision
     * @return its statements, or why they are not known
     */
    public Way up(String id) {
        return ups.getOrDefault(id, new Way(Optional.empty(), failure));
    }

    /**
     * The SQL that takes a revision back.
     *
     * @param id the revision
     * @return its statements, or why they are not known
     */
    public Way down(String id) {
        return downs.getOrDefault(id, new Way(Optional.empty(), failure));
    }

    private void readUps(Alembic alembic, RevisionGraph graph) throws IOException {
        add(
                ups,
                AlembicOutput.statements(
                        alembic.call(List.of("upgrade", "heads", "--sql")).out()));
        for (RevisionNode node : graph.revisions()) {
            String range = node.parents().isEmpty() ? node.id() : node.parents().get(0) + ":" + node.id();
            readAlone(alembic, ups, node.id(), List.of("upgrade", range, "--sql"));
        }
    }

    private void readDowns(Alembic alembic, RevisionGraph graph) throws IOException {
        if (graph.heads().size() == 1) {
            // Alembic takes one start only.
            String range = graph.heads().get(0) + ":" + BASE;
            add(
                    downs,
                    AlembicOutput.statements(
                            alembic.call(List.of("downgrade", range, "--sql")).out()));
        }
        for (RevisionNode node : graph.revisions()) {
            String end = node.parents().isEmpty() ? BASE : node.parents().get(0);
            readAlone(alembic, downs, node.id(), List.of("downgrade", node.id() + ":" + end, "--sql"));
        }
    }

    private static void readAlone(Alembic alembic, Map<String, Way> ways, String id, List<String> call)
            throws IOException {
        if (!ways.containsKey(id)) {
            Output output = alembic.call(call);
            List<String> statements = AlembicOutput.statements(output.out()).get(id);
            ways.put(id, new Way(Optional.ofNullable(statements), statements == null ? output.failure() : ""));
        }
    }

    private static void add(Map<String, Way> ways, Map<String, List<String>> found) {
        found.forEach((id, statements) -> ways.put(id, new Way(Optional.of(statements), "")));
    }
}
