package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import java.util.List;

/** Removes from a target table what the server parses and ignores: it would be a difference forever. Stateless. */
final class IgnoredAttributes {

    private final ServerVersion server;
    private final Omissions omissions;

    IgnoredAttributes(ServerVersion server, Omissions omissions) {
        this.server = server;
        this.omissions = omissions;
    }

    /** Returns the table without checks and descending key parts, if the server ignores them. */
    Table removedFrom(Table table) {
        Table rest = Capability.CHECK.isIn(server) ? table : withoutChecks(table);
        return Capability.DESCENDING_INDEX.isIn(server) ? rest : withoutDescending(rest);
    }

    private Table withoutChecks(Table table) {
        for (Check check : table.checks()) {
            ignore(table, "check " + check.name());
        }
        for (Column column : table.columns()) {
            if (column.check() != null) {
                ignore(table, "check of column " + column.name());
            }
        }
        return table.withChecks(List.of())
                .withColumns(table.columns().stream()
                        .map(column -> column.withCheck(null))
                        .toList());
    }

    private Table withoutDescending(Table table) {
        for (Index index : table.indexes()) {
            if (isDescending(index.parts())) {
                ignore(table, "descending order in index " + index.name());
            }
        }
        if (isDescending(table.primaryKey())) {
            ignore(table, "descending order in the primary key");
        }
        return table.withPrimaryKey(ascending(table.primaryKey()))
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withParts(ascending(index.parts())))
                        .toList());
    }

    private void ignore(Table table, String attribute) {
        omissions.addAttribute(table.name(), attribute, server + " ignores it");
    }

    private static boolean isDescending(List<KeyPart> parts) {
        return parts.stream().anyMatch(KeyPart::isDescending);
    }

    private static List<KeyPart> ascending(List<KeyPart> parts) {
        return parts.stream().map(IgnoredAttributes::ascending).toList();
    }

    private static KeyPart ascending(KeyPart part) {
        return part.accept(new KeyPart.Visitor<>() {
            @Override
            public KeyPart column(KeyPart.OfColumn column) {
                return new KeyPart.OfColumn(column.name(), column.length(), false);
            }

            @Override
            public KeyPart expression(KeyPart.OfExpression expression) {
                return new KeyPart.OfExpression(expression.sql(), false);
            }
        });
    }
}
