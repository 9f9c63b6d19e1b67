package dev.migrate.internal.mysql.introspect;

import dev.migrate.error.SchemaNotReadableException;
import dev.migrate.schema.Column;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The one spelling of everything that can be spelled in several ways, on one server: two schemas mean the same if their
 * canonical forms are equal. What a schema that was read and a schema that is wanted say differently without meaning it
 * is all in the list of rules here. Immutable.
 *
 * <p>The principle: a canonical schema says only what the server would not do by itself. Expressions need more than rules;
 * see {@link ExpressionRewriter}.
 */
public final class CanonicalForm {

    private static final List<ColumnRule> COLUMN_RULES = List.of(
            ColumnRules::characterSetBinaryMeansBytes,
            ColumnRules::encodingOfTheTableIsInherited,
            ColumnRules::expressionsStandAlone,
            ColumnRules::constantExpressionIsConstant);

    private static final List<TableRule> TABLE_RULES = List.of(
            TableRules::columnChecksOfMySqlBelongToTheTable,
            TableRules::ownDatabaseIsNotNamed,
            TableRules::algorithmIsOnlyAChoiceInMemory,
            TableRules::indexOfForeignKeyIsImplicit,
            TableRules::expressionsStandAlone,
            TableRules::partitionsHaveTheEngineOfTheTable,
            TableRules::optionsSayWhatTheServerWouldNotDo);

    private final ServerFacts facts;

    /**
     * The canonical form on a server.
     *
     * @param facts what the server does where a schema says nothing
     */
    public CanonicalForm(ServerFacts facts) {
        this.facts = facts;
    }

    /**
     * Asks a server for the facts that the form depends on.
     *
     * @param connection a connection with a database
     * @return the canonical form for that database
     * @throws SchemaNotReadableException if a query fails, or the connection has no database
     */
    public static CanonicalForm on(Connection connection) {
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            return new CanonicalForm(session.facts());
        } catch (SQLException e) {
            throw SchemaNotReadableException.because(e);
        }
    }

    /**
     * What the form depends on.
     *
     * @return the facts
     */
    public ServerFacts facts() {
        return facts;
    }

    /**
     * Brings a schema into its canonical form.
     *
     * @param schema the schema
     * @return the form
     */
    public Schema of(Schema schema) {
        return with(schema, schema.tables().stream().map(this::of).toList());
    }

    /** A schema around tables that are in canonical form already. */
    Schema with(Schema schema, List<Table> tables) {
        Encoding encoding = schema.encoding().equals(Encoding.INHERITED)
                ? new Encoding(null, facts.databaseCollation())
                : schema.encoding();
        return new Schema(encoding, tables, schema.views(), schema.triggers(), schema.routines(), schema.events());
    }

    /**
     * Brings a table into its canonical form.
     *
     * @param table the table
     * @return the form
     */
    public Table of(Table table) {
        return of(TableDraft.of(table));
    }

    Table of(TableDraft draft) {
        // Columns inherit from what the options say before the rules for tables shorten them.
        String inherited = facts.collationOf(draft.options.encoding(), facts.databaseCollation());
        draft.columns =
                draft.columns.stream().map(column -> of(column, inherited)).toList();
        for (TableRule rule : TABLE_RULES) {
            rule.apply(facts, draft);
        }
        return draft.table();
    }

    private Column of(Column column, String inherited) {
        Column form = column;
        for (ColumnRule rule : COLUMN_RULES) {
            form = rule.apply(facts, inherited, form);
        }
        return form;
    }

    /** One thing about a table that can be said in several ways. */
    interface TableRule {
        void apply(ServerFacts facts, TableDraft table);
    }

    /** One thing about a column that can be said in several ways, in a table with a certain collation. */
    interface ColumnRule {
        Column apply(ServerFacts facts, String inherited, Column column);
    }
}
