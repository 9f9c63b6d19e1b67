package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the version table and the journal in one session, and reports failures. Not thread-safe. */
public final class History {

    private final Session session;
    private final HistoryStore store;

    History(Session session, HistoryStore store) {
        this.session = session;
        this.store = store;
    }

    /** Returns the renderer for the server of the session, with one query. */
    SqlRenderer renderer() {
        return session.renderer(session.identify());
    }

    HistoryStore store() {
        return store;
    }

    /** Reads the version table and the end of the journal, with one query if both tables exist. */
    public DatabaseState state() {
        return read(store.versionTable(), () -> store.state(session.connection()));
    }

    /** Reads the version table, with one query. */
    public List<String> heads() {
        return read(store.versionTable(), () -> store.heads(session.connection()));
    }

    /** Reads every revision that the journal contains, by id. */
    Map<String, RevisionNode> recordedRevisions() {
        return readJournal(() -> store.recordedRevisions(session.connection())).stream()
                .collect(Collectors.toMap(RevisionNode::id, Function.identity()));
    }

    /** Reads a page of the journal. */
    public List<JournalStep> steps(JournalPage page) {
        return readJournal(() -> store.steps(session.connection(), page));
    }

    /** Reads one step of the journal, which must exist. */
    JournalStep step(long number) {
        return find(number).orElseThrow(() -> damaged("it has no step " + number));
    }

    Optional<JournalStep> find(long number) {
        return readJournal(() -> store.step(session.connection(), number));
    }

    /** Reads the steps of repeatable migrations that have ended, in order. */
    List<JournalStep> repeatables() {
        return readJournal(() -> store.repeatables(session.connection()));
    }

    /** Reads the steps at the end of the journal that were started and not completed. */
    List<JournalStep> interruptedSteps() {
        List<JournalStep> steps = readJournal(() -> store.interruptedSteps(session.connection()));
        for (int i = 0; i < steps.size(); i++) {
            JournalStep step = steps.get(i);
            if (!canBeInterrupted(step, i, steps)
                    || step.number() != steps.get(0).number() + i) {
                throw damaged("the step " + step.number() + " ("
                        + step.action().name().toLowerCase(Locale.ROOT) + " of " + step.revision()
                        + ") cannot be interrupted after the steps before it");
            }
        }
        return steps;
    }

    /** A step that reverts another one is the last one, and follows it. */
    private static boolean canBeInterrupted(JournalStep step, int index, List<JournalStep> steps) {
        return switch (step.action()) {
            case UP, DOWN, REPEAT, RESTORE, REMOVE -> true;
            case STAMP, UNSTAMP -> false;
            case ABORT ->
                index == 1 && steps.size() == 2 && steps.get(0).revision().equals(step.revision());
        };
    }

    private HistoryException damaged(String problem) {
        return new HistoryException(
                HistoryException.Reason.MODIFIED,
                Outcome.NOT_DONE,
                "The journal " + store.journalTable() + " was edited or damaged: " + problem + ". Nothing was changed.",
                "Restore its rows. If that is not possible, bring the database to the revisions in the version table by"
                        + " hand, and drop the journal: the next run creates it again.",
                null);
    }

    /**
     * Returns the current revisions according to the journal if the version table is empty: something else has deleted
     * its rows.
     */
    List<String> journalOnly(DatabaseState state) {
        if (!state.heads().isEmpty() || state.lastStep() == 0) {
            return List.of();
        }
        List<RevisionNode> applied = appliedRevisions();
        TreeSet<String> heads = new TreeSet<>();
        applied.forEach(revision -> heads.add(revision.id()));
        for (RevisionNode revision : applied) {
            revision.parents().forEach(heads::remove);
            revision.dependsOn().forEach(heads::remove);
        }
        return List.copyOf(heads);
    }

    /**
     * Checks that the version table was not emptied.
     *
     * @throws HistoryException if it was
     */
    public void requireNotEmptied(DatabaseState state) {
        List<String> lost = journalOnly(state);
        if (!lost.isEmpty()) {
            String ids = String.join(" ", lost);
            throw new HistoryException(
                    HistoryException.Reason.MODIFIED,
                    Outcome.NOT_DONE,
                    "The version table " + store.versionTable()
                            + " is empty, but according to the journal, the database is" + " at " + ids
                            + ". Nothing was changed.",
                    "If it is, restore the rows with stamp: stamp " + ids
                            + ". If everything was reverted by other means, use stamp base.",
                    null);
        }
    }

    /** Reads the revisions that are applied according to the journal. */
    List<RevisionNode> appliedRevisions() {
        return readJournal(() -> store.appliedRevisions(session.connection()));
    }

    /** Returns the interrupted step: the step that reverts another one, or else the first one. */
    public Optional<JournalStep> interrupted() {
        List<JournalStep> steps = interruptedSteps();
        return steps.stream()
                .filter(step -> step.action() == Action.ABORT)
                .findFirst()
                .or(() -> steps.stream().findFirst());
    }

    void create(DatabaseState state) {
        if (!state.hasVersionTable()) {
            create("version table " + store.versionTable(), () -> store.createVersionTable(session.connection()));
        }
        if (!state.hasJournal()) {
            create("journal " + store.journalTable(), () -> store.createJournal(session.connection()));
        }
    }

    private void create(String table, Creation creation) {
        try {
            creation.run();
        } catch (SQLException e) {
            DatabaseError error = session.classify(e);
            throw new HistoryException(
                    HistoryException.Reason.WRITE_FAILED,
                    error.isConnectionLost() ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                    "The " + table + " could not be created: " + error.text() + ". No migration was run.",
                    remedy(e, error, "Grant the user the CREATE privilege on the database."),
                    e);
        }
    }

    private <T> T readJournal(Read<T> read) {
        return read(store.journalTable(), read);
    }

    private <T> T read(String table, Read<T> read) {
        try {
            return read.run();
        } catch (SQLException e) {
            throw notReadable(table, e);
        }
    }

    private MigrateException notReadable(String table, SQLException e) {
        DatabaseError error = session.classify(e);
        String remedy = error.kind() == Kind.DATABASE_NOT_SELECTED
                ? "Name the database in the JDBC URL."
                : remedy(e, error, "Grant the user SELECT, INSERT, UPDATE and DELETE on this table.");
        return new HistoryException(
                HistoryException.Reason.READ_FAILED,
                Outcome.NOT_DONE,
                "The table " + table + " could not be read: " + error.text() + ". Nothing was changed.",
                remedy,
                e);
    }

    /** The statement that grants a missing privilege is derived from the error alone. */
    private String remedy(SQLException failure, DatabaseError error, String ofPrivilege) {
        return session.missingGrant(failure, "")
                .map(grant -> "Execute " + grant + " as an administrator, and run again.")
                .orElse(error.isPrivilegeMissing() ? ofPrivilege : "Fix the cause and run again.");
    }

    private interface Read<T> {
        T run() throws SQLException;
    }

    private interface Creation {
        void run() throws SQLException;
    }
}
