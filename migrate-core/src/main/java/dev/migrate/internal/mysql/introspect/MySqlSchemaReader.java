package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.canonical.CanonicalForm;
import dev.migrate.internal.mysql.canonical.ServerFacts;
import dev.migrate.internal.mysql.canonical.SpecifiedIndexes;
import dev.migrate.internal.mysql.canonical.TableDraft;
import dev.migrate.internal.mysql.parse.TypeReader;
import dev.migrate.provider.SchemaReader;
import dev.migrate.provider.ServerDefinitions;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema in its {@linkplain CanonicalForm canonical form}.
 *
 * <p>The number of queries does not grow with the number of tables, with these exceptions: one query for each table
 * with full-text indexes, partitions or binary defaults, and for each view, trigger, routine and event.
 */
public final class MySqlSchemaReader implements SchemaReader {

    private static final String NO_OPERATION = "no operation contains it; use op.execute(...)";

    @Override
    public Schema read(Connection connection) {
        return read(connection, false);
    }

    @Override
    public Schema readModel(Connection connection) {
        return read(connection, true);
    }

    @Override
    public ServerDefinitions definitions(Connection connection) {
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            return new DefinitionTexts(session).read();
        } catch (SQLException e) {
            throw IntrospectionSession.notReadable(e);
        }
    }

    private static Schema read(Connection connection, boolean isModel) {
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            ServerFacts facts = session.facts();
            CatalogQueries queries = new CatalogQueries(facts.server(), session.text(facts.database()));
            Omissions omissions = new Omissions(facts.database());
            CatalogRows rows = CatalogRows.of(session, queries, omissions);
            StoredObjects objects = new StoredObjects(session, omissions);
            return new Schema(
                    new Encoding(null, facts.databaseCollation()),
                    tables(session, rows, omissions, isModel),
                    objects.views(rows.views()),
                    objects.triggers(queries),
                    objects.routines(queries),
                    objects.events(queries),
                    objects.sequences(rows.sequences()),
                    omissions.all());
        } catch (SQLException e) {
            throw IntrospectionSession.notReadable(e);
        }
    }

    private static List<Table> tables(
            IntrospectionSession session, CatalogRows answers, Omissions omissions, boolean isModel)
            throws SQLException {
        CanonicalForm form = new CanonicalForm(session.facts());
        TypeReader types = new TypeReader();
        List<Table> tables = new ArrayList<>();
        for (TableRows rows : answers.tables()) {
            omissions.attempt(ObjectKind.TABLE, rows.name, () -> {
                boolean isShown = isModel || TableAssembly.needsShowCreate(rows);
                ShowCreate shown = isShown ? show(session, rows.name) : null;
                TableDraft draft = new TableAssembly(session.facts(), types, rows, shown).draft();
                List<Index> indexes = draft.indexes();
                Table table = form.of(draft);
                tables.add(isModel && shown != null ? SpecifiedIndexes.in(table, specified(indexes, shown)) : table);
                if (isModel && shown != null) {
                    UnreadAttributes.of(shown, table.options())
                            .forEach(attribute -> omissions.addAttribute(rows.name, attribute, NO_OPERATION));
                }
            });
        }
        return tables;
    }

    /** The catalog does not contain whether USING was specified. It has no effect, except in MEMORY tables. */
    private static List<Index> specified(List<Index> indexes, ShowCreate shown) {
        return indexes.stream()
                .map(index -> index.withAlgorithm(shown.algorithmOf(index.name())))
                .toList();
    }

    private static @Nullable ShowCreate show(IntrospectionSession session, String table) throws SQLException {
        List<byte @Nullable []> row = session.row("SHOW CREATE TABLE " + session.name(table), 2);
        byte[] sent = row.size() < 2 ? null : row.get(1);
        return sent == null ? null : ShowCreate.ofBytes(sent);
    }
}
