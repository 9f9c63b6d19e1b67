package dev.migrate.journal;

import org.jspecify.annotations.Nullable;

/**
 * A part of the journal: a number of steps, in ascending or descending order.
 *
 * <pre>{@code
 * JournalPage page = JournalPage.newestFirst(50);
 * List<JournalStep> steps = migrator.journal(page);
 * while (!steps.isEmpty()) {
 *     show(steps);
 *     steps = migrator.journal(page.after(steps.get(steps.size() - 1).number()));
 * }
 * }</pre>
 *
 * @param isNewestFirst whether the order is descending
 * @param limit the maximum number of steps
 * @param after the number of the step that the page follows in its order; null for the first page
 */
public record JournalPage(
        boolean isNewestFirst, int limit, @Nullable Long after) {

    /** Checks the limit. */
    public JournalPage {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "A page of the journal must have at least 1 step, but the limit is " + limit + ".");
        }
    }

    /**
     * Returns the first page in ascending order.
     *
     * @param limit the maximum number of steps
     * @return the page
     */
    public static JournalPage oldestFirst(int limit) {
        return new JournalPage(false, limit, null);
    }

    /**
     * Returns the first page in descending order.
     *
     * @param limit the maximum number of steps
     * @return the page
     */
    public static JournalPage newestFirst(int limit) {
        return new JournalPage(true, limit, null);
    }

    /**
     * Returns the page of the same size that follows a step.
     *
     * @param number the number of the last step of the previous page
     * @return the page
     */
    public JournalPage after(long number) {
        return new JournalPage(isNewestFirst, limit, number);
    }
}
