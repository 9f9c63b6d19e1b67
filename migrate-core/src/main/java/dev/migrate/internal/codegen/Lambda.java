package dev.migrate.internal.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lambda with one parameter.
 *
 * @param parameter the parameter
 * @param statements the statements
 * @param isBlock whether it has braces even for a single statement
 */
record Lambda(String parameter, List<Code> statements, boolean isBlock) implements Code {

    private static final int DEEPER = 4;

    Lambda(String parameter, List<Code> statements) {
        this(parameter, statements, false);
    }

    /** The same lambda with braces. */
    Lambda block() {
        return new Lambda(parameter, statements, true);
    }

    @Override
    public @Nullable String flat(int column) {
        if (statements.isEmpty()) {
            return parameter + " -> {}";
        }
        if (isBlock || statements.size() > 1) {
            return null;
        }
        String start = parameter + " -> ";
        String body = statements.get(0).flat(column + start.length());
        return body == null ? null : start + body;
    }

    @Override
    public String opening(int column, boolean isOnly) {
        return parameter + " -> {";
    }

    @Override
    public void write(CodePrinter page, int indent, int tail) {
        String flat = flat(page.column());
        if (flat != null && page.fits(flat.length() + tail)) {
            page.add(flat);
            return;
        }
        if (statements.size() == 1 && !isBlock) {
            page.add(parameter + " -> ");
            statements.get(0).write(page, indent, tail);
            return;
        }
        page.add(parameter + " -> {");
        for (Code statement : statements) {
            page.line(indent + DEEPER);
            statement.write(page, indent + DEEPER, 1);
            page.add(";");
        }
        page.line(indent).add("}");
    }
}
