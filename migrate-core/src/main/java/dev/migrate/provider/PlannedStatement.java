package dev.migrate.provider;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.ConnectionWork;
import java.util.Objects;

/** One thing that is said to the server, or done with it, at a time. Immutable. */
public sealed interface PlannedStatement {

    /** What becomes of a statement when the transaction around it is rolled back. */
    enum Effect {
        /** It is taken back. */
        TRANSACTIONAL,
        /** Nothing: the server commits before it starts, and again when it is done (implicit commit). */
        IMPLICIT_COMMIT,
        /** It is taken back, unless something in it commits: a procedure or code in Java may do whatever it likes. */
        MAY_COMMIT,
        /** Nothing, and nothing in the database changes: it belongs to the session, and is said again in a new one. */
        SESSION_ONLY
    }

    /**
     * Says what is done: the SQL as far as it is known, or what the author says of work that is done in Java.
     *
     * @return the text, for people and for comparing
     */
    String text();

    /**
     * Says what becomes of the statement when the transaction around it is rolled back.
     *
     * @return the effect
     */
    Effect effect();

    /**
     * Says how one can see whether the statement was carried out. It matters where that {@link Effect#IMPLICIT_COMMIT
     * commits by itself}: what is part of a transaction is recorded in it.
     *
     * @return the trace
     */
    EffectCheck effectCheck();

    /**
     * Lets a visitor see which kind of statement this is.
     *
     * @param visitor what to do for each kind
     * @param <R> what the visitor returns
     * @param <X> what the visitor throws
     * @return what the visitor returned
     * @throws X if the visitor does
     */
    <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;

    /**
     * What to do for each kind of statement.
     *
     * @param <R> the result
     * @param <X> what may go wrong
     */
    interface Visitor<R, X extends Exception> {
        /**
         * Visits a statement in SQL.
         *
         * @param statement the statement
         * @return the result
         * @throws X if it goes wrong
         */
        R sql(Sql statement) throws X;

        /**
         * Visits a statement that lacks what only the database knows.
         *
         * @param statement the statement
         * @return the result
         * @throws X if it goes wrong
         */
        R deferred(DeferredSql statement) throws X;

        /**
         * Visits work that is done in Java.
         *
         * @param statement the statement
         * @return the result
         * @throws X if it goes wrong
         */
        R code(Code statement) throws X;
    }

    /**
     * A statement in SQL, complete: it needs no parameters and is sent as it is.
     *
     * @param text the SQL
     * @param effect what becomes of it when the transaction around it is rolled back
     * @param effectCheck how one can see whether it was carried out
     */
    record Sql(String text, Effect effect, EffectCheck effectCheck) implements PlannedStatement {
        /** Refuses null. */
        public Sql {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(effect, "effect");
            Objects.requireNonNull(effectCheck, "trace");
        }

        /**
         * A statement that a transaction can hold, or of which nothing is known.
         *
         * @param text the SQL
         * @param effect what becomes of it when the transaction around it is rolled back
         */
        public Sql(String text, Effect effect) {
            this(text, effect, EffectCheck.none());
        }

        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.sql(this);
        }
    }

    /**
     * A statement that must repeat what only the database knows, for instance a column's attributes that stay as they
     * are. It is finished right before it runs.
     *
     * @param text the SQL, with a place for what is not known
     * @param question asks the database; the answer is in the second column of its only row
     * @param completion makes the SQL out of the answer
     * @param effectCheck how one can see whether it was carried out
     */
    record DeferredSql(String text, String question, Completion completion, EffectCheck effectCheck)
            implements PlannedStatement {
        /** Refuses null. */
        public DeferredSql {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(completion, "completion");
            Objects.requireNonNull(effectCheck, "trace");
        }

        /** Only changes of a table need this. */
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
     * Work that is done in Java, in a transaction that it shall not end.
     *
     * @param text what it does, in the author's words
     * @param work the work
     */
    record Code(String text, ConnectionWork work) implements PlannedStatement {
        /** A DDL statement in it would commit. */
        @Override
        public Effect effect() {
            return Effect.MAY_COMMIT;
        }

        /** What is done in a transaction is recorded in it. */
        @Override
        public EffectCheck effectCheck() {
            return EffectCheck.none();
        }

        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.code(this);
        }
    }

    /** Finishes a statement. A pure function, and a record, so that equal statements are equal. */
    interface Completion {
        /**
         * The table that the statement changes, and whose definition it repeats in part.
         *
         * @return its name, not quoted
         */
        String table();

        /**
         * Writes the statement.
         *
         * @param answer what the database answered
         * @return the whole SQL
         * @throws IllegalStateException if the database does not hold what the statement is about
         */
        String complete(String answer);

        /**
         * Says what the answer would tell, for those who have no database to ask.
         *
         * @return the error to throw, which names what has to be given instead
         */
        InvalidMigrationException databaseNeeded();
    }
}
