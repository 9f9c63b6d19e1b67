package dev.migrate.internal.codegen;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.NewDefault;
import dev.migrate.operation.Position;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Generates column definitions and their changes. */
final class ColumnCode {

    private final Imports imports;

    ColumnCode(Imports imports) {
        this.imports = imports;
    }

    Code type(Column column) {
        return column.type().accept(new TypeCode(imports));
    }

    /** A statement that adds the column to a table's builder. */
    Code statement(String builder, Column column) {
        MethodChain made = MethodChain.of(builder + ".column", new StringCode(column.name()), type(column));
        for (MethodChain.Call call : calls(column)) {
            made = made.then(call);
        }
        return made;
    }

    /** All attributes except name and type, as a lambda for the column's builder. */
    Lambda lambda(String parameter, String name, Column column) {
        List<MethodChain.Call> calls = new ArrayList<>();
        if (!column.name().equals(name)) {
            calls.add(call("name", new StringCode(column.name())));
        }
        calls.addAll(calls(column));
        return lambda(parameter, calls);
    }

    /** The type and all other attributes except the name, as calls on a parameter. */
    Lambda definition(String parameter, Column column) {
        List<MethodChain.Call> calls = new ArrayList<>(List.of(call("type", type(column))));
        calls.addAll(calls(column));
        return lambda(parameter, calls);
    }

    /** Whether the column has attributes other than its type. */
    boolean hasMore(String name, Column column) {
        return !column.name().equals(name) || !calls(column).isEmpty();
    }

    Lambda lambda(String parameter, ColumnChange change) {
        List<MethodChain.Call> calls = new ArrayList<>();
        if (change.name() != null) {
            calls.add(call("rename", new StringCode(change.name())));
        }
        if (change.type() != null) {
            calls.add(call("type", change.type().accept(new TypeCode(imports))));
        }
        flag(calls, change.isNullable(), "nullable", "notNull");
        NewDefault newDefault = change.defaultValue();
        if (newDefault != null) {
            DefaultValue value = newDefault.value();
            calls.add(value == null ? call("noDefault") : value.accept(new DefaultCode()));
        }
        flag(calls, change.isUpdatedToCurrentTimestamp(), "onUpdateCurrentTimestamp", "noOnUpdate");
        flag(calls, change.isAutoIncrement(), "autoIncrement", "noAutoIncrement");
        flag(calls, change.isInvisible(), "invisible", "visible");
        if (change.comment() != null) {
            calls.add(call("comment", new StringCode(change.comment())));
        }
        Position position = change.position();
        if (position != null) {
            calls.add(position.after() == null ? call("first") : call("after", new StringCode(position.after())));
        }
        return lambda(parameter, calls);
    }

    Code position(@Nullable Position position) {
        if (position == null) {
            return new RawCode("null");
        }
        String type = imports.type(Position.class);
        return position.after() == null
                ? MethodChain.of(type + ".first")
                : MethodChain.of(type + ".after", new StringCode(position.after()));
    }

    private List<MethodChain.Call> calls(Column column) {
        List<MethodChain.Call> calls = new ArrayList<>();
        if (!column.isNullable()) {
            calls.add(call("notNull"));
        }
        Optional.ofNullable(column.defaultValue())
                .map(value -> value.accept(new DefaultCode()))
                .ifPresent(calls::add);
        flag(calls, column.isUpdatedToCurrentTimestamp() ? true : null, "onUpdateCurrentTimestamp", "");
        flag(calls, column.isAutoIncrement() ? true : null, "autoIncrement", "");
        Generation generation = column.generation();
        if (generation != null) {
            calls.add(call("generatedAs", new SqlCode(generation.expression(), true)));
            flag(calls, generation.storage() == Generation.Storage.STORED ? true : null, "stored", "");
        }
        flag(calls, column.isInvisible() ? true : null, "invisible", "");
        if (column.check() != null) {
            calls.add(call("check", new SqlCode(column.check(), true)));
        }
        if (column.comment() != null) {
            calls.add(call("comment", new StringCode(column.comment())));
        }
        column.attributes().forEach(attribute -> calls.add(call("attribute", new SqlCode(attribute, true))));
        return calls;
    }

    private static void flag(List<MethodChain.Call> calls, @Nullable Boolean flag, String ifTrue, String ifFalse) {
        if (flag != null) {
            calls.add(call(flag ? ifTrue : ifFalse));
        }
    }

    private static MethodChain.Call call(String name, Code... arguments) {
        return new MethodChain.Call(name, List.of(arguments));
    }

    private static Lambda lambda(String parameter, List<MethodChain.Call> calls) {
        return new Lambda(parameter, calls.isEmpty() ? List.of() : List.of(MethodChain.on(parameter, calls)));
    }

    /** The call that sets a default. */
    private final class DefaultCode implements DefaultValue.Visitor<MethodChain.Call> {

        @Override
        public MethodChain.Call constant(DefaultValue.Constant value) {
            return call("defaultValue", value.literal().accept(new ValueCode(imports)));
        }

        @Override
        public MethodChain.Call currentTimestamp(DefaultValue.CurrentTimestamp value) {
            return call("defaultCurrentTimestamp");
        }

        @Override
        public MethodChain.Call expression(DefaultValue.Expression value) {
            return call("defaultExpression", new SqlCode(value.sql(), true));
        }
    }
}
