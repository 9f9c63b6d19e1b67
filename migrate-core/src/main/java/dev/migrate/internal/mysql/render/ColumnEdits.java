package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.parse.ColumnText.Part;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.Position;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Renders changes of some attributes of a column.
 *
 * <p>If the server has a clause for the change, it is used; otherwise, the column's complete current definition is
 * repeated. DROP DEFAULT is not used: it leaves a column that allows NULL without even that default.
 */
final class ColumnEdits {

    private final ServerVersion server;
    private final TypeWriter types;

    ColumnEdits(ServerVersion server) {
        this.server = server;
        types = new TypeWriter(server);
    }

    AlterClause rename(String from, String to) {
        return Capability.RENAME_COLUMN.isIn(server)
                ? AlterClause.of("RENAME COLUMN " + Quoting.name(from) + " TO " + Quoting.name(to))
                : new CurrentColumnDefinition(from, to, Map.of(), "");
    }

    AlterClause write(AlterColumn alter) {
        ColumnChange change = alter.change();
        Map<Part, String> edits = edits(alter);
        String newName = change.name() == null ? alter.column() : change.name();
        boolean isInPlace = change.position() == null;
        if (edits.isEmpty() && isInPlace) {
            return rename(alter.column(), newName);
        }
        if (edits.size() == 1 && isInPlace && change.name() == null) {
            Optional<String> alone = alone(change);
            if (alone.isPresent()) {
                return AlterClause.of("ALTER COLUMN " + Quoting.name(alter.column()) + " " + alone.get());
            }
        }
        return definition(alter);
    }

    /** Returns the clause that repeats the complete definition. */
    CurrentColumnDefinition definition(AlterColumn alter) {
        ColumnChange change = alter.change();
        String newName = change.name() == null ? alter.column() : change.name();
        return new CurrentColumnDefinition(alter.column(), newName, edits(alter), position(change.position()));
    }

    static String position(@Nullable Position position) {
        if (position == null) {
            return "";
        }
        return position.after() == null ? " FIRST" : " AFTER " + Quoting.name(position.after());
    }

    /** Returns the clause that changes a single attribute, if the server has one. */
    private Optional<String> alone(ColumnChange change) {
        DefaultValue value =
                change.defaultValue() == null ? null : change.defaultValue().value();
        if (value != null) {
            return value.accept(new DefaultValue.Visitor<>() {
                @Override
                public Optional<String> constant(DefaultValue.Constant constant) {
                    return Optional.of("SET DEFAULT " + Quoting.literal(constant.literal()));
                }

                /** CURRENT_TIMESTAMP needs the precision of the column, which is not known here. */
                @Override
                public Optional<String> currentTimestamp(DefaultValue.CurrentTimestamp now) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> expression(DefaultValue.Expression expression) {
                    return Optional.of("SET DEFAULT (" + expression.sql() + ")");
                }
            });
        }
        if (change.isInvisible() != null && !MySqlVersions.isMariaDb(server)) {
            return Optional.of(change.isInvisible() ? "SET INVISIBLE" : "SET VISIBLE");
        }
        return Optional.empty();
    }

    private Map<Part, String> edits(AlterColumn alter) {
        ColumnChange change = alter.change();
        Map<Part, String> edits = new EnumMap<>(Part.class);
        ColumnType type = change.type();
        if (type != null) {
            edits.put(Part.TYPE, type.accept(types));
        }
        if (change.isNullable() != null) {
            edits.put(Part.NULLABILITY, change.isNullable() ? "NULL" : "NOT NULL");
        }
        if (change.defaultValue() != null) {
            DefaultValue value = change.defaultValue().value();
            edits.put(Part.DEFAULT, value == null ? "" : defaultClause(alter.column(), value));
        }
        if (change.isUpdatedToCurrentTimestamp() != null) {
            edits.put(Part.ON_UPDATE, change.isUpdatedToCurrentTimestamp() ? "ON UPDATE CURRENT_TIMESTAMP" : "");
        }
        if (change.isAutoIncrement() != null) {
            edits.put(Part.AUTO_INCREMENT, change.isAutoIncrement() ? "AUTO_INCREMENT" : "");
        }
        if (change.isInvisible() != null) {
            Capability.INVISIBLE_COLUMN.require(server, "The visibility of column " + alter.column());
            edits.put(Part.VISIBILITY, change.isInvisible() ? "INVISIBLE" : "");
        }
        if (change.comment() != null) {
            edits.put(
                    Part.COMMENT,
                    change.comment().isEmpty() ? "" : "COMMENT " + Quoting.comment(change.comment(), 1024));
        }
        return edits;
    }

    private String defaultClause(String column, DefaultValue value) {
        return "DEFAULT "
                + value.accept(new DefaultValue.Visitor<String>() {
                    @Override
                    public String constant(DefaultValue.Constant constant) {
                        return Quoting.literal(constant.literal());
                    }

                    @Override
                    public String currentTimestamp(DefaultValue.CurrentTimestamp now) {
                        return "CURRENT_TIMESTAMP";
                    }

                    @Override
                    public String expression(DefaultValue.Expression expression) {
                        Capability.EXPRESSION_DEFAULT.require(
                                server,
                                "The default (" + expression.sql() + ") of column " + column
                                        + ", which is an expression,");
                        return "(" + expression.sql() + ")";
                    }
                });
    }
}
