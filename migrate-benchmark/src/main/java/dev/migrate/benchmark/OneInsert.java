package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A process that inserts rows into the table {@code customer} in one transaction, and ends. */
public final class OneInsert {

    /** The number of rows. */
    static final int ROWS = 100_000;

    private static final int ROWS_OF_STATEMENT = 1_000;

    private OneInsert() {}

    /** The ways in which the rows are inserted. */
    enum Kind {
        PLAIN("plain JDBC"),
        STREAMED("Migrate, rows read from an Iterable"),
        IN_MEMORY("Migrate, rows added to a builder");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    /** The rows as a migration. */
    @Revision(id = "001")
    private record Rows(Kind kind) implements Migration {
        @Override
        public void up(Operations op) {
            if (kind == Kind.STREAMED) {
                op.insert("customer", List.of("id", "name", "balance"), OneInsert::rows);
            } else {
                op.insert("customer", rows -> {
                    rows.columns("id", "name", "balance");
                    OneInsert.rows().forEachRemaining(rows::values);
                });
            }
        }
    }

    private static Iterator<Object[]> rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(id -> new Object[] {id, "Customer " + id, id * 7L})
                .iterator();
    }

    /**
     * Inserts the rows.
     *
     * @param arguments the kind
     * @throws SQLException if anything fails
     */
    public static void main(String... arguments) throws SQLException {
        Kind kind = Kind.valueOf(arguments[0]);
        String url = System.getenv(OneSelect.URL_VARIABLE);
        if (kind == Kind.PLAIN) {
            try (Connection connection = DriverManager.getConnection(url)) {
                insert(connection);
            }
        } else {
            Migrator.builder()
                    .dataSource(new DriverDataSource(() -> DriverManager.getConnection(url)))
                    .migrations(new Rows(kind))
                    .build()
                    .upgrade("head");
        }
    }

    /** Sends the same statements as Migrate. */
    private static void insert(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            Iterator<Object[]> rows = rows();
            while (rows.hasNext()) {
                StringBuilder sql = new StringBuilder("INSERT INTO customer (id, name, balance) VALUES ");
                for (int i = 0; i < ROWS_OF_STATEMENT && rows.hasNext(); i++) {
                    Object[] row = rows.next();
                    sql.append(i == 0 ? "(" : ", (").append(row[0]);
                    sql.append(", '")
                            .append(row[1])
                            .append("', ")
                            .append(row[2])
                            .append(')');
                }
                statement.execute(sql.toString());
            }
        }
        connection.commit();
    }
}
