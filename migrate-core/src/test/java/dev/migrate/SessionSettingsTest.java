package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.internal.engine.SingleConnectionDataSource;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Settings of a session that change how a run is executed, and settings that a migration changes. */
class SessionSettingsTest {

    private static final String TEXT = "\u00e9 \u4e2d\u6587 \ud83d\ude00";

    /** Their values change by themselves, or are computed from others. */
    private static final Set<String> VOLATILE = Set.of(
            "error_count",
            "gtid_binlog_pos",
            "gtid_binlog_state",
            "gtid_current_pos",
            "gtid_executed",
            "identity",
            "insert_id",
            "last_insert_id",
            "rand_seed1",
            "rand_seed2",
            "statement_id",
            "timestamp",
            "warning_count");

    /**
     * A run cannot record its outcome after these, and fails: the server commits each statement, discards rows, refuses to
     * write them, or does not log them.
     */
    private static final Set<String> HARMFUL = Set.of(
            "autocommit",
            "binlog_format",
            "gtid_next",
            "pseudo_slave_mode",
            "pseudo_replica_mode",
            "pseudo_thread_id",
            "require_row_format",
            "sql_log_bin",
            "transaction_read_only",
            "tx_read_only",
            "session_track_transaction_info",
            "skip_replication",
            "use_secondary_engine",
            "wsrep_on");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Settings of a client, in the SQL of the server. */
    private static final List<String> CLIENT_SETTINGS = List.of(
            "completion_type = 'RELEASE'",
            "completion_type = 'CHAIN'",
            "foreign_key_checks = 0",
            "group_concat_max_len = 4",
            "sql_auto_is_null = 1",
            "sql_mode = ''",
            "sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'",
            "sql_notes = 0",
            "sql_quote_show_create = 0",
            "sql_safe_updates = 1",
            "sql_select_limit = 1",
            "time_zone = '+05:30'",
            "unique_checks = 0",
            "collation_connection = 'latin1_swedish_ci'",
            "character_set_client = 'utf8'",
            "character_set_results = 'latin1'");

    @Revision(id = "1", message = "tables and rows")
    static final class Tables implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("parent", t -> {
                t.column("id", integer()).notNull();
                t.column("name", varchar(20)).notNull().defaultValue(TEXT);
                t.primaryKey("id");
            });
            op.createTable("child", t -> {
                t.column("id", integer()).notNull();
                t.column("parent_id", integer());
                t.primaryKey("id");
                t.foreignKey("fk_child_parent", "parent_id").references("parent", "id");
            });
            op.insert(
                    "parent", rows -> rows.columns("id", "name").values(1, TEXT).values(2, "b"));
            op.execute("DELETE FROM parent WHERE name = 'b'");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("child");
            op.dropTable("parent");
        }
    }

    @Revision(id = "1", message = "change settings")
    static final class Careless implements Migration {
        @Override
        public void up(Operations op) {
            op.scriptText("""
                    CREATE TABLE a (id INT PRIMARY KEY, n INT);
                    SET SESSION default_storage_engine = MyISAM;
                    SET SESSION sql_safe_updates = 1, timestamp = 1;
                    """);
        }
    }

    @Revision(id = "2", parents = "1", message = "depend on the settings")
    static final class Next implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("b", t -> t.column("id", integer()));
            op.execute("UPDATE a SET n = 1");
            op.execute("INSERT INTO b VALUES (UNIX_TIMESTAMP() > 1000)");
        }
    }

    /** Changes every setting that the session lets it change. */
    @Revision(id = "1", message = "change every setting")
    static final class ChangeAll implements Migration {
        private final Map<String, String> before = new TreeMap<>();
        private final List<String> changed = new ArrayList<>();

        @Override
        public void up(Operations op) {
            op.run("change every setting", connection -> {
                before.putAll(variables(connection));
                for (Map.Entry<String, String> variable : before.entrySet()) {
                    @Nullable String other = other(variable.getValue());
                    if (other != null && !HARMFUL.contains(variable.getKey())) {
                        change(connection, variable.getKey(), other);
                    }
                }
            });
        }

        private void change(Connection connection, String name, String value) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION " + name + " = " + value);
                changed.add(name);
            } catch (SQLException e) {
                // A global variable, or one that must not have this value.
            }
        }

        private static @Nullable String other(String value) {
            if (value.equals("ON") || value.equals("OFF")) {
                return value.equals("ON") ? "OFF" : "ON";
            }
            return NUMBER.matcher(value).matches() && value.length() < 18
                    ? String.valueOf(Long.parseLong(value) + 1024)
                    : null;
        }
    }

    @Revision(id = "2", parents = "1", message = "read every setting")
    static final class ReadAll implements Migration {
        private final Map<String, String> seen = new TreeMap<>();

        @Override
        public void up(Operations op) {
            op.run("read every setting", connection -> seen.putAll(variables(connection)));
        }
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        Map<String, String> variables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW SESSION VARIABLES")) {
            while (result.next()) {
                if (!VOLATILE.contains(result.getString(1))) {
                    variables.put(result.getString(1), result.getString(2));
                }
            }
        }
        return variables;
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, String> variable : before.entrySet()) {
            String now = after.get(variable.getKey());
            if (!variable.getValue().equals(now)) {
                differences.add(variable + " became " + now);
            }
        }
        return differences;
    }

    private static DataSource with(TestDatabase database, String parameters) {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl(database.url() + "&" + parameters);
        return dataSource;
    }

    private static MigratorBuilder migrator(DataSource dataSource, Migration... migrations) {
        return Migrator.builder().dataSource(dataSource).migrations(migrations);
    }

    @DatabaseTest
    void settingsOfAMigrationDoNotReachTheNextOne(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Map<String, String> before = variables(connection);

            migrator(new SingleConnectionDataSource(connection), new Careless(), new Next())
                    .build()
                    .upgrade("head");

            assertThat(differences(before, variables(connection))).isEmpty();
        }
        assertThat(database.column("SELECT engine FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_name = 'b'"))
                .containsExactly("InnoDB");
        assertThat(database.column("SELECT id FROM b")).containsExactly("1");
    }

    @DatabaseTest
    void everySettingThatAMigrationChangesIsRestored(TestDatabase database) throws SQLException {
        ChangeAll change = new ChangeAll();
        ReadAll read = new ReadAll();
        try (Connection connection = database.dataSource().getConnection()) {
            Map<String, String> before = variables(connection);

            migrator(new SingleConnectionDataSource(connection), change, read)
                    .build()
                    .upgrade("head");

            assertThat(change.changed).hasSizeGreaterThan(60);
            assertThat(differences(change.before, read.seen)).isEmpty();
            assertThat(differences(before, variables(connection))).isEmpty();
        }
    }

    @DatabaseTest
    void settingsOfAFailedMigrationAreRestored(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Map<String, String> before = variables(connection);
            Migrator migrator = migrator(new SingleConnectionDataSource(connection), new FailsAfterSet())
                    .build();

            assertThatThrownBy(() -> migrator.upgrade("head")).hasMessageContaining("missing_table");

            assertThat(differences(before, variables(connection))).isEmpty();
        }
    }

    @Revision(id = "1", message = "fail after a setting")
    static final class FailsAfterSet implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("SET SESSION sql_safe_updates = 1, default_week_format = 3");
            op.execute("DELETE FROM missing_table");
        }
    }

    @DatabaseTest
    void settingsOfTheClientDoNotChangeARun(TestDatabase database) throws SQLException {
        Migrator reference = migrator(database.dataSource(), new Tables()).build();
        reference.upgrade("head");
        List<String> expected = definitions(database);
        reference.downgrade("base");
        for (String setting : CLIENT_SETTINGS) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION " + setting);
                Map<String, String> before = variables(connection);
                Migrator migrator = migrator(new SingleConnectionDataSource(connection), new Tables())
                        .build();

                migrator.upgrade("head");

                assertThat(definitions(database)).as(setting).isEqualTo(expected);
                assertThat(database.column("SELECT name FROM parent"))
                        .as(setting)
                        .containsExactly(TEXT);
                migrator.downgrade("base");
                assertThat(differences(before, variables(connection)))
                        .as(setting)
                        .isEmpty();
            }
        }
    }

    private static List<String> definitions(TestDatabase database) {
        return database.column(
                "SELECT CONCAT_WS(' ', table_name, column_name, column_type, is_nullable, column_default,"
                        + " character_set_name) FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND table_name IN ('parent', 'child') ORDER BY 1");
    }

    @DatabaseTest
    void encodingsOtherThanUtf8AreRefused(TestDatabase database) {
        for (String parameters : List.of(
                "characterEncoding=ISO-8859-1",
                "useUnicode=true&characterEncoding=GBK",
                "characterEncoding=US-ASCII",
                "connectionCollation=latin1_swedish_ci",
                "characterEncoding=ISO-8859-1&sessionVariables=collation_connection=utf8mb4_bin",
                "characterEncoding=ISO-8859-1&sessionVariables=character_set_client=utf8mb4")) {
            Migrator migrator =
                    migrator(with(database, parameters), new Tables()).build();

            assertThatThrownBy(() -> migrator.upgrade("head"))
                    .as(parameters)
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("does not transfer text as UTF-8")
                    .hasMessageContaining("Remove characterEncoding and connectionCollation from the JDBC URL");
            assertThat(database.tables()).isEmpty();
        }
    }

    @DatabaseTest
    void encodingsThatHoldEveryCharacterAreAccepted(TestDatabase database) {
        for (String parameters : List.of("characterEncoding=UTF-8", "connectionCollation=utf8mb4_bin")) {
            Migrator migrator =
                    migrator(with(database, parameters), new Tables()).build();

            migrator.upgrade("head");

            assertThat(database.column("SELECT name FROM parent"))
                    .as(parameters)
                    .containsExactly(TEXT);
            migrator.downgrade("base");
        }
    }
}
