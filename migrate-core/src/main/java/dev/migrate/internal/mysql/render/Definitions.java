package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the definitions of tables, columns, keys and checks in CREATE TABLE and ALTER TABLE. */
final class Definitions {

    private static final int LONGEST_TABLE_COMMENT = 2048;
    private static final int LONGEST_INDEX_COMMENT = 1024;

    private final ServerVersion server;
    private final ColumnWriter columns;

    Definitions(ServerVersion server) {
        this.server = server;
        columns = new ColumnWriter(server);
    }

    String table(Table table) {
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            parts.add(column(column));
        }
        if (!table.primaryKey().isEmpty()) {
            parts.add(primaryKey(table.primaryKey()));
        }
        for (Index index : table.indexes()) {
            parts.add(index(index));
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            parts.add(foreignKey(foreignKey));
        }
        for (Check check : table.checks()) {
            parts.add(check(check));
        }
        return Quoting.newName(server, table.name())
                + " (\n  "
                + String.join(",\n  ", parts)
                + "\n)"
                + behind(options(table.options()))
                + (table.partitioning() == null ? "" : "\n" + table.partitioning());
    }

    String column(Column column) {
        return columns.write(column);
    }

    String primaryKey(List<KeyPart> parts) {
        return "PRIMARY KEY " + parts("The primary key", parts);
    }

    String index(Index index) {
        String kind = index.kind() == Index.Kind.PLAIN ? "KEY " : index.kind() + " KEY ";
        return kind
                + Quoting.newName(server, index.name())
                + " "
                + parts("Index " + index.name(), index.parts())
                + (index.algorithm() == null ? "" : " USING " + index.algorithm())
                + behind(settings(index.options()))
                + (index.parser() == null ? "" : " WITH PARSER " + index.parser())
                + (index.comment() == null ? "" : " COMMENT " + Quoting.comment(index.comment(), LONGEST_INDEX_COMMENT))
                + invisibility(index);
    }

    private String invisibility(Index index) {
        if (!index.isInvisible()) {
            return "";
        }
        Capability.INVISIBLE_INDEX.require(server, "The invisible index " + index.name());
        return MySqlVersions.isMariaDb(server) ? " IGNORED" : " INVISIBLE";
    }

    private String parts(String key, List<KeyPart> parts) {
        List<String> written = new ArrayList<>();
        for (KeyPart part : parts) {
            written.add(part(key, part));
        }
        return "(" + String.join(", ", written) + ")";
    }

    private String part(String key, KeyPart part) {
        String what = part.accept(new KeyPart.Visitor<>() {
            @Override
            public String column(KeyPart.OfColumn column) {
                return Quoting.name(column.name()) + (column.length() == null ? "" : "(" + column.length() + ")");
            }

            @Override
            public String expression(KeyPart.OfExpression expression) {
                Capability.FUNCTIONAL_INDEX.require(server, key + " over the expression (" + expression.sql() + ")");
                return "(" + expression.sql() + ")";
            }
        });
        if (!part.isDescending()) {
            return what;
        }
        Capability.DESCENDING_INDEX.require(server, key + " with " + what + " in descending order");
        return what + " DESC";
    }

    String foreignKey(ForeignKey foreignKey) {
        String schema = foreignKey.referencedSchema();
        return "CONSTRAINT "
                + Quoting.newName(server, foreignKey.name())
                + " FOREIGN KEY "
                + Quoting.names(foreignKey.columns())
                + " REFERENCES "
                + (schema == null ? "" : Quoting.name(schema) + ".")
                + Quoting.name(foreignKey.referencedTable())
                + " "
                + Quoting.names(foreignKey.referencedColumns())
                + rule(foreignKey, "ON DELETE", foreignKey.onDelete())
                + rule(foreignKey, "ON UPDATE", foreignKey.onUpdate());
    }

    /** Omits RESTRICT, the default of both servers. */
    private String rule(ForeignKey foreignKey, String when, ForeignKey.Rule rule) {
        if (rule == ForeignKey.Rule.RESTRICT) {
            return "";
        }
        if (rule == ForeignKey.Rule.SET_DEFAULT) {
            Capability.SET_DEFAULT.require(server, when + " SET DEFAULT for foreign key " + foreignKey.name());
        }
        return " " + when + " " + rule.name().replace('_', ' ');
    }

    String check(Check check) {
        Capability needed = check.isEnforced() ? Capability.CHECK : Capability.UNENFORCED_CHECK;
        needed.require(server, "The check " + check.name() + " (" + check.expression() + ")");
        return "CONSTRAINT "
                + Quoting.name(check.name())
                + " CHECK ("
                + check.expression()
                + ")"
                + (check.isEnforced() ? "" : " NOT ENFORCED");
    }

    /** Renders the options of a table for CREATE TABLE and ALTER TABLE. */
    List<String> options(TableOptions options) {
        List<String> sql = new ArrayList<>();
        option(sql, "ENGINE", options.engine());
        option(sql, "AUTO_INCREMENT", options.autoIncrement());
        option(sql, "DEFAULT CHARSET", options.encoding().charset());
        option(sql, "COLLATE", options.encoding().collation());
        option(sql, "ROW_FORMAT", options.rowFormat());
        sql.addAll(settings(options.others()));
        if (options.comment() != null) {
            sql.add("COMMENT=" + Quoting.comment(options.comment(), LONGEST_TABLE_COMMENT));
        }
        return sql;
    }

    private static void option(List<String> sql, String name, @Nullable Object value) {
        if (value != null) {
            sql.add(name + "=" + value);
        }
    }

    private static List<String> settings(Map<String, String> options) {
        List<String> sql = new ArrayList<>();
        for (Map.Entry<String, String> option : options.entrySet()) {
            sql.add(option.getValue().isEmpty() ? option.getKey() : option.getKey() + "=" + option.getValue());
        }
        return sql;
    }

    private static String behind(List<String> options) {
        return options.isEmpty() ? "" : " " + String.join(" ", options);
    }
}
