package dev.migrate.provider;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.HostileText;
import dev.migrate.testing.Property;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The contract of {@link SqlRenderer}. */
public abstract class SqlRendererContract extends ProviderContract {

    private static final int CASES = 50;

    /** Changes that can be merged, of a table that exists. */
    private static final List<Operation> CHANGES = List.of(
            new AddColumn("customers", column("phone", 20), null),
            new CreateIndex("customers", Index.of("customers_phone", "phone")),
            new RenameColumn("customers", "city", "town"),
            new AddColumn("customers", column("fax", 20), null));

    private static Column column(String name, int length) {
        return new ColumnBuilder(name, varchar(length)).build();
    }

    @DatabaseTest
    void quotesStringsSoThatTheServerReadsThemUnchanged(TestDatabase database) throws SQLException {
        SqlRenderer renderer = renderer(database);
        try (Connection connection = database.dataSource().getConnection()) {
            Property.of(random -> HostileText.any(random, 200), ProviderContract::shorter)
                    .holds(CASES, text -> {
                        String sql = "SELECT " + renderer.quoteText(text);
                        assertThat(values(connection, sql)).containsExactly(text);
                    });
        }
    }

    @DatabaseTest
    void quotesNamesSoThatTheServerReadsThemUnchanged(TestDatabase database) throws SQLException {
        SqlRenderer renderer = renderer(database);
        String name = "it's `a` \"name\"; -- [x] (y), ?";
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, renderer, List.of(new CreateTable(table(name, t -> t.column(name, integer())))));

            Table read = provider().schemaReader().read(connection).tables().get(0);
            assertThat(read.name()).isEqualTo(name);
            assertThat(read.columns()).extracting(Column::name).containsExactly(name);
            assertThat(column(connection, "SELECT " + renderer.quote(name) + " FROM " + renderer.quote(name), 1))
                    .isEmpty();
        }
    }

    @DatabaseTest
    void inversesRestoreTheSchema(TestDatabase database) throws SQLException {
        SqlRenderer renderer = renderer(database);
        List<Operation> all = List.of(
                new CreateTable(orders()),
                new AddColumn("orders", column("note", 30), null),
                new CreateIndex("orders", Index.of("orders_note", "note")),
                new RenameColumn("orders", "note", "remark"),
                new RenameTable("orders", "purchases"));
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer, schema(customers()));
            Schema before = provider().schemaReader().read(connection);

            execute(connection, renderer, all);
            assertThat(provider().schemaReader().read(connection)).isNotEqualTo(before);
            execute(connection, renderer, Operations.inverseOf(all));

            assertThat(provider().schemaReader().read(connection)).isEqualTo(before);
        }
    }

    @DatabaseTest
    void mergedOperationsYieldTheSameSchema(TestDatabase database) throws SQLException {
        SqlRenderer renderer = renderer(database);
        List<Operation> merged = renderer.merge(CHANGES);
        try (Connection connection = database.dataSource().getConnection();
                ScratchDatabase scratch = provider().scratchDatabases().create(database.dataSource());
                Connection other = scratch.dataSource().getConnection()) {
            create(connection, renderer, schema(customers()));
            create(other, renderer, schema(customers()));

            execute(connection, renderer, CHANGES);
            execute(other, renderer, merged);

            assertThat(merged).hasSizeLessThanOrEqualTo(CHANGES.size());
            assertThat(provider().schemaReader().read(other))
                    .isEqualTo(provider().schemaReader().read(connection));
        }
    }

    @DatabaseTest
    void rendersEqualStatementsForEqualOperations(TestDatabase database) {
        Operation create = new CreateTable(customers());

        List<PlannedStatement> statements = renderer(database).render(create);

        assertThat(statements).isNotEmpty().isEqualTo(renderer(database).render(new CreateTable(customers())));
        assertThat(renderer(database).renderOffline(create)).isEqualTo(statements);
    }

    @DatabaseTest
    void classifiesWhatARollbackReverts(TestDatabase database) throws SQLException {
        SqlRenderer renderer = renderer(database);
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            PlannedStatement create = renderer.render(new CreateTable(table("t", t -> t.column("id", bigint()))))
                    .get(0);
            execute(connection, create.text());
            connection.rollback();

            boolean isUndone =
                    provider().schemaReader().read(connection).tables().isEmpty();
            assertThat(create.effect())
                    .isEqualTo(
                            isUndone ? PlannedStatement.Effect.TRANSACTIONAL : PlannedStatement.Effect.IMPLICIT_COMMIT);
        }
    }

    private static List<String> values(Connection connection, String sql) {
        try {
            return column(connection, sql, 1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
