package dev.migrate.provider;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.ConnectionWork;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One statement or one piece of Java code to execute. Immutable. */
public sealed interface PlannedStatement {

    /** The effect of a rollback of the surrounding transaction on a statement. */
    enum Effect {
        /** It is rolled back. */
        TRANSACTIONAL,
        /** It is not affected: the server commits before it starts, and again when it ends (implicit commit). */
        IMPLICIT_COMMIT,
        /** It is rolled back, unless it commits: a procedure or Java code may do that. */
        MAY_COMMIT,
        /**
         * It is not affected and changes nothing in the database: it belongs to the session and is repeated in a new
         * session.
         */
        SESSION_ONLY;

        /**
         * Returns whether a transaction continues after the statement.
         *
         * @return true if the statement is part of the transaction around it, or does not end it
         */
        public boolean continuesTransaction() {
            return this == TRANSACTIONAL || this == SESSION_ONLY;
        }
    }

    /**
     * Returns the SQL as far as it is known, or the author's description of Java code.
     *
     * @return the text, for display and comparison
     */
    String text();

    /**
     * Returns the effect of a rollback.
     *
     * @return the effect
     */
    Effect effect();

    /**
     * Returns whether the statement may change settings of the session.
     *
     * @return true if it changes the session, or runs code that may do so
     */
    default boolean mayChangeSession() {
        return effect() == Effect.SESSION_ONLY || effect() == Effect.MAY_COMMIT;
    }

    /**
     * Returns the check whether the statement was executed. It is needed for an
     * {@linkplain Effect#IMPLICIT_COMMIT implicit commit}; other statements share a transaction with their journal
     * entry.
     *
     * @return the check
     */
    EffectCheck effectCheck();

    /**
     * Returns the values of its session that the statement reads and assigns.
     *
     * @return the use; none for statements that a provider renders itself
     */
    default SessionUse sessionUse() {
        return SessionUse.none();
    }

    /**
     * Returns where the statement was written, for messages.
     *
     * @return the name of the script and the line, or null if it is not a statement of a script
     */
    default @Nullable String place() {
        return null;
    }

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @param <X> the type of the exceptions that the visitor throws
     * @return the visitor's result
     * @throws X if the visitor does
     */
    <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;

    /**
     * A visitor of statements.
     *
     * @param <R> the type of the result
     * @param <X> the type of the exceptions
     */
    interface Visitor<R, X extends Exception> {
        /**
         * Visits a statement in SQL.
         *
         * @param statement the statement
         * @return the result
         * @throws X if the visit fails
         */
        R sql(Sql statement) throws X;

        /**
         * Visits a statement that must be completed with information from the database.
         *
         * @param statement the statement
         * @return the result
         * @throws X if the visit fails
         */
        R deferred(DeferredSql statement) throws X;

        /**
         * Visits Java code.
         *
         * @param statement the statement
         * @return the result
         * @throws X if the visit fails
         */
        R code(Code statement) throws X;
    }

    /**
     * A complete SQL statement, which is sent without parameters.
     *
     * @param text the SQL
     * @param effect the effect of a rollback
     * @param effectCheck the check whether it was executed
     * @param sessionUse the values of its session that it reads and assigns
     * @param place the name of the script and the line, or null if it is not a statement of a script
     */
    record Sql(
            String text,
            Effect effect,
            EffectCheck effectCheck,
            SessionUse sessionUse,
            @Nullable String place) implements PlannedStatement {
        /** Rejects null. */
        public Sql {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(effect, "effect");
            Objects.requireNonNull(effectCheck, "effectCheck");
            Objects.requireNonNull(sessionUse, "sessionUse");
        }

        /**
         * Creates a statement that is not part of a script.
         *
         * @param text the SQL
         * @param effect the effect of a rollback
         * @param effectCheck the check whether it was executed
         * @param sessionUse the values of its session that it reads and assigns
         */
        public Sql(String text, Effect effect, EffectCheck effectCheck, SessionUse sessionUse) {
            this(text, effect, effectCheck, sessionUse, null);
        }

        /**
         * Creates a statement that uses no value of its session.
         *
         * @param text the SQL
         * @param effect what becomes of it when the transaction around it is rolled back
         * @param effectCheck how one can see whether it was carried out
         */
        public Sql(String text, Effect effect, EffectCheck effectCheck) {
            this(text, effect, effectCheck, SessionUse.none());
        }

        /**
         * Creates a statement that is transactional, or whose effect cannot be checked.
         *
         * @param text the SQL
         * @param effect the effect of a rollback
         */
        public Sql(String text, Effect effect) {
            this(text, effect, EffectCheck.none());
        }

        /**
         * Returns a copy whose use of the session has a trait.
         *
         * @param trait the trait
         * @return the copy
         */
        public Sql with(SessionUse.Trait trait) {
            return new Sql(text, effect, effectCheck, sessionUse.with(trait), place);
        }

        /**
         * Returns a copy that is part of a script.
         *
         * @param script the name of the script
         * @param line the line in which the statement begins, starting at 1
         * @return the copy
         */
        public Sql in(String script, int line) {
            return new Sql(text, effect, effectCheck, sessionUse, script + ", line " + line);
        }

        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.sql(this);
        }
    }

    /**
     * A complete transactional SQL statement whose text is not kept, because it is large: it is created each time it is
     * needed. Thread-safe if the source of the text is.
     */
    final class GeneratedSql implements PlannedStatement {

        private final Supplier<String> source;
        private final SessionUse sessionUse;

        /**
         * Creates a statement.
         *
         * @param source creates the text, always the same; throws {@link InvalidMigrationException} if it cannot be
         *     created, or would differ from an earlier one
         * @param sessionUse the values of its session that it reads and assigns
         */
        public GeneratedSql(Supplier<String> source, SessionUse sessionUse) {
            this.source = source;
            this.sessionUse = sessionUse;
        }

        /** If the text cannot be created, it is a comment with the reason. */
        @Override
        public String text() {
            try {
                return source.get();
            } catch (InvalidMigrationException e) {
                return "/* " + e.problem() + " */";
            }
        }

        @Override
        public Effect effect() {
            return Effect.TRANSACTIONAL;
        }

        @Override
        public EffectCheck effectCheck() {
            return EffectCheck.none();
        }

        @Override
        public SessionUse sessionUse() {
            return sessionUse;
        }

        /** Visits the statement with its text. */
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.sql(new Sql(source.get(), effect(), effectCheck(), sessionUse));
        }
    }

    /**
     * A statement that repeats information from the database, for instance the unchanged attributes of a column. It is
     * completed immediately before it is executed.
     *
     * @param text the SQL, with a placeholder for the missing information
     * @param question a query; the answer is in the second column of its only row
     * @param completion creates the SQL from the answer
     * @param effectCheck the check whether it was executed
     */
    record DeferredSql(String text, String question, Completion completion, EffectCheck effectCheck)
            implements PlannedStatement {

        private static final SessionUse REPEATS_DEFINITION =
                SessionUse.none().with(SessionUse.Trait.NEEDS_EXPLICIT_DEFAULTS);

        /** Rejects null. */
        public DeferredSql {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(completion, "completion");
            Objects.requireNonNull(effectCheck, "trace");
        }

        /** The server must not extend the definition that it repeats. */
        @Override
        public SessionUse sessionUse() {
            return REPEATS_DEFINITION;
        }

        /** Only changes of a table have this form. */
        @Override
        public Effect effect() {
            return Effect.IMPLICIT_COMMIT;
        }

        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.deferred(this);
        }
    }

    /**
     * Java code, in a transaction that it must not end.
     *
     * @param text the author's description
     * @param work the code
     */
    record Code(String text, ConnectionWork work) implements PlannedStatement {
        /** The code might commit, for example with a DDL statement. */
        @Override
        public Effect effect() {
            return Effect.MAY_COMMIT;
        }

        /** Work in a transaction is recorded in that transaction. */
        @Override
        public EffectCheck effectCheck() {
            return EffectCheck.none();
        }

        /** The code has the connection. */
        @Override
        public SessionUse sessionUse() {
            return SessionUse.anything();
        }

        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.code(this);
        }
    }

    /** Completes a statement. A pure function, and a record, so that equal statements are equal. */
    interface Completion {
        /**
         * Returns the table that the statement changes, and part of whose definition it repeats.
         *
         * @return its name, not quoted
         */
        String table();

        /**
         * Creates the statement.
         *
         * @param answer the answer of the database
         * @return the complete SQL
         * @throws IllegalStateException if the object of the statement does not exist
         */
        String complete(String answer);

        /**
         * Creates the exception for the case that there is no database to query.
         *
         * @return the exception, which describes the missing information
         */
        InvalidMigrationException databaseNeeded();
    }
}
