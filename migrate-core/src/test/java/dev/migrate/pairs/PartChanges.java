package dev.migrate.pairs;

import dev.migrate.pairs.Part.Kind;
import java.util.List;

/** Generates a schema, and random changes of a schema. */
final class PartChanges {

    private final Choice choice;
    private final TableParts tables;
    private final StoredParts stored;

    PartChanges(Choice choice) {
        this.choice = choice;
        tables = new TableParts(choice);
        stored = new StoredParts(choice);
    }

    SchemaParts schema() {
        SchemaParts schema = SchemaParts.EMPTY;
        for (int i = choice.below(3); i >= 0; i--) {
            schema = tables.table(schema);
        }
        for (int i = choice.below(5); i > 0; i--) {
            schema = stored.with(schema);
        }
        return schema;
    }

    SchemaParts changed(SchemaParts schema) {
        SchemaParts changed = schema;
        for (int i = choice.below(5); i >= 0; i--) {
            changed = change(changed);
        }
        return changed;
    }

    private SchemaParts change(SchemaParts schema) {
        List<Part> all = schema.of(Kind.TABLE);
        if (all.isEmpty() || choice.once(16)) {
            return tables.table(schema);
        }
        Part table = choice.one(all);
        return switch (choice.below(18)) {
            case 0, 1, 2 -> schema.with(tables.column(schema, table), choice.random());
            case 3, 4, 5 -> redefined(schema, table);
            case 6, 7 -> schema.with(tables.key(schema, table), choice.random());
            case 8 -> tables.constraint(schema, table);
            case 9 -> schema.with(tables.options(schema, table), choice.random());
            case 10 -> schema.with(tables.partitions(table), choice.random());
            case 11, 12, 13 -> schema.without(choice.one(schema.where(PartChanges::isDropped)));
            case 14 -> commented(schema, table);
            case 15 -> replaced(schema);
            default -> stored.with(schema);
        };
    }

    /** A migration drops what is missing in a script, except for what a script may leave open. */
    private static boolean isDropped(Part part) {
        return part.kind() == Kind.TABLE
                || part.kind() == Kind.COLUMN
                || part.kind() == Kind.KEY
                || part.kind() == Kind.CONSTRAINT;
    }

    private SchemaParts redefined(SchemaParts schema, Part table) {
        return schema.with(tables.redefined(schema, choice.one(schema.of(Kind.COLUMN, table))), choice.random());
    }

    private SchemaParts commented(SchemaParts schema, Part table) {
        Part column = choice.one(schema.of(Kind.COLUMN, table));
        String without = column.sql().replaceAll(" COMMENT '([^']|'')*'", "");
        return schema.with(column.as(without + choice.comment()), choice.random());
    }

    private SchemaParts replaced(SchemaParts schema) {
        List<Part> programs = schema.where(part -> !part.kind().isOfTable() && part.kind() != Kind.TABLE);
        if (programs.isEmpty()) {
            return stored.with(schema);
        }
        Part old = choice.one(programs);
        return stored.with(schema, old.kind(), old.name());
    }
}
