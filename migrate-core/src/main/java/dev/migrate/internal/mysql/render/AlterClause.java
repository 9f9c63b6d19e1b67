package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.sql.TableText;
import java.util.Optional;

/** One change inside of an ALTER TABLE. Immutable. */
interface AlterClause {

    /** Returns the SQL, with a placeholder for the part that must be read from the database. */
    String text();

    /** Returns the part that must be read from the database, or empty if the clause is complete. */
    Optional<Unknown> unknown();

    /** Returns the complete SQL. */
    String complete(TableText live);

    static AlterClause of(String sql) {
        return new Known(sql);
    }

    /** Creates a complete clause. */
    record Known(String text) implements AlterClause {
        @Override
        public Optional<Unknown> unknown() {
            return Optional.empty();
        }

        @Override
        public String complete(TableText live) {
            return text;
        }
    }

    /**
     * A part that must be read from the database.
     *
     * @param what a description, for instance "the definition of index ix"
     * @param remedy the alternative without a database, as a complete sentence
     */
    record Unknown(String what, String remedy) {}
}
