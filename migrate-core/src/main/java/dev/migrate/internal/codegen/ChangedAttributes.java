package dev.migrate.internal.codegen;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.schema.Column;
import java.util.List;

/** Describes the attributes that an operation replaces, in the notation of migrations. Stateless. */
public final class ChangedAttributes {

    private static final String RECEIVER = "x";

    private final ColumnCode columns;
    private final TableCode tables;

    private ChangedAttributes(Imports imports) {
        columns = new ColumnCode(imports);
        tables = new TableCode(imports);
    }

    /**
     * Describes an operation that replaces attributes of a column or options of a table.
     *
     * @param operation any operation
     * @return the attributes before and after it, or an empty list for other operations or if the former are unknown
     */
    public static List<String> of(Operation operation) {
        ChangedAttributes attributes = new ChangedAttributes(new Imports(""));
        if (operation instanceof AlterColumn alter && alter.before() != null) {
            return lines(
                    attributes.columns.lambda(RECEIVER, alter.before()),
                    attributes.columns.lambda(RECEIVER, alter.change()));
        }
        if (operation instanceof RedefineColumn redefine && redefine.before() != null) {
            return lines(attributes.definition(redefine.before()), attributes.definition(redefine.definition()));
        }
        if (operation instanceof ChangeTableOptions change && change.before() != null) {
            return lines(
                    attributes.tables.lambda(RECEIVER, change.before()),
                    attributes.tables.lambda(RECEIVER, change.options()));
        }
        return List.of();
    }

    private Lambda definition(Column column) {
        return columns.definition(RECEIVER, column);
    }

    private static List<String> lines(Lambda before, Lambda after) {
        return List.of("from " + text(before), "to " + text(after));
    }

    /** The calls without the variable that they are called on, on one line. */
    private static String text(Lambda lambda) {
        CodePrinter printer = new CodePrinter();
        lambda.write(printer, 0, 0);
        String start = RECEIVER + " -> ";
        String calls = printer.toString().replaceAll("\n\\s*", "").substring(start.length());
        return calls.equals("{}") ? "the default" : calls.replaceFirst("^" + RECEIVER + "\\.", "");
    }
}
