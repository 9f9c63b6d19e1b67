package dev.migrate.diff;

/** Sentences that several kinds of changes need. */
final class Notes {

    static final String RENAMED = "Views, triggers and routines that use the old name are not rewritten by the server.";

    private Notes() {}

    static String backFill(String table, String column) {
        return "Fill it in before, for instance: op.execute(\"UPDATE " + quoted(table) + " SET " + quoted(column)
                + " = ... WHERE " + quoted(column) + " IS NULL\");";
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
