package dev.migrate.provider;

import dev.migrate.journal.JournalStatement;
import java.sql.SQLException;

/** Determines whether a statement of an interrupted run was executed. Bound to a connection; not thread-safe. */
public interface EffectProbe {

    /**
     * Probes the effect of one statement.
     *
     * @param entry the journal's entry of the statement, written before it ran
     * @param statement the statement as its migration contains it now
     * @return the result
     * @throws SQLException if a query fails
     */
    ProbeResult probe(JournalStatement entry, PlannedStatement statement) throws SQLException;
}
