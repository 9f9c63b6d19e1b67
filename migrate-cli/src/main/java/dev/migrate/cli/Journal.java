package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import java.util.ArrayList;
import java.util.List;

/** Reads the whole journal, page by page. */
final class Journal {

    private static final int PAGE_SIZE = 1_000;

    private Journal() {}

    /** Returns all steps, oldest first. */
    static List<JournalStep> all(Migrator migrator) {
        List<JournalStep> all = new ArrayList<>();
        JournalPage page = JournalPage.oldestFirst(PAGE_SIZE);
        List<JournalStep> steps = migrator.journal(page);
        while (!steps.isEmpty()) {
            all.addAll(steps);
            steps = migrator.journal(page.after(steps.get(steps.size() - 1).number()));
        }
        return all;
    }
}
