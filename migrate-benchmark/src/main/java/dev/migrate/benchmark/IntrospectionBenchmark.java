package dev.migrate.benchmark;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.bool;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.decimal;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.UnspecifiedAttributes;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaBuilder;
import dev.migrate.schema.TableBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures how long it takes to read a schema of 1,000 tables with 10 columns, an index and a foreign key each, and how
 * much of that is spent by the server and the driver on the queries.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
public class IntrospectionBenchmark {

    private static final int TABLES = 1_000;
    private static final String DATABASE = "migrate_benchmark";

    /** The JDBC URL of an administrator, without a database; other users could read it on the command line. */
    private static final String URL_VARIABLE = "MIGRATE_BENCHMARK_URL";

    private Connection connection;
    private List<String> queries;
    private DatabaseProvider provider;
    private SqlRenderer renderer;
    private Schema wanted;

    /**
     * Creates the tables, and records the queries of the reader.
     *
     * @throws SQLException if that fails
     */
    @Setup
    public void createTables() throws SQLException {
        connection = DriverManager.getConnection(
                Objects.requireNonNull(System.getenv(URL_VARIABLE), URL_VARIABLE + " is not set."));
        execute("DROP DATABASE IF EXISTS " + DATABASE);
        execute("CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4");
        connection.setCatalog(DATABASE);
        execute("CREATE TABLE t0 (id BIGINT PRIMARY KEY)");
        for (int i = 1; i < TABLES; i++) {
            execute("CREATE TABLE t" + i + " (id BIGINT PRIMARY KEY AUTO_INCREMENT, parent BIGINT NOT NULL,"
                    + " a INT NOT NULL DEFAULT 5, b VARCHAR(190) COMMENT 'what it says', c DECIMAL(10, 2),"
                    + " d DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3), e TEXT, f TINYINT(1) NOT NULL DEFAULT 0,"
                    + " g ENUM('a', 'b', 'c') DEFAULT 'a', h VARCHAR(40) COLLATE utf8mb4_bin,"
                    + " KEY ix_b (b, a), CONSTRAINT fk_t" + i + " FOREIGN KEY (parent) REFERENCES t" + (i - 1)
                    + " (id) ON DELETE CASCADE)");
        }
        ServerVersion server =
                DatabaseProviders.serverVersion(connection.getMetaData().getDatabaseProductVersion());
        provider = DatabaseProviders.forServer(server);
        renderer = provider.renderer(server);
        QueryLog log = new QueryLog(connection);
        provider.schemaReader().read(log.connection());
        queries = log.queries();
        SchemaBuilder schema = Schema.builder();
        schema.table("t0", t -> {
            t.column("id", bigint()).notNull();
            t.primaryKey("id");
        });
        for (int i = 1; i < TABLES; i++) {
            int parent = i - 1;
            schema.table("t" + i, t -> table(t, parent));
        }
        wanted = schema.build();
        if (!readAndCompare().isEmpty()) {
            throw new IllegalStateException("The tables differ from their definitions: " + readAndCompare());
        }
    }

    private static void table(TableBuilder t, int parent) {
        t.column("id", bigint()).notNull().autoIncrement();
        t.column("parent", bigint()).notNull();
        t.column("a", integer()).notNull().defaultValue(5);
        t.column("b", varchar(190)).comment("what it says");
        t.column("c", decimal(10, 2));
        t.column("d", datetime(3)).defaultCurrentTimestamp();
        t.column("e", text());
        t.column("f", bool()).notNull().defaultValue(false);
        t.column("g", enumeration("a", "b", "c")).defaultValue("a");
        t.column("h", varchar(40).collation("utf8mb4_bin"));
        t.primaryKey("id");
        t.index("ix_b", "b", "a");
        t.foreignKey("fk_t" + (parent + 1), "parent")
                .references("t" + parent, "id")
                .onDelete(ForeignKey.Rule.CASCADE);
    }

    /**
     * Drops the tables.
     *
     * @throws SQLException if that fails
     */
    @TearDown
    public void dropTables() throws SQLException {
        execute("DROP DATABASE " + DATABASE);
        connection.close();
    }

    /**
     * Reads the schema.
     *
     * @return the schema
     */
    @Benchmark
    public Schema read() {
        return provider.schemaReader().read(connection);
    }

    /**
     * Sends the same queries and reads every row without using it.
     *
     * @return the number of rows
     * @throws SQLException if that fails
     */
    @Benchmark
    public int bareQueries() throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet result = statement.executeQuery(query)) {
                    while (result.next()) {
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    /**
     * Reads the schema and compares it with an equal target schema.
     *
     * @return no differences
     */
    @Benchmark
    public SchemaDiff readAndCompare() {
        Schema actual = provider.schemaReader().read(connection);
        Normalizer normalizer = provider.normalizer(connection);
        Schema filled = UnspecifiedAttributes.fill(
                wanted, actual, Attribute.FILLED_IN_BY_THE_SERVER, Renames.NONE, renderer::quote, true);
        Schema normal = normalizer.normalize(filled, actual, Map.of());
        return SchemaDiff.between(actual, normal, DiffOptions.on(normalizer.defaults(), renderer));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
