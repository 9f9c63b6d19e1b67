package dev.migrate;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.HostileText;
import dev.migrate.testing.Property;
import dev.migrate.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * No name and no constant escapes from its quotes, whatever the {@code sql_mode} of the session: values are stored
 * unchanged, and nothing else happens.
 */
class InjectionTest {

    private static final List<String> SQL_MODES = List.of(
            "",
            "ANSI_QUOTES",
            "NO_BACKSLASH_ESCAPES",
            "ANSI_QUOTES,NO_BACKSLASH_ESCAPES",
            "PIPES_AS_CONCAT,IGNORE_SPACE");

    /** All quoted parts of a table and a row. */
    private record Texts(
            String sqlMode,
            String table,
            String column,
            String index,
            String foreignKey,
            List<String> members,
            String defaultValue,
            String columnComment,
            String indexComment,
            String tableComment,
            String value) {

        static Texts random(Random random, boolean isOld) {
            return new Texts(
                    SQL_MODES.get(random.nextInt(SQL_MODES.size())),
                    name(random, "t", isOld),
                    name(random, "c", isOld),
                    name(random, "i", isOld),
                    name(random, "f", isOld),
                    List.of(HostileText.member(random, "1"), HostileText.member(random, "2")),
                    HostileText.any(random, 100),
                    HostileText.comment(random, 200),
                    HostileText.comment(random, 200),
                    HostileText.comment(random, 200),
                    HostileText.any(random, 500));
        }

        /** MySQL 5.7 does not support a backslash at the end of a name. */
        private static String name(Random random, String start, boolean isOld) {
            String name = HostileText.name(random, start);
            return isOld ? name.replaceAll("\\\\(?=`|\\z)", "/") : name;
        }

        /** Replaces one text after another by a plain one. */
        Stream<Texts> smaller() {
            return IntStream.range(0, 11).mapToObj(this::plain).filter(texts -> !texts.equals(this));
        }

        private Texts plain(int which) {
            return new Texts(
                    which == 0 ? "" : sqlMode,
                    which == 1 ? "t" : table,
                    which == 2 ? "c" : column,
                    which == 3 ? "i" : index,
                    which == 4 ? "f" : foreignKey,
                    which == 5 ? List.of("1", "2") : members,
                    which == 6 ? "" : defaultValue,
                    which == 7 ? "" : columnComment,
                    which == 8 ? "" : indexComment,
                    which == 9 ? "" : tableComment,
                    which == 10 ? "" : value);
        }
    }

    /** Creates the table with all attributes, a row of defaults and a row of values. */
    @Revision(id = "001")
    private static final class Create implements Migration {

        private final Texts texts;

        Create(Texts texts) {
            this.texts = texts;
        }

        @Override
        public void up(Operations op) {
            op.createTable(texts.table, t -> {
                t.column("id", integer()).autoIncrement();
                t.column(texts.column, varchar(600).collation("utf8mb4_bin"))
                        .notNull()
                        .defaultValue(texts.defaultValue)
                        .comment(texts.columnComment);
                t.column("e", enumeration(texts.members.toArray(String[]::new)).collation("utf8mb4_bin"));
                t.column("parent", integer());
                t.primaryKey("id");
                t.index(texts.index).column(texts.column).length(10).comment(texts.indexComment);
                t.foreignKey(texts.foreignKey, "parent").references(texts.table, "id");
                t.charset("utf8mb4").comment(texts.tableComment);
            });
            op.insert(texts.table, rows -> rows.columns("e").values(1).values(2));
            op.insert(texts.table, rows -> rows.columns(texts.column).values(texts.value));
        }

        @Override
        public void down(Operations op) {
            op.dropForeignKey(texts.table, texts.foreignKey);
            op.dropIndex(texts.table, texts.index);
            op.dropColumn(texts.table, texts.column);
            op.dropTable(texts.table);
        }
    }

    @DatabaseTest
    void valuesAreStoredUnchanged(TestDatabase database) {
        database.execute("CREATE TABLE sentinel (id INT PRIMARY KEY)", "INSERT INTO sentinel VALUES (1)");

        boolean isOld = database.server().version().startsWith("5.");
        Property.of(random -> Texts.random(random, isOld), Texts::smaller).holds(12, texts -> {
            Migrator migrator = Migrator.builder()
                    .dataSource(inMode(database, texts.sqlMode))
                    .migrations(new Create(texts))
                    .build();
            try {
                migrator.upgrade("head");
                check(database, texts);
                migrator.downgrade("base");
                assertThat(database.tables()).containsExactly("alembic_version", "sentinel");
                assertThat(database.column("SELECT id FROM sentinel")).containsExactly("1");
            } finally {
                clean(database);
            }
        });
    }

    private static void check(TestDatabase database, Texts texts) {
        String here = " WHERE table_schema = '" + database.name()
                + "' AND table_name NOT IN ('sentinel', 'alembic_version', 'alembic_version_journal')";
        assertThat(database.query("SELECT table_name, table_comment FROM information_schema.tables" + here))
                .containsExactly(List.of(texts.table, texts.tableComment));
        assertThat(database.query("SELECT column_name, column_comment FROM information_schema.columns" + here
                        + " ORDER BY ordinal_position"))
                .containsExactly(
                        List.of("id", ""),
                        List.of(texts.column, texts.columnComment),
                        List.of("e", ""),
                        List.of("parent", ""));
        assertThat(database.query(
                        "SELECT index_name, column_name, index_comment FROM information_schema.statistics" + here))
                .contains(List.of(texts.index, texts.column, texts.indexComment));
        assertThat(database.query("SELECT constraint_name FROM information_schema.table_constraints" + here
                        + " AND constraint_type = 'FOREIGN KEY'"))
                .containsExactly(List.of(texts.foreignKey));
        assertThat(database.query("SELECT * FROM `" + texts.table.replace("`", "``") + "` ORDER BY id"))
                .extracting(row -> row.get(1), row -> row.get(2))
                .containsExactly(
                        tuple(texts.defaultValue, texts.members.get(0)),
                        tuple(texts.defaultValue, texts.members.get(1)),
                        tuple(texts.value, null));
    }

    /** The connections of this data source start in a mode for which the migration was not written. */
    private static DataSource inMode(TestDatabase database, String sqlMode) {
        String variables = URLEncoder.encode("sql_mode='" + sqlMode + "'", StandardCharsets.UTF_8);
        return TestDatabase.dataSource(database.url() + "&sessionVariables=" + variables);
    }

    /** So that a failed case does not affect its simplified versions. */
    private static void clean(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String table : database.tables().stream()
                    .filter(name -> !"sentinel".equals(name))
                    .map(String::valueOf)
                    .toList()) {
                statement.execute("DROP TABLE `" + table.replace("`", "``") + "`");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
