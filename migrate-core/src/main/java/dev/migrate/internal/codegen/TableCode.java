package dev.migrate.internal.codegen;

import dev.migrate.schema.Encoding;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generates table definitions. */
final class TableCode {

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Imports imports;
    private final ColumnCode columns;
    private final KeyCode keys;

    TableCode(Imports imports) {
        this.imports = imports;
        columns = new ColumnCode(imports);
        keys = new KeyCode(imports);
    }

    /** All attributes except the name, as a lambda for the table's builder. */
    Lambda lambda(Table table) {
        List<Code> statements = new ArrayList<>();
        table.columns().forEach(column -> statements.add(columns.statement("t", column)));
        if (!table.primaryKey().isEmpty()) {
            statements.add(MethodChain.of("t.primaryKey", keys.arguments(table.primaryKey())));
        }
        table.indexes().forEach(index -> statements.add(keys.statement("t", index)));
        table.foreignKeys().forEach(key -> statements.add(keys.statement("t", key)));
        table.checks().forEach(check -> statements.add(keys.statement("t", check)));
        statements.addAll(options(table.options()));
        if (table.partitioning() != null) {
            statements.add(MethodChain.of("t.partitionedBy", new SqlCode(table.partitioning(), true)));
        }
        return new Lambda("t", statements, true);
    }

    /** Options on one line, the comment on another. */
    private List<Code> options(TableOptions options) {
        List<Code> statements = new ArrayList<>();
        List<MethodChain.Call> calls = calls(options);
        if (!calls.isEmpty()) {
            statements.add(MethodChain.on("t", calls));
        }
        if (options.comment() != null) {
            statements.add(MethodChain.of("t.comment", new StringCode(options.comment())));
        }
        return statements;
    }

    /** The changed options, as a lambda for their builder. */
    Lambda lambda(String parameter, @Nullable TableOptions options) {
        List<MethodChain.Call> calls = new ArrayList<>();
        if (options != null) {
            calls.addAll(calls(options));
            if (options.comment() != null) {
                calls.add(call("comment", new StringCode(options.comment())));
            }
        }
        return new Lambda(parameter, calls.isEmpty() ? List.of() : List.of(MethodChain.on(parameter, calls)));
    }

    private List<MethodChain.Call> calls(TableOptions options) {
        List<MethodChain.Call> calls = new ArrayList<>();
        Encoding encoding = options.encoding();
        text(calls, "engine", options.engine());
        text(calls, "charset", encoding.charset());
        text(calls, "collation", encoding.collation());
        text(calls, "rowFormat", options.rowFormat());
        BigInteger first = options.autoIncrement();
        if (first != null) {
            calls.add(call("autoIncrement", number(first)));
        }
        options.others().forEach((name, sql) -> calls.add(call("option", new StringCode(name), new StringCode(sql))));
        return calls;
    }

    private Code number(BigInteger number) {
        if (number.compareTo(LONGEST) > 0) {
            return MethodChain.of("new " + imports.type(BigInteger.class), new StringCode(number.toString()));
        }
        return new RawCode(number + (number.bitLength() < Integer.SIZE ? "" : "L"));
    }

    private static void text(List<MethodChain.Call> calls, String method, @Nullable String value) {
        if (value != null) {
            calls.add(call(method, new StringCode(value)));
        }
    }

    private static MethodChain.Call call(String name, Code... arguments) {
        return new MethodChain.Call(name, List.of(arguments));
    }
}
