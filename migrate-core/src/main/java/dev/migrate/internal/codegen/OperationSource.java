package dev.migrate.internal.codegen;

import dev.migrate.operation.Operation;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Operations as statements of a migration, for suggestions. Stateless. */
public final class OperationSource {

    private OperationSource() {}

    /**
     * Generates the statements of operations.
     *
     * @param operations the operations, in order
     * @return the statements, one after another on lines of their own
     */
    public static String of(Operation... operations) {
        OperationCode code = new OperationCode(new Imports(""));
        return Arrays.stream(operations)
                .map(operation -> {
                    CodePrinter printer = new CodePrinter();
                    operation.accept(code).write(printer, 0, 1);
                    return printer.add(";").toString();
                })
                .collect(Collectors.joining("\n"));
    }
}
