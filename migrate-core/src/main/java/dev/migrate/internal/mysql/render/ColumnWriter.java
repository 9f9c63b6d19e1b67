package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generation;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.SpatialType;
import dev.migrate.schema.TemporalType;
import dev.migrate.schema.TextType;
import dev.migrate.schema.VectorType;

/**
 * Renders the definition of a column. It is always complete, because MODIFY and CHANGE drop every attribute that they
 * omit.
 */
final class ColumnWriter {

    private static final int LONGEST_COMMENT = 1024;

    private final ServerVersion server;
    private final TypeWriter types;

    ColumnWriter(ServerVersion server) {
        this.server = server;
        types = new TypeWriter(server);
    }

    /** Renders the attributes in the only order that every server accepts. */
    String write(Column column) {
        return Quoting.newName(server, column.name())
                + " "
                + column.type().accept(types)
                + generation(column)
                + nullability(column)
                + defaultValue(column)
                + (column.isUpdatedToCurrentTimestamp() ? " ON UPDATE " + currentTimestamp(column.type()) : "")
                + (column.isAutoIncrement() ? " AUTO_INCREMENT" : "")
                + invisibility(column)
                + (column.comment() == null ? "" : " COMMENT " + Quoting.comment(column.comment(), LONGEST_COMMENT))
                + (column.attributes().isEmpty() ? "" : " " + String.join(" ", column.attributes()))
                + check(column);
    }

    /**
     * Returns whether the server adds a default to a column if {@code explicit_defaults_for_timestamp} is off, which is
     * the default of MySQL 5.7 and of MariaDB before 10.10: the first such column is even updated to the current time.
     */
    static boolean hasImplicitDefault(Column column) {
        return column.type() instanceof TemporalType type
                && type.kind() == TemporalType.Kind.TIMESTAMP
                && !column.isNullable()
                && column.defaultValue() == null
                && column.generation() == null;
    }

    private static String generation(Column column) {
        Generation generation = column.generation();
        return generation == null
                ? ""
                : " GENERATED ALWAYS AS (" + generation.expression() + ") " + generation.storage();
    }

    /**
     * Writes NULL as well: without it, a TIMESTAMP is NOT NULL on MySQL 5.7 and MariaDB before 10.10. MariaDB accepts
     * neither for a generated column, which is always nullable there.
     */
    private String nullability(Column column) {
        if (column.generation() != null && !Capability.GENERATED_NOT_NULL.isIn(server)) {
            if (!column.isNullable()) {
                Capability.GENERATED_NOT_NULL.require(
                        server, "NOT NULL for column " + column.name() + ", which is generated,");
            }
            return "";
        }
        return column.isNullable() ? " NULL" : " NOT NULL";
    }

    private String defaultValue(Column column) {
        DefaultValue value = column.defaultValue();
        return value == null ? "" : " DEFAULT " + defaultValue(column, value);
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
                boolean isMoment = column.type() instanceof TemporalType temporal && temporal.hasDateAndTime();
                return isMoment
                        ? ColumnWriter.currentTimestamp(column.type())
                        : parenthesized(column, "CURRENT_TIMESTAMP");
            }

            @Override
            public String expression(DefaultValue.Expression expression) {
                return parenthesized(column, expression.sql());
            }
        });
    }

    /** MySQL rejects a constant default for these types (error 1101), but accepts it as an expression. */
    private boolean needsExpression(ColumnType type) {
        boolean isLarge = type instanceof TextType
                || type instanceof BlobType
                || type instanceof JsonType
                || type instanceof SpatialType
                || type instanceof VectorType;
        return isLarge && !MySqlVersions.isMariaDb(server);
    }

    private String parenthesized(Column column, String sql) {
        Capability.EXPRESSION_DEFAULT.require(
                server, "The default (" + sql + ") of column " + column.name() + ", which is an expression,");
        return "(" + sql + ")";
    }

    /** The precision must be that of the column, or the server rejects the default (error 1067). */
    private static String currentTimestamp(ColumnType type) {
        int fraction = type instanceof TemporalType temporal ? temporal.fraction() : 0;
        return fraction == 0 ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + fraction + ")";
    }

    private String invisibility(Column column) {
        if (!column.isInvisible()) {
            return "";
        }
        Capability.INVISIBLE_COLUMN.require(server, "The invisible column " + column.name());
        return " INVISIBLE";
    }

    private String check(Column column) {
        if (column.check() == null) {
            return "";
        }
        Capability.COLUMN_CHECK.require(
                server, "The check (" + column.check() + "), which column " + column.name() + " keeps itself,");
        return " CHECK (" + column.check() + ")";
    }
}
