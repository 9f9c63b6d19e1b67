package dev.migrate.provider;

import java.util.List;

/**
 * The statements around the steps of an offline script. They give the script the safeguards of a run: it applies the
 * same settings, takes the migration lock, and stops unless the database is in the expected state. Immutable and
 * thread-safe.
 */
public interface ScriptFrame {

    /**
     * Returns the statements that save the settings of the session.
     *
     * @return the statements
     */
    List<String> begin();

    /**
     * Returns the statements that apply the settings of a run.
     *
     * @return the statements
     */
    List<String> settings();

    /**
     * Returns the statements that apply the settings that a statement needs.
     *
     * @param use the use of the session by the statement
     * @return the statements
     */
    List<String> adapt(SessionUse use);

    /**
     * Returns the statements that take the migration lock, and fail unless the version table contains the expected
     * rows.
     *
     * @param expected the ids that the version table must contain
     * @param allowed the ids that it may contain in addition
     * @return the statements
     */
    List<String> guard(List<String> expected, List<String> allowed);

    /**
     * Returns the statements that execute a statement with autocommit.
     *
     * @param sql the statement
     * @return the statements
     */
    List<String> withAutocommit(String sql);

    /**
     * Returns the statements that execute a statement to whose columns the server must add no defaults.
     *
     * @param sql the statement
     * @return the statements
     */
    List<String> withExplicitDefaults(String sql);

    /**
     * Returns the statements that release the lock and restore the settings.
     *
     * @return the statements
     */
    List<String> end();
}
