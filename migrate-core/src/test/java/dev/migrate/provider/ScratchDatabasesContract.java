package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The contract of {@link ScratchDatabases}. */
public abstract class ScratchDatabasesContract extends ProviderContract {

    @DatabaseTest
    void isEmptyAndIndependentOfTheOriginal(TestDatabase database) throws SQLException {
        SqlRenderer renderer = renderer(database);
        try (Connection original = database.dataSource().getConnection();
                ScratchDatabase scratch = provider().scratchDatabases().create(database.dataSource());
                Connection connection = scratch.dataSource().getConnection()) {
            create(original, renderer, schema(customers()));
            assertThat(read(connection).tables()).isEmpty();

            create(connection, renderer, schema(customers(), orders()));

            assertThat(read(connection).tables()).extracting(Table::name).containsExactly("customers", "orders");
            assertThat(read(original).tables()).extracting(Table::name).containsExactly("customers");
        }
    }

    @DatabaseTest
    void hasTheEncodingOfTheOriginal(TestDatabase database) throws SQLException {
        try (Connection original = database.dataSource().getConnection();
                ScratchDatabase scratch = provider().scratchDatabases().create(database.dataSource());
                Connection connection = scratch.dataSource().getConnection()) {
            assertThat(read(connection).encoding()).isEqualTo(read(original).encoding());
        }
    }

    @DatabaseTest
    void isDroppedWhenItIsClosed(TestDatabase database) throws SQLException {
        DataSource dataSource;
        try (ScratchDatabase scratch = provider().scratchDatabases().create(database.dataSource())) {
            dataSource = scratch.dataSource();
            assertThat(scratch.name()).isNotBlank();
        }

        assertThatThrownBy(() -> dataSource.getConnection().close()).isInstanceOf(SQLException.class);
    }

    @DatabaseTest
    void eachHasItsOwnName(TestDatabase database) {
        try (ScratchDatabase one = provider().scratchDatabases().create(database.dataSource());
                ScratchDatabase other = provider().scratchDatabases().create(database.dataSource())) {
            assertThat(one.name()).isNotEqualTo(other.name());
            assertThat(provider().scratchDatabases().nameIn("x `" + one.name() + "`.y"))
                    .contains(one.name());
            assertThat(provider().scratchDatabases().nameIn(database.name())).isEmpty();
        }
    }

    private Schema read(Connection connection) {
        return provider().schemaReader().read(connection);
    }
}
