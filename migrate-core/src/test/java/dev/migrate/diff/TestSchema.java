package dev.migrate.diff;

import dev.migrate.internal.mysql.introspect.MySqlNormalizer;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A real database that is compared with schemas, and changed. */
final class TestSchema implements AutoCloseable {

    private final Connection connection;
    private final SqlRenderer renderer;
    private final Normalizer normalizer;
    private final DiffOptions options;

    TestSchema(TestDatabase database) throws SQLException {
        renderer = DatabaseProviders.renderer(database.server().version());
        connection = database.dataSource().getConnection();
        execute("SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_TRANS_TABLES')");
        normalizer = MySqlNormalizer.on(connection);
        options = DiffOptions.on(normalizer.defaults(), renderer);
    }

    SqlRenderer renderer() {
        return renderer;
    }

    DiffOptions options() {
        return options;
    }

    static Schema schema(List<Table> tables) {
        return new Schema(Encoding.INHERITED, tables, List.of(), List.of(), List.of(), List.of());
    }

    Schema read() {
        return new MySqlSchemaReader().read(connection);
    }

    /** The changes from the database to a schema that specifies everything. */
    SchemaDiff diff(Schema wanted) {
        return diff(wanted, Set.of(), options);
    }

    SchemaDiff diff(Schema wanted, Set<Attribute> left, DiffOptions how) {
        Schema actual = read();
        Schema filled = UnspecifiedAttributes.fill(wanted, actual, left, how.renames(), renderer::quote, true);
        Schema canonical = normalizer.normalize(filled, actual, how.renames().tables());
        return SchemaDiff.between(actual, canonical, how);
    }

    /** Runs operations, merged as in a migration. */
    void run(List<Operation> operations) {
        for (Operation operation : renderer.merge(operations)) {
            for (dev.migrate.provider.PlannedStatement statement : renderer.render(operation)) {
                execute(
                        statement instanceof dev.migrate.provider.PlannedStatement.DeferredSql interrupted
                                ? interrupted.completion().complete(answer(interrupted.question()))
                                : statement.text());
            }
        }
    }

    private String answer(String question) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            result.next();
            return result.getString(2);
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + sql, e);
        }
    }

    /** Drops all tables. */
    void clear() {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW FULL TABLES WHERE Table_type <> 'VIEW'")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Schema rest = read();
        rest.views().forEach(view -> execute("DROP VIEW " + renderer.quote(view.name())));
        rest.routines().forEach(routine -> execute("DROP " + routine.kind() + " " + renderer.quote(routine.name())));
        rest.events().forEach(event -> execute("DROP EVENT " + renderer.quote(event.name())));
        execute("SET SESSION foreign_key_checks = 0");
        names.forEach(name -> execute("DROP TABLE " + renderer.quote(name)));
        execute("SET SESSION foreign_key_checks = 1");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
