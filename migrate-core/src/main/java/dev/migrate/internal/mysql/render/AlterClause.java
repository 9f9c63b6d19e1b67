package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.sql.TableText;
import java.util.Optional;

/** One change inside an ALTER TABLE. Immutable. */
interface AlterClause {

    /** The SQL, with a place for what only the database knows. */
    String text();

    /** What it lacks, or empty if it is whole. */
    Optional<Unknown> unknown();

    /** The whole SQL. */
    String complete(TableText live);

    static AlterClause of(String sql) {
        return new Known(sql);
    }

    /** A clause that lacks nothing. */
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
     * What only the database knows.
     *
     * @param what what it is, for instance "the definition of index ix"
     * @param remedy what to write where there is no database: a whole sentence
     */
    record Unknown(String what, String remedy) {}
}
