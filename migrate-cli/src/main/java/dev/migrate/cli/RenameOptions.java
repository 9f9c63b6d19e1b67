package dev.migrate.cli;

import dev.migrate.diff.ProbableRename;
import dev.migrate.diff.Renames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options for declared renames, which a comparison cannot detect. */
final class RenameOptions {

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A renamed table as OLD=NEW, or a renamed column as TABLE.OLD=NEW,"
                    + " where TABLE is the new name of the table."
                    + " Can be repeated. Other names are treated as different objects.")
    private List<String> renames = new ArrayList<>();

    Renames stated() {
        Renames stated = Renames.NONE;
        for (String rename : renames) {
            int equals = rename.indexOf('=');
            if (equals <= 0 || equals == rename.length() - 1) {
                throw new UsageException("--rename " + rename + " is neither OLD=NEW nor TABLE.OLD=NEW.");
            }
            String old = rename.substring(0, equals);
            String now = rename.substring(equals + 1);
            int dot = old.indexOf('.');
            stated = dot < 0
                    ? stated.table(old, now)
                    : stated.column(old.substring(0, dot), old.substring(dot + 1), now);
        }
        return stated;
    }

    /** The question for a probable rename, and the rename to add if it is confirmed. */
    static Renames with(Renames renames, ProbableRename probable) {
        String table = probable.table();
        return table == null
                ? renames.table(probable.from(), probable.to())
                : renames.column(table, probable.from(), probable.to());
    }

    static String question(ProbableRename probable) {
        String place = probable.table() == null ? "table " : "column " + probable.table() + ".";
        return "Was " + place + probable.from() + " renamed to " + probable.to() + "? (" + probable.why() + ")";
    }
}
