package dev.migrate.generate;

import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes keys, indexes and checks. */
final class KeyCode {

    private final Imports imports;

    KeyCode(Imports imports) {
        this.imports = imports;
    }

    static List<Code> names(List<String> names) {
        return names.stream().<Code>map(Quoted::new).toList();
    }

    /** Whether the parts are whole columns in ascending order: what a name alone says. */
    static boolean areColumns(List<KeyPart> parts) {
        return parts.stream()
                .allMatch(part ->
                        part instanceof KeyPart.OfColumn column && column.equals(KeyPart.column(column.name())));
    }

    /** Whether the kind and the columns are all that there is to say of an index. */
    static boolean isSimple(Index index, Index.Kind kind) {
        return index.kind() == kind
                && areColumns(index.parts())
                && index.algorithm() == null
                && more(index).isEmpty();
    }

    static List<Code> columns(Index index) {
        return names(index.columns());
    }

    /** The parts of a primary key, each an argument; whole columns by their names. */
    List<Code> arguments(List<KeyPart> parts) {
        boolean areColumns = areColumns(parts);
        return parts.stream()
                .<Code>map(part ->
                        areColumns && part instanceof KeyPart.OfColumn column ? new Quoted(column.name()) : part(part))
                .toList();
    }

    /** The parts of a primary key as one argument. */
    Code list(List<KeyPart> parts) {
        return Chain.of(imports.type(List.class) + ".of", arguments(parts));
    }

    private Chain part(KeyPart part) {
        String start = imports.type(KeyPart.class);
        Chain made = part.accept(new KeyPart.Visitor<>() {
            @Override
            public Chain column(KeyPart.OfColumn column) {
                Chain named = Chain.of(start + ".column", new Quoted(column.name()));
                return column.length() == null ? named : named.then("length", number(column.length()));
            }

            @Override
            public Chain expression(KeyPart.OfExpression expression) {
                return Chain.of(start + ".expression", new Sql(expression.sql(), true));
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
        List<Code> arguments = new ArrayList<>(List.of(new Quoted(index.name())));
        List<Chain.Call> calls = new ArrayList<>();
        if (areNames) {
            arguments.addAll(columns(index));
        } else {
            calls.addAll(parts(index));
        }
        if (index.kind() == Index.Kind.SPATIAL && !isSpatial) {
            calls.add(kind(index));
        }
        calls.addAll(options(index));
        Chain made = Chain.of(builder + "." + method, arguments);
        for (Chain.Call call : calls) {
            made = made.then(call);
        }
        return made;
    }

    /** All but the name, as a lambda for the index's builder. */
    Lambda lambda(Index index) {
        List<Chain.Call> calls = new ArrayList<>();
        if (areColumns(index.parts())) {
            calls.add(new Chain.Call("columns", columns(index)));
        } else {
            calls.addAll(parts(index));
        }
        if (index.kind() == Index.Kind.UNIQUE) {
            calls.add(call("unique"));
        } else if (index.kind() != Index.Kind.PLAIN) {
            calls.add(kind(index));
        }
        calls.addAll(options(index));
        return new Lambda("i", List.of(Chain.on("i", calls)));
    }

    private Chain.Call kind(Index index) {
        return call("kind", new Plain(imports.constant(index.kind())));
    }

    private static List<Chain.Call> parts(Index index) {
        return index.parts().stream().flatMap(KeyCode::calls).toList();
    }

    private static Stream<Chain.Call> calls(KeyPart part) {
        Stream<Chain.Call> calls = part.accept(new KeyPart.Visitor<>() {
            @Override
            public Stream<Chain.Call> column(KeyPart.OfColumn column) {
                Chain.Call named = call("column", new Quoted(column.name()));
                return column.length() == null
                        ? Stream.of(named)
                        : Stream.of(named, call("length", number(column.length())));
            }

            @Override
            public Stream<Chain.Call> expression(KeyPart.OfExpression expression) {
                return Stream.of(call("expression", new Sql(expression.sql(), true)));
            }
        });
        return part.isDescending() ? Stream.concat(calls, Stream.of(call("descending"))) : calls;
    }

    private List<Chain.Call> options(Index index) {
        List<Chain.Call> calls = new ArrayList<>();
        if (index.algorithm() != null) {
            calls.add(call("using", new Plain(imports.constant(index.algorithm()))));
        }
        calls.addAll(more(index));
        return calls;
    }

    private static List<Chain.Call> more(Index index) {
        List<Chain.Call> calls = new ArrayList<>();
        if (index.parser() != null) {
            calls.add(call("parser", new Quoted(index.parser())));
        }
        if (index.isInvisible()) {
            calls.add(call("invisible"));
        }
        if (index.comment() != null) {
            calls.add(call("comment", new Quoted(index.comment())));
        }
        index.options().forEach((name, sql) -> calls.add(call("option", new Quoted(name), new Quoted(sql))));
        return calls;
    }

    /** A statement that adds a foreign key to a table's builder. */
    Code statement(String builder, ForeignKey key) {
        List<Code> arguments = new ArrayList<>(List.of(new Quoted(key.name())));
        arguments.addAll(names(key.columns()));
        Chain made = Chain.of(builder + ".foreignKey", arguments);
        for (Chain.Call call : calls(key)) {
            made = made.then(call);
        }
        return made;
    }

    /** All but name and columns, as a lambda for the foreign key's builder. */
    Lambda lambda(ForeignKey key) {
        return new Lambda("fk", List.of(Chain.on("fk", calls(key))));
    }

    /** The columns as one argument. */
    Code columns(ForeignKey key) {
        return Chain.of(imports.type(List.class) + ".of", names(key.columns()));
    }

    private List<Chain.Call> calls(ForeignKey key) {
        List<Chain.Call> calls = new ArrayList<>();
        List<Code> referenced = new ArrayList<>(List.of(new Quoted(key.referencedTable())));
        referenced.addAll(names(key.referencedColumns()));
        calls.add(new Chain.Call("references", referenced));
        if (key.referencedSchema() != null) {
            calls.add(call("inSchema", new Quoted(key.referencedSchema())));
        }
        if (key.onDelete() != ForeignKey.Rule.RESTRICT) {
            calls.add(call("onDelete", new Plain(imports.shortConstant(key.onDelete()))));
        }
        if (key.onUpdate() != ForeignKey.Rule.RESTRICT) {
            calls.add(call("onUpdate", new Plain(imports.shortConstant(key.onUpdate()))));
        }
        return calls;
    }

    Chain check(Check check) {
        Chain made = Chain.of(
                "new " + imports.type(Check.class), new Quoted(check.name()), new Sql(check.expression(), true));
        return check.isEnforced() ? made : made.then("notEnforced");
    }

    /** A statement that adds a check to a table's builder. */
    Code statement(String builder, Check check) {
        return check.isEnforced()
                ? Chain.of(builder + ".check", new Quoted(check.name()), new Sql(check.expression(), true))
                : Chain.of(builder + ".check", check(check));
    }

    private static Code number(int number) {
        return new Plain(Integer.toString(number));
    }

    private static Chain.Call call(String name, Code... arguments) {
        return new Chain.Call(name, List.of(arguments));
    }
}
