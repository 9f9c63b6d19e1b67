package dev.migrate.internal.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of method calls: {@code t.column("id", bigint()).notNull()}.
 *
 * @param calls the calls; the name of the first one includes the receiver
 */
record MethodChain(List<Call> calls) implements Code {

    /** The last dot of a chain on one line is at most at this column; otherwise the calls are on separate lines. */
    private static final int LAST_DOT = 80;

    /**
     * One call.
     *
     * @param name the method's name, or {@code new} with a type name
     * @param arguments the arguments
     */
    record Call(String name, List<Code> arguments) {}

    static MethodChain of(String name, Code... arguments) {
        return of(name, Arrays.asList(arguments));
    }

    static MethodChain of(String name, List<Code> arguments) {
        return new MethodChain(List.of(new Call(name, List.copyOf(arguments))));
    }

    /** Calls on a variable, at least one. */
    static MethodChain on(String variable, List<Call> calls) {
        List<Call> all = new ArrayList<>(calls);
        all.set(0, new Call(variable + "." + calls.get(0).name(), calls.get(0).arguments()));
        return new MethodChain(List.copyOf(all));
    }

    /** The same chain with an additional call. */
    MethodChain then(String name, Code... arguments) {
        return then(new Call(name, List.of(arguments)));
    }

    /** The same chain with an additional call. */
    MethodChain then(Call call) {
        List<Call> more = new ArrayList<>(calls);
        more.add(call);
        return new MethodChain(List.copyOf(more));
    }

    @Override
    public @Nullable String flat(int column) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < calls.size(); i++) {
            if (i > 0) {
                if (dots() > 1 && column + out.length() > LAST_DOT) {
                    return null;
                }
                out.append('.');
            }
            Call call = calls.get(i);
            out.append(call.name()).append('(');
            String arguments = flat(call.arguments(), column + out.length());
            if (arguments == null) {
                return null;
            }
            out.append(arguments).append(')');
        }
        return out.toString();
    }

    /** A single call is not a chain. */
    private int dots() {
        return calls.size() - (calls.get(0).name().indexOf('.') < 0 ? 1 : 0);
    }

    private static @Nullable String flat(List<Code> arguments, int column) {
        StringBuilder out = new StringBuilder();
        for (Code argument : arguments) {
            String separator = out.isEmpty() ? "" : ", ";
            String flat = argument.flat(column + out.length() + separator.length());
            if (flat == null) {
                return null;
            }
            out.append(separator).append(flat);
        }
        return out.toString();
    }

    @Override
    public @Nullable String opening(int column, boolean isOnly) {
        return isOnly && calls.size() == 1 ? opening(calls.get(0), column) : null;
    }

    /** The call up to the point where its last argument continues on the next lines. */
    private static @Nullable String opening(Call call, int column) {
        int last = call.arguments().size() - 1;
        if (last < 0) {
            return null;
        }
        String start = call.name() + "(";
        String others = flat(call.arguments().subList(0, last), column + start.length());
        if (others == null) {
            return null;
        }
        start += others + (last == 0 ? "" : ", ");
        String opening = call.arguments().get(last).opening(column + start.length(), last == 0);
        return opening == null ? null : start + opening;
    }

    @Override
    public void write(CodePrinter page, int indent, int tail) {
        String flat = flat(page.column());
        if (flat != null && page.fits(flat.length() + tail)) {
            page.add(flat);
            return;
        }
        for (int i = 0; i < calls.size(); i++) {
            int depth = i == 0 ? indent : indent + CONTINUED;
            if (i > 0) {
                page.line(depth).add(".");
            }
            write(calls.get(i), page, depth, i == calls.size() - 1 ? tail : 0);
        }
    }

    private static void write(Call call, CodePrinter page, int indent, int tail) {
        List<Code> arguments = call.arguments();
        int end = tail + 1;
        String flat = flat(arguments, page.column() + call.name().length() + 1);
        String opening = lambdas(arguments) > 1 ? null : opening(call, page.column());
        page.add(call.name()).add("(");
        if (flat != null && page.fits(flat.length() + end)) {
            page.add(flat);
        } else if (opening != null && page.fits(opening.length() - call.name().length() - 1)) {
            separated(arguments, page, indent, end, false);
        } else {
            writeVertically(arguments, page, indent, end);
        }
        page.add(")");
    }

    private static void writeVertically(List<Code> arguments, CodePrinter page, int indent, int end) {
        int depth = indent + CONTINUED;
        String flat = flat(arguments, depth);
        boolean isOneCall = arguments.size() == 1
                && arguments.get(0) instanceof MethodChain chain
                && chain.calls().size() == 1;
        if (flat != null && depth + flat.length() + end <= CodePrinter.WIDTH) {
            page.line(depth).add(flat);
        } else if (isOneCall) {
            arguments.get(0).write(page, indent, end);
        } else {
            page.line(depth);
            separated(arguments, page, depth, end, true);
        }
    }

    /** Two lambdas are printed on separate lines, so that both are visible. */
    private static long lambdas(List<Code> arguments) {
        return arguments.stream().filter(Lambda.class::isInstance).count();
    }

    private static void separated(List<Code> arguments, CodePrinter page, int indent, int end, boolean isVertical) {
        for (int i = 0; i < arguments.size(); i++) {
            boolean isLast = i == arguments.size() - 1;
            Code argument = arguments.get(i);
            boolean isOpened = isLast && !isVertical && argument instanceof Lambda;
            (isOpened ? ((Lambda) argument).block() : argument).write(page, indent, isLast ? end : 1);
            if (!isLast) {
                page.add(isVertical ? "," : ", ");
                if (isVertical) {
                    page.line(indent);
                }
            }
        }
    }
}
