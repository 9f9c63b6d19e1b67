package dev.migrate.internal.mysql.introspect;

import dev.migrate.error.SchemaNotReadableException;
import dev.migrate.internal.mysql.TypeReader;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema of the database that a connection is in, in its {@linkplain CanonicalForm canonical form}.
 *
 * <p>The number of queries does not grow with the number of tables, but for tables with full-text indexes, partitions or
 * defaults of bytes, and for views, triggers, routines and events: of each of those, the server is asked by itself. The
 * reader changes nothing but settings of the session, which it puts back; an open transaction stays open.
 */
public final class SchemaReader {

    private SchemaReader() {}

    /**
     * Reads everything.
     *
     * @param connection a connection with a database
     * @return the schema
     * @throws SchemaNotReadableException if a query fails, or the connection has no database
     */
    public static Schema read(Connection connection) {
        return read(connection, name -> true);
    }

    /**
     * Reads some of the tables and views, and all the rest.
     *
     * @param connection a connection with a database
     * @param wanted which tables and views are wanted, by their names
     * @return the schema; triggers of tables that are not wanted are left out
     * @throws SchemaNotReadableException if a query fails, or the connection has no database
     */
    public static Schema read(Connection connection, Predicate<String> wanted) {
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            ServerFacts facts = session.facts();
            CatalogQueries questions = new CatalogQueries(facts.server(), session.text(facts.database()), "");
            CatalogRows answers = CatalogRows.of(session, questions, wanted);
            StoredObjects programs = new StoredObjects(session);
            return new Schema(
                    new Encoding(null, facts.databaseCollation()),
                    tables(session, answers),
                    programs.views(answers.views()),
                    programs.triggers(questions, wanted),
                    programs.routines(questions),
                    programs.events(questions));
        } catch (SQLException e) {
            throw SchemaNotReadableException.because(e);
        }
    }

    /**
     * Reads one table.
     *
     * @param connection a connection with a database
     * @param name its name
     * @return the table, or empty if the database has no table of that name
     * @throws SchemaNotReadableException if a query fails, or the connection has no database
     */
    public static Optional<Table> readTable(Connection connection, String name) {
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            ServerFacts facts = session.facts();
            CatalogQueries questions =
                    new CatalogQueries(facts.server(), session.text(facts.database()), session.text(name));
            return tables(session, CatalogRows.of(session, questions, any -> true)).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SchemaNotReadableException.because(e);
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
