package dev.migrate.internal.engine;

import dev.migrate.journal.JournalStep;

/**
 * A step that was announced and has not come to its end.
 *
 * @param journal what the journal says of it
 * @param prepared the step as its migration has it now
 */
public record InterruptedStep(JournalStep journal, PreparedStep prepared) {}
