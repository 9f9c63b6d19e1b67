package dev.migrate.internal.mysql.introspect;

import dev.migrate.error.SchemaException;
import dev.migrate.internal.mysql.parse.DefaultReader;
import dev.migrate.internal.mysql.sql.ExpressionText;
import dev.migrate.internal.mysql.sql.OwnDatabase;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generation;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets the server rewrite expressions, so that they can be compared with those of the database.
 *
 * <p>All expressions of a table are put into one temporary table with the same columns, which is shown and dropped:
 * three statements, about a millisecond, for each table with expressions. Temporary tables do not commit, do not
 * conflict with other names, and are invisible to other sessions; the user needs the privilege CREATE TEMPORARY TABLES.
 */
final class ExpressionRewriter {

    private static final String SCRATCH = "migrate_scratch";
    private static final String CREATE = "CREATE TABLE ";

    private ExpressionRewriter() {}

    /**
     * Rewrites the expressions of tables.
     *
     * @param connection a connection with a database
     * @param tables the target tables
     * @param create renders the creation of a table, starting with CREATE TABLE
     * @param omissions collects the tables with an expression that the server rejects
     * @return the other tables in the same order, with their generated columns, defaults, checks and functional indexes
     *     as the server writes them
     * @throws SchemaException if the connection is lost
     */
    static List<Table> rewrite(
            Connection connection, List<Table> tables, Function<Table, String> create, Omissions omissions) {
        if (tables.stream().noneMatch(ExpressionRewriter::hasExpressions)) {
            return List.copyOf(tables);
        }
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            List<Table> rewritten = new ArrayList<>();
            for (Table table : tables) {
                omissions.attempt(
                        ObjectKind.TABLE,
                        table.name(),
                        () -> rewritten.add(hasExpressions(table) ? rewrite(session, table, create) : table));
            }
            return rewritten;
        } catch (SQLException e) {
            throw IntrospectionSession.notReadable(e);
        }
    }

    private static Table rewrite(IntrospectionSession session, Table table, Function<Table, String> create)
            throws SQLException {
        String sql = create.apply(scratchOf(table));
        session.execute("CREATE TEMPORARY TABLE " + sql.substring(CREATE.length()));
        try {
            byte[] shown = session.row("SHOW CREATE TABLE " + SCRATCH, 2).get(1);
            if (shown == null) {
                return table;
            }
            OwnDatabase database = new OwnDatabase(session.facts().database());
            return rewritten(
                    session.facts().server(),
                    table,
                    new ShowCreate(database.removedFrom(new String(shown, StandardCharsets.UTF_8))));
        } finally {
            session.execute("DROP TEMPORARY TABLE " + SCRATCH);
        }
    }

    private static boolean hasExpressions(Table table) {
        return !table.checks().isEmpty()
                || table.columns().stream().anyMatch(ExpressionRewriter::hasExpression)
                || table.indexes().stream().anyMatch(ExpressionRewriter::isFunctional);
    }

    private static boolean hasExpression(Column column) {
        return column.generation() != null
                || column.check() != null
                || column.defaultValue() instanceof DefaultValue.Expression;
    }

    private static boolean isFunctional(Index index) {
        return index.parts().stream().anyMatch(KeyPart.OfExpression.class::isInstance);
    }

    /**
     * Creates the temporary table. It cannot have foreign keys, partitions or full-text indexes, and does not need
     * them. Its own primary key is for servers that require one in each table.
     */
    private static Table scratchOf(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.replaceAll(column -> column.isAutoIncrement() ? withoutAutoIncrement(column) : column);
        columns.add(new ColumnBuilder(SCRATCH, ColumnType.integer()).notNull().build());
        return new Table(
                SCRATCH,
                columns,
                List.of(KeyPart.column(SCRATCH)),
                table.indexes().stream()
                        .filter(ExpressionRewriter::isFunctional)
                        .toList(),
                List.of(),
                table.checks(),
                TableOptions.NONE.withEncoding(table.options().encoding()),
                null);
    }

    /** An AUTO_INCREMENT column has to be part of a key. */
    private static Column withoutAutoIncrement(Column column) {
        ColumnBuilder plain = new ColumnBuilder(column.name(), column.type()).notNull();
        if (column.isInvisible()) {
            plain.invisible();
        }
        return plain.build().withCheck(column.check());
    }

    private static Table rewritten(ServerVersion server, Table table, ShowCreate shown) {
        return table.withColumns(table.columns().stream()
                        .map(column -> rewritten(server, column, shown))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> rewritten(index, shown))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(check -> check.withExpression(or(shown.checkOf(check.name()), check.expression())))
                        .toList());
    }

    private static Column rewritten(ServerVersion server, Column column, ShowCreate shown) {
        Generation generation = column.generation();
        String check = column.check();
        return column.withDefaultValue(defaultOf(server, column, shown))
                .withGeneration(
                        generation == null
                                ? null
                                : generation.withExpression(
                                        or(shown.generationOf(column.name()), generation.expression())))
                .withCheck(check == null ? null : or(shown.columnCheckOf(column.name()), check));
    }

    private static @Nullable DefaultValue defaultOf(ServerVersion server, Column column, ShowCreate shown) {
        if (!(column.defaultValue() instanceof DefaultValue.Expression)) {
            return column.defaultValue();
        }
        String sql = shown.defaultOf(column.name());
        return sql == null ? null : DefaultReader.ofExpression(server, column.type(), sql);
    }

    private static Index rewritten(Index index, ShowCreate shown) {
        List<String> words = isFunctional(index) ? shown.partsOf(index.name()) : List.of();
        if (words.size() != index.parts().size()) {
            return index;
        }
        List<KeyPart> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            KeyPart part = index.parts().get(i);
            String group = Tokens.of(words.get(i)).get(0);
            parts.add(
                    part instanceof KeyPart.OfExpression expression
                            ? new KeyPart.OfExpression(ExpressionText.plain(group), expression.isDescending())
                            : part);
        }
        return index.withParts(parts);
    }

    private static String or(@Nullable String words, String otherwise) {
        return ExpressionText.plain(words == null ? otherwise : words);
    }
}
