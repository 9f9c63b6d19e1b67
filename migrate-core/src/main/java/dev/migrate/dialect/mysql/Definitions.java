package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.ServerVersion.Product;
import dev.migrate.dialect.UnsupportedOnServerException;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.TemporalType;
import dev.migrate.schema.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tables, columns and keys are defined inside CREATE TABLE and ALTER TABLE. */
final class Definitions {

    private static final TypeWriter TYPES = new TypeWriter();

    private final ServerVersion server;

    Definitions(ServerVersion server) {
        this.server = server;
    }

    String table(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(column)));
        if (!table.primaryKey().isEmpty()) {
            parts.add("PRIMARY KEY " + keyParts(table.primaryKey()));
        }
        table.indexes().forEach(index -> parts.add(index(index)));
        table.foreignKeys().forEach(foreignKey -> parts.add(foreignKey(foreignKey)));
        return Quoting.name(table.name()) + " (\n  " + String.join(",\n  ", parts) + "\n)" + options(table.options());
    }

    String column(Column column) {
        StringBuilder sql = new StringBuilder(Quoting.name(column.name()));
        sql.append(' ').append(column.type().accept(TYPES));
        // NULL is said as well: without it, a TIMESTAMP is NOT NULL on MySQL 5.7 and MariaDB before 10.10.
        sql.append(column.isNullable() ? " NULL" : " NOT NULL");
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultValue(column, column.defaultValue()));
        }
        if (column.isUpdatedToCurrentTimestamp()) {
            sql.append(" ON UPDATE ").append(currentTimestamp(column.type()));
        }
        if (column.isAutoIncrement()) {
            sql.append(" AUTO_INCREMENT");
        }
        if (column.comment() != null) {
            sql.append(" COMMENT ").append(Quoting.text(column.comment()));
        }
        return sql.toString();
    }

    String index(Index index) {
        String kind = index.kind() == Index.Kind.PLAIN ? "KEY " : index.kind().name() + " KEY ";
        return kind + Quoting.name(index.name()) + " " + keyParts(index.parts());
    }

    String keyParts(List<KeyPart> parts) {
        return parts.stream().map(Definitions::keyPart).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String keyPart(KeyPart part) {
        String what = part.accept(new KeyPart.Visitor<>() {
            @Override
            public String column(KeyPart.OfColumn column) {
                return Quoting.name(column.name()) + (column.length() == null ? "" : "(" + column.length() + ")");
            }

            @Override
            public String expression(KeyPart.OfExpression expression) {
                return "(" + expression.sql() + ")";
            }
        });
        return part.isDescending() ? what + " DESC" : what;
    }

    String foreignKey(ForeignKey foreignKey) {
        return "CONSTRAINT " + Quoting.name(foreignKey.name())
                + " FOREIGN KEY " + Quoting.names(foreignKey.columns())
                + " REFERENCES " + Quoting.name(foreignKey.referencedTable())
                + " " + Quoting.names(foreignKey.referencedColumns())
                + rule(" ON DELETE ", foreignKey.onDelete())
                + rule(" ON UPDATE ", foreignKey.onUpdate());
    }

    /** RESTRICT is what both servers do where nothing is said. */
    private static String rule(String when, ForeignKey.Rule rule) {
        return rule == ForeignKey.Rule.RESTRICT ? "" : when + rule.name().replace('_', ' ');
    }

    String check(Check check) {
        return "CONSTRAINT " + Quoting.name(check.name()) + " CHECK (" + check.expression() + ")"
                + (check.isEnforced() ? "" : " NOT ENFORCED");
    }

    String options(TableOptions options) {
        return option(" ENGINE=", options.engine())
                + option(" DEFAULT CHARSET=", options.encoding().charset())
                + option(" COLLATE=", options.encoding().collation())
                + (options.comment() == null ? "" : " COMMENT=" + Quoting.text(options.comment()));
    }

    private static String option(String name, @Nullable String value) {
        return value == null ? "" : name + value;
    }

    private String defaultValue(Column column, DefaultValue value) {
        return value.accept(new DefaultValue.Visitor<>() {
            @Override
            public String constant(DefaultValue.Constant constant) {
                String literal = Quoting.literal(constant.literal());
                return needsExpression(column.type()) ? parenthesized(column, literal) : literal;
            }

            @Override
            public String currentTimestamp(DefaultValue.CurrentTimestamp now) {
                return Definitions.currentTimestamp(column.type());
            }

            @Override
            public String expression(DefaultValue.Expression expression) {
                return parenthesized(column, expression.sql());
            }
        });
    }

    /** MySQL refuses a constant default on TEXT, BLOB and JSON (error 1101), but takes it as an expression. */
    private boolean needsExpression(ColumnType type) {
        boolean isLarge = type instanceof TextType || type instanceof BlobType || type instanceof JsonType;
        return isLarge && server.product() == Product.MYSQL;
    }

    private String parenthesized(Column column, String sql) {
        if (!server.isAtLeast(Product.MYSQL, 8, 0, 13) && !server.isAtLeast(Product.MARIADB, 10, 2, 1)) {
            throw new UnsupportedOnServerException(
                    server,
                    "The default (" + sql + ") of column " + column.name() + ", which is an expression,",
                    "MySQL 8.0.13 or MariaDB 10.2.1");
        }
        return "(" + sql + ")";
    }

    /** The digits must be those of the column, or the server refuses the default (error 1067). */
    private static String currentTimestamp(ColumnType type) {
        int fraction = type instanceof TemporalType temporal ? temporal.fraction() : 0;
        return fraction == 0 ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + fraction + ")";
    }
}
