package dev.migrate.internal.codegen;

import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Generates keys, indexes and checks. */
final class KeyCode {

    private final Imports imports;

    KeyCode(Imports imports) {
        this.imports = imports;
    }

    static List<Code> names(List<String> names) {
        return names.stream().<Code>map(StringCode::new).toList();
    }

    /** Whether the parts are whole columns in ascending order, so that their names are sufficient. */
    static boolean areColumns(List<KeyPart> parts) {
        return parts.stream()
                .allMatch(part ->
                        part instanceof KeyPart.OfColumn column && column.equals(KeyPart.column(column.name())));
    }

    /** Whether an index has no attributes except its kind and columns. */
    static boolean isSimple(Index index, Index.Kind kind) {
        return index.kind() == kind
                && areColumns(index.parts())
                && index.algorithm() == null
                && more(index).isEmpty();
    }

    static List<Code> columns(Index index) {
        return names(index.columns());
    }

    /** The parts of a primary key as separate arguments; whole columns by name. */
    List<Code> arguments(List<KeyPart> parts) {
        boolean areColumns = areColumns(parts);
        return parts.stream()
                .<Code>map(part -> areColumns && part instanceof KeyPart.OfColumn column
                        ? new StringCode(column.name())
                        : part(part))
                .toList();
    }

    /** The parts of a primary key as one argument. */
    Code list(List<KeyPart> parts) {
        return MethodChain.of(imports.type(List.class) + ".of", arguments(parts));
    }

    private MethodChain part(KeyPart part) {
        String start = imports.type(KeyPart.class);
        MethodChain made = part.accept(new KeyPart.Visitor<>() {
            @Override
            public MethodChain column(KeyPart.OfColumn column) {
                MethodChain named = MethodChain.of(start + ".column", new StringCode(column.name()));
                return column.length() == null ? named : named.then("length", number(column.length()));
            }

            @Override
            public MethodChain expression(KeyPart.OfExpression expression) {
                return MethodChain.of(start + ".expression", new SqlCode(expression.sql(), true));
            }
        });
        return part.isDescending() ? made.then("descending") : made;
    }

    /** A statement that adds an index to a table's builder. */
    Code statement(String builder, Index index) {
        boolean areNames = areColumns(index.parts());
        boolean isSpatial =
                index.kind() == Index.Kind.SPATIAL && areNames && index.parts().size() == 1;
        String method = switch (index.kind()) {
            case UNIQUE -> "uniqueConstraint";
            case FULLTEXT -> "fulltextIndex";
            case SPATIAL -> isSpatial ? "spatialIndex" : "index";
            case PLAIN -> "index";
        };
        List<Code> arguments = new ArrayList<>(List.of(new StringCode(index.name())));
        List<MethodChain.Call> calls = new ArrayList<>();
        if (areNames) {
            arguments.addAll(columns(index));
        } else {
            calls.addAll(parts(index));
        }
        if (index.kind() == Index.Kind.SPATIAL && !isSpatial) {
            calls.add(kind(index));
        }
        calls.addAll(options(index));
        MethodChain made = MethodChain.of(builder + "." + method, arguments);
        for (MethodChain.Call call : calls) {
            made = made.then(call);
        }
        return made;
    }

    /** All attributes except the name, as a lambda for the index's builder. */
    Lambda lambda(Index index) {
        List<MethodChain.Call> calls = new ArrayList<>();
        if (areColumns(index.parts())) {
            calls.add(new MethodChain.Call("columns", columns(index)));
        } else {
            calls.addAll(parts(index));
        }
        if (index.kind() == Index.Kind.UNIQUE) {
            calls.add(call("unique"));
        } else if (index.kind() != Index.Kind.PLAIN) {
            calls.add(kind(index));
        }
        calls.addAll(options(index));
        return new Lambda("i", List.of(MethodChain.on("i", calls)));
    }

    private MethodChain.Call kind(Index index) {
        return call("kind", new RawCode(imports.constant(index.kind())));
    }

    private static List<MethodChain.Call> parts(Index index) {
        return index.parts().stream().flatMap(KeyCode::calls).toList();
    }

    private static Stream<MethodChain.Call> calls(KeyPart part) {
        Stream<MethodChain.Call> calls = part.accept(new KeyPart.Visitor<>() {
            @Override
            public Stream<MethodChain.Call> column(KeyPart.OfColumn column) {
                MethodChain.Call named = call("column", new StringCode(column.name()));
                return column.length() == null
                        ? Stream.of(named)
                        : Stream.of(named, call("length", number(column.length())));
            }

            @Override
            public Stream<MethodChain.Call> expression(KeyPart.OfExpression expression) {
                return Stream.of(call("expression", new SqlCode(expression.sql(), true)));
            }
        });
        return part.isDescending() ? Stream.concat(calls, Stream.of(call("descending"))) : calls;
    }

    private List<MethodChain.Call> options(Index index) {
        List<MethodChain.Call> calls = new ArrayList<>();
        if (index.algorithm() != null) {
            calls.add(call("using", new RawCode(imports.constant(index.algorithm()))));
        }
        calls.addAll(more(index));
        return calls;
    }

    private static List<MethodChain.Call> more(Index index) {
        List<MethodChain.Call> calls = new ArrayList<>();
        if (index.parser() != null) {
            calls.add(call("parser", new StringCode(index.parser())));
        }
        if (index.isInvisible()) {
            calls.add(call("invisible"));
        }
        if (index.comment() != null) {
            calls.add(call("comment", new StringCode(index.comment())));
        }
        index.options().forEach((name, sql) -> calls.add(call("option", new StringCode(name), new StringCode(sql))));
        return calls;
    }

    /** A statement that adds a foreign key to a table's builder. */
    Code statement(String builder, ForeignKey key) {
        List<Code> arguments = new ArrayList<>(List.of(new StringCode(key.name())));
        arguments.addAll(names(key.columns()));
        MethodChain made = MethodChain.of(builder + ".foreignKey", arguments);
        for (MethodChain.Call call : calls(key)) {
            made = made.then(call);
        }
        return made;
    }

    /** All attributes except name and columns, as a lambda for the foreign key's builder. */
    Lambda lambda(ForeignKey key) {
        return new Lambda("fk", List.of(MethodChain.on("fk", calls(key))));
    }

    /** The columns as one argument. */
    Code columns(ForeignKey key) {
        return MethodChain.of(imports.type(List.class) + ".of", names(key.columns()));
    }

    private List<MethodChain.Call> calls(ForeignKey key) {
        List<MethodChain.Call> calls = new ArrayList<>();
        List<Code> referenced = new ArrayList<>(List.of(new StringCode(key.referencedTable())));
        referenced.addAll(names(key.referencedColumns()));
        calls.add(new MethodChain.Call("references", referenced));
        if (key.referencedSchema() != null) {
            calls.add(call("inSchema", new StringCode(key.referencedSchema())));
        }
        if (key.onDelete() != ForeignKey.Rule.RESTRICT) {
            calls.add(call("onDelete", new RawCode(imports.shortConstant(key.onDelete()))));
        }
        if (key.onUpdate() != ForeignKey.Rule.RESTRICT) {
            calls.add(call("onUpdate", new RawCode(imports.shortConstant(key.onUpdate()))));
        }
        return calls;
    }

    MethodChain check(Check check) {
        MethodChain made = MethodChain.of(
                "new " + imports.type(Check.class),
                new StringCode(check.name()),
                new SqlCode(check.expression(), true));
        return check.isEnforced() ? made : made.then("notEnforced");
    }

    /** A statement that adds a check to a table's builder. */
    Code statement(String builder, Check check) {
        return check.isEnforced()
                ? MethodChain.of(
                        builder + ".check", new StringCode(check.name()), new SqlCode(check.expression(), true))
                : MethodChain.of(builder + ".check", check(check));
    }

    private static Code number(int number) {
        return new RawCode(Integer.toString(number));
    }

    private static MethodChain.Call call(String name, Code... arguments) {
        return new MethodChain.Call(name, List.of(arguments));
    }
}
