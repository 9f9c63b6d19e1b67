package dev.migrate.dialect.mysql;

/** One change inside an ALTER TABLE. Immutable. */
interface Clause {

    /** The SQL, with a place for what only the database knows. */
    String text();

    /** Whether it lacks something that only the database knows. */
    boolean isUnfinished();

    /** The whole SQL. */
    String complete(TableText live);

    static Clause of(String sql) {
        return new Known(sql);
    }

    /** A clause that lacks nothing. */
    record Known(String text) implements Clause {
        @Override
        public boolean isUnfinished() {
            return false;
        }

        @Override
        public String complete(TableText live) {
            return text;
        }
    }
}
