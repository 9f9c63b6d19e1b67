package dev.migrate.diff;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.regex.Pattern;

/** Finds operations that lose data permanently. Stateless. */
public final class DestructiveChange {

    /** Objects that contain neither rows nor values. */
    private static final String WITHOUT_ROWS =
            "INDEX|KEY|PRIMARY|FOREIGN|CONSTRAINT|CHECK|DEFAULT|VIEW|TRIGGER|PROCEDURE|FUNCTION|EVENT|USER|ROLE";

    /**
     * Statements that remove rows, tables or columns. A statement that only contains such words, for instance in a
     * comment, also matches.
     */
    private static final Pattern REMOVAL = Pattern.compile(
            "\\bDROP\\b(?!\\s+(?:" + WITHOUT_ROWS + ")\\b)|\\bTRUNCATE\\b|(?<!\\bON\\s)\\bDELETE\\b",
            Pattern.CASE_INSENSITIVE);

    private DestructiveChange() {}

    /**
     * Describes the data that an operation loses. For handwritten SQL, it only reports a possible loss; Java code is
     * not analyzed.
     *
     * @param operation the operation
     * @return complete sentences; empty if all rows and values are kept
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
                ? List.of("Data may be lost: " + operation.description() + ".")
                : List.of();
    }
}
