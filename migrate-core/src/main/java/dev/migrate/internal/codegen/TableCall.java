package dev.migrate.internal.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * The call that records a change of a table.
 *
 * @param method the method's name
 * @param arguments the arguments, without the table's name
 * @param isShort whether {@code Operations} has the same method, with the table's name as first argument
 */
record TableCall(String method, List<Code> arguments, boolean isShort) {

    TableCall {
        arguments = List.copyOf(arguments);
    }

    /** Returns the call as a statement in the block of {@code op.table}. */
    Code inBlock() {
        return MethodChain.of("t." + method, arguments);
    }

    /** Returns the call as a statement of the migration. */
    Code onTable(String table) {
        if (!isShort) {
            return MethodChain.of("op.table", new StringCode(table), new Lambda("t", List.of(inBlock())));
        }
        List<Code> all = new ArrayList<>(List.of(new StringCode(table)));
        all.addAll(arguments);
        return MethodChain.of("op." + method, all);
    }
}
