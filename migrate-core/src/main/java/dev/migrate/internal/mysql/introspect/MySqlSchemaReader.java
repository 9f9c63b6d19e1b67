package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.canonical.CanonicalForm;
import dev.migrate.internal.mysql.canonical.ServerFacts;
import dev.migrate.internal.mysql.parse.TypeReader;
import dev.migrate.provider.SchemaReader;
import dev.migrate.schema.Encoding;
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

    @Override
    public Schema read(Connection connection) {
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            ServerFacts facts = session.facts();
            CatalogQueries queries = new CatalogQueries(facts.server(), session.text(facts.database()));
            CatalogRows rows = CatalogRows.of(session, queries);
            StoredObjects objects = new StoredObjects(session);
            return new Schema(
                    new Encoding(null, facts.databaseCollation()),
                    tables(session, rows),
                    objects.views(rows.views()),
                    objects.triggers(queries),
                    objects.routines(queries),
                    objects.events(queries));
        } catch (SQLException e) {
            throw IntrospectionSession.notReadable(e);
        }
    }

    private static List<Table> tables(IntrospectionSession session, CatalogRows answers) throws SQLException {
        CanonicalForm form = new CanonicalForm(session.facts());
        TypeReader types = new TypeReader();
        List<Table> tables = new ArrayList<>();
        for (TableRows rows : answers.tables()) {
            ShowCreate shown = TableAssembly.needsShowCreate(rows) ? show(session, rows.name) : null;
            tables.add(form.of(new TableAssembly(session.facts().server(), types, rows, shown).draft()));
        }
        return tables;
    }

    private static @Nullable ShowCreate show(IntrospectionSession session, String table) throws SQLException {
        List<byte @Nullable []> row = session.row("SHOW CREATE TABLE " + session.name(table), 2);
        byte[] sent = row.size() < 2 ? null : row.get(1);
        return sent == null ? null : ShowCreate.ofBytes(sent);
    }
}
