package dev.migrate.provider;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The base of the contract tests, one for each role of the SPI. A provider passes a contract with a subclass that returns
 * the provider. The tests use only what every database with schemas, keys and SQL has.
 */
public abstract class ProviderContract {

    /** The provider to test. */
    protected abstract DatabaseProvider provider();

    /** The server of a test database. */
    final ServerVersion server(TestDatabase database) {
        return provider().serverVersion(database.server().version()).orElseThrow();
    }

    final SqlRenderer renderer(TestDatabase database) {
        return provider().renderer(server(database));
    }

    static Table table(String name, Consumer<TableBuilder> definition) {
        TableBuilder table = new TableBuilder(name);
        definition.accept(table);
        return table.build();
    }

    static Schema schema(Table... tables) {
        return new Schema(Encoding.INHERITED, List.of(tables), List.of(), List.of(), List.of(), List.of());
    }

    /** A table with a primary key, a unique index, a plain index and defaults. */
    static Table customers() {
        return table("customers", t -> {
            t.column("id", bigint()).notNull();
            t.column("email", varchar(100)).notNull();
            t.column("city", varchar(50)).defaultValue("it's \"here\"");
            t.column("visits", integer()).notNull().defaultValue(7);
            t.primaryKey("id");
            t.index("customers_email", "email").unique();
            t.index("customers_city", "city", "visits");
        });
    }

    /** A table with a foreign key to {@link #customers()}. */
    static Table orders() {
        return table("orders", t -> {
            t.column("id", bigint()).notNull();
            t.column("customer", bigint()).notNull();
            t.primaryKey("id");
            t.index("orders_customer", "customer");
            t.foreignKey("orders_customers", "customer")
                    .references("customers", "id")
                    .onDelete(ForeignKey.Rule.CASCADE);
        });
    }

    final void create(Connection connection, SqlRenderer renderer, Schema schema) throws SQLException {
        for (Table table : schema.tables()) {
            execute(connection, renderer, List.of(new CreateTable(table)));
        }
    }

    /** Executes operations, one statement after the other, and reads what a statement has to repeat when it is next. */
    final void execute(Connection connection, SqlRenderer renderer, List<? extends Operation> operations)
            throws SQLException {
        for (Operation operation : operations) {
            for (PlannedStatement statement : renderer.render(operation)) {
                String sql = statement instanceof PlannedStatement.DeferredSql deferred
                        ? deferred.completion()
                                .complete(column(connection, deferred.question(), 2)
                                        .get(0))
                        : statement.text();
                execute(connection, sql);
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** The values of a column of a query, as text. */
    static List<String> column(Connection connection, String query, int column) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            List<String> values = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(query)) {
                while (result.next()) {
                    values.add(result.getString(column));
                }
            }
            return values;
        }
    }

    /** The texts that are one character shorter at one end, as smaller cases of a property. */
    static Stream<String> shorter(String text) {
        return text.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        text.substring(text.offsetByCodePoints(0, 1)),
                        text.substring(0, text.offsetByCodePoints(text.length(), -1)));
    }
}
