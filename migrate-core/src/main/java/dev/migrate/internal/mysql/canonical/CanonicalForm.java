package dev.migrate.internal.mysql.canonical;

import dev.migrate.schema.Column;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;

/**
 * The canonical form of schemas on one server: two schemas are equivalent if and only if their canonical forms are
 * equal. The rules listed here cover all insignificant differences in notation. Immutable.
 *
 * <p>The principle: a canonical schema contains only what the server would not do by default. For expressions, rules
 * are not enough; the server rewrites them.
 */
public final class CanonicalForm {

    private static final List<ColumnRule> COLUMN_RULES = List.of(
            ColumnRules::convertBinaryCharacterSet,
            ColumnRules::omitInheritedEncoding,
            ColumnRules::unwrapExpressions,
            ColumnRules::convertConstantExpression);

    private static final List<TableRule> TABLE_RULES = List.of(
            TableRules::moveColumnChecks,
            TableRules::omitCurrentDatabase,
            TableRules::normalizeEngineName,
            TableRules::omitRedundantAlgorithm,
            TableRules::omitImplicitIndexes,
            TableRules::unwrapExpressions,
            TableRules::normalizePartitioning,
            TableRules::omitOptionsWithoutEffect,
            TableRules::omitDefaultOptions);

    private final ServerFacts facts;

    /**
     * Creates the canonical form for a server.
     *
     * @param facts the defaults of the server and the database
     */
    public CanonicalForm(ServerFacts facts) {
        this.facts = facts;
    }

    /**
     * Returns the facts on which the form depends.
     *
     * @return the facts
     */
    public ServerFacts facts() {
        return facts;
    }

    /**
     * Converts a schema to its canonical form.
     *
     * @param schema the schema
     * @return the form
     */
    public Schema of(Schema schema) {
        return with(schema, schema.tables().stream().map(this::of).toList());
    }

    /** Creates a schema from tables that are already in canonical form. */
    public Schema with(Schema schema, List<Table> tables) {
        Encoding encoding = new Encoding(null, facts.collationOf(schema.encoding(), facts.databaseCollation()));
        return schema.withEncoding(encoding).withTables(tables);
    }

    /**
     * Converts a table to its canonical form.
     *
     * @param table the table
     * @return the form
     */
    public Table of(Table table) {
        return of(TableDraft.of(table));
    }

    public Table of(TableDraft draft) {
        // Columns inherit from the original options, before the rules for tables shorten them.
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

    /** A rule for an aspect of a table that can be written in several ways. */
    public interface TableRule {
        void apply(ServerFacts facts, TableDraft table);
    }

    /** A rule for an aspect of a column that can be written in several ways, in a table with a given collation. */
    public interface ColumnRule {
        Column apply(ServerFacts facts, String inherited, Column column);
    }
}
