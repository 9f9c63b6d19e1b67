package dev.migrate.diff;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.regex.Pattern;

/** What an operation takes out of a database that nothing brings back. Stateless. */
public final class DestructiveChange {

    /** What goes without a row or a value. */
    private static final String WITHOUT_ROWS =
            "INDEX|KEY|PRIMARY|FOREIGN|CONSTRAINT|CHECK|DEFAULT|VIEW|TRIGGER|PROCEDURE|FUNCTION|EVENT|USER|ROLE";

    /** How SQL removes rows, tables or columns; a statement that only mentions it, in a comment say, counts as well. */
    private static final Pattern REMOVAL = Pattern.compile(
            "\\bDROP\\b(?!\\s+(?:" + WITHOUT_ROWS + ")\\b)|\\bTRUNCATE\\b|(?<!\\bON\\s)\\bDELETE\\b",
            Pattern.CASE_INSENSITIVE);

    private DestructiveChange() {}

    /**
     * Says what is lost. Of what was written by hand it says only that something may be; what Java code does is not known.
     *
     * @param operation the operation
     * @return whole sentences; none if it keeps all rows and all values
     */
    public static List<String> of(Operation operation) {
        if (operation instanceof DropTable drop) {
            return List.of("All rows of " + drop.table() + " are lost.");
        }
        if (operation instanceof DropColumn drop) {
            return List.of("All values of " + drop.table() + "." + drop.column() + " are lost.");
        }
        if (operation instanceof AlterTable alter) {
            return alter.changes().stream()
                    .flatMap(change -> of(change).stream())
                    .toList();
        }
        String byHand = "";
        if (operation instanceof ExecuteSql sql) {
            byHand = sql.sql();
        } else if (operation instanceof ExecuteScript script) {
            byHand = script.text();
        }
        return REMOVAL.matcher(byHand).find()
                ? List.of("Something may be lost: " + operation.description() + ".")
                : List.of();
    }
}
