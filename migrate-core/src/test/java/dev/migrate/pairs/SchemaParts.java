package dev.migrate.pairs;

import dev.migrate.pairs.Part.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A schema as a list of parts, in any order.
 *
 * @param parts the parts
 */
record SchemaParts(List<Part> parts) {

    static final SchemaParts EMPTY = new SchemaParts(List.of());

    SchemaParts {
        parts = List.copyOf(parts);
    }

    /** With another part: in the place of the part with the same id, or else at a random place. */
    SchemaParts with(Part part, Random random) {
        List<Part> all = new ArrayList<>(parts);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(part.id())) {
                all.set(i, part);
                return new SchemaParts(all);
            }
        }
        all.add(part.kind() == Kind.COLUMN ? random.nextInt(all.size() + 1) : all.size(), part);
        return new SchemaParts(all);
    }

    /** Without a part and all parts that depend on it. */
    SchemaParts without(Part part) {
        SchemaParts rest = new SchemaParts(
                parts.stream().filter(each -> !each.equals(part)).toList());
        for (Part dependent : parts) {
            if (dependent.dependsOn(part.id())) {
                rest = rest.without(dependent);
            }
        }
        return rest;
    }

    boolean has(Part part) {
        return parts.stream().anyMatch(each -> each.id().equals(part.id()));
    }

    Part get(String id) {
        return parts.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    List<Part> where(Predicate<Part> condition) {
        return parts.stream().filter(condition).toList();
    }

    List<Part> of(Kind kind) {
        return where(part -> part.kind() == kind);
    }

    List<Part> of(Kind kind, Part table) {
        return where(part -> part.kind() == kind && part.table().equals(table.id()));
    }

    /** The parts that a statement creates each, in an order in which the server can create them. */
    List<Part> created() {
        List<Part> created = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (!kind.isOfTable()) {
                created.addAll(of(kind));
            }
        }
        return created;
    }

    /** The statement that creates a part, with all parts of a table. */
    String creation(Part part) {
        return switch (part.kind()) {
            case TABLE -> table(part);
            case TRIGGER, EVENT, FUNCTION, PROCEDURE, SEQUENCE ->
                "CREATE " + part.kind() + " " + part.name() + " " + part.sql();
            default -> part.sql().replace("CREATE_VIEW", "VIEW " + part.name());
        };
    }

    private String table(Part table) {
        List<String> lines = new ArrayList<>();
        of(Kind.COLUMN, table).forEach(column -> lines.add(column.name() + " " + column.sql()));
        of(Kind.KEY, table).forEach(key -> lines.add(key.sql().replace("NAME", key.name())));
        of(Kind.CONSTRAINT, table)
                .forEach(each ->
                        lines.add((each.name().startsWith("`") ? "CONSTRAINT " + each.name() + " " : "") + each.sql()));
        return "CREATE TABLE " + table.name() + " (\n  " + String.join(",\n  ", lines) + "\n)"
                + only(Kind.OPTIONS, table) + only(Kind.PARTITIONS, table);
    }

    private String only(Kind kind, Part table) {
        return of(kind, table).stream().map(part -> "\n" + part.sql()).collect(Collectors.joining());
    }

    /** All statements. */
    List<String> statements() {
        return created().stream().map(this::creation).toList();
    }

    /** A script with all statements. */
    String script(String mode) {
        return "SET SESSION sql_mode = '" + mode + "'$$\n\n" + String.join("$$\n\n", statements()) + "$$\n";
    }
}
