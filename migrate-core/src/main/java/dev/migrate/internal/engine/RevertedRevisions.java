package dev.migrate.internal.engine;

import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the revisions in the journal: which step applied each, and which were reverted since the last upgrade. */
final class RevertedRevisions {

    private static final int PAGE = 500;

    private final Map<String, Long> applied = new HashMap<>();
    private final Set<String> reverted = new HashSet<>();

    private RevertedRevisions() {}

    /**
     * Finds the step that applied the first of the reverted revisions: those of a downgrade, and those that were reverted
     * since the last upgrade.
     *
     * @param before the number of a step; it and later ones are ignored
     * @param planned the revisions of the downgrade
     * @return its number; 0 if it is older than the journal; -1 if nothing is reverted
     */
    static long firstApplied(History history, long before, Set<String> planned) {
        RevertedRevisions revisions = new RevertedRevisions();
        JournalPage page = JournalPage.oldestFirst(PAGE);
        for (List<JournalStep> steps = history.steps(page); !steps.isEmpty(); steps = history.steps(page)) {
            for (JournalStep step : steps) {
                if (step.number() < before && step.state() != EntryState.ABORTED) {
                    revisions.follow(step);
                }
            }
            page = page.after(steps.get(steps.size() - 1).number());
        }
        revisions.reverted.addAll(planned);
        return revisions.reverted.stream()
                .mapToLong(id -> revisions.applied.getOrDefault(id, 0L))
                .min()
                .orElse(-1);
    }

    private void follow(JournalStep step) {
        switch (step.action()) {
            case UP, STAMP -> {
                applied.put(step.revision(), step.number());
                reverted.clear();
            }
            case UNSTAMP, REPEAT -> reverted.clear();
            case DOWN -> reverted.add(step.revision());
            case ABORT, RESTORE, REMOVE -> {
                // The applied revisions are the same.
            }
        }
    }
}
