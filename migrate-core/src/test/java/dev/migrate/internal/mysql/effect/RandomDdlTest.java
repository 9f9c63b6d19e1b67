package dev.migrate.internal.mysql.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.script.RawSql;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.provider.EffectCheck;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** What is read from the text of a handwritten statement agrees with what the server changes. */
@Tag("slow")
class RandomDdlTest {

    private static final long SEED = Long.getLong("migrate.seed", 20_261_130L);
    private static final int STATEMENTS = Integer.getInteger("migrate.cases", 120);

    @DatabaseTest
    void theEffectIsThatOfTheStatement(TestDatabase database) throws SQLException {
        int executed = 0;
        try (Connection connection = database.dataSource().getConnection();
                Statement jdbc = connection.createStatement()) {
            SqlSyntax syntax = new SqlSyntax(false, true, isMariaDb(connection));
            jdbc.execute("SET SESSION group_concat_max_len = 1000000");
            RandomDdl ddl = new RandomDdl(SEED);
            for (int i = 0; i < STATEMENTS; i++) {
                String sql = ddl.next();
                EffectCheck check = RawSql.statement(sql, syntax).effectCheck();
                Map<String, String> before = definitions(jdbc);
                @Nullable String stateBefore = scalar(jdbc, check.state());
                @Nullable String effectBefore = scalar(jdbc, check.effect());
                String as = sql + " (" + check.kind() + ", statement " + i + " of seed " + SEED + ")";
                try {
                    jdbc.execute(sql);
                } catch (SQLException e) {
                    assertThat(definitions(jdbc)).as(as).isEqualTo(before);
                    continue;
                }
                executed++;
                assertEffect(jdbc, check, before, stateBefore, effectBefore, as);
            }
        }
        assertThat(executed).isGreaterThan(STATEMENTS / 12);
    }

    private static void assertEffect(
            Statement jdbc,
            EffectCheck check,
            Map<String, String> before,
            @Nullable String stateBefore,
            @Nullable String effectBefore,
            String as)
            throws SQLException {
        Map<String, String> after = definitions(jdbc);
        @Nullable String stateAfter = scalar(jdbc, check.state());
        @Nullable String effectAfter = scalar(jdbc, check.effect());
        boolean hasChanged = !after.equals(before);
        switch (check.kind()) {
            case STATE_COMPARISON -> {
                assertThat(effectAfter).as(as).isEqualTo("1");
                assertThat(!Objects.equals(stateAfter, stateBefore)).as(as).isEqualTo(hasChanged);
            }
            case SELF_EVIDENT -> {
                assertThat(effectBefore).as(as).isNull();
                assertThat(effectAfter).as(as).isEqualTo("1");
            }
            case RELOCATION -> assertThat(effectAfter).as(as).isEqualTo(stateBefore);
            case IDEMPOTENT, NONE -> throw new AssertionError("not recognized: " + as);
        }
        if (!check.subject().isEverything()) {
            assertThat(check.subject().things().keySet()).as(as).containsAll(changed(before, after));
        }
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        Set<String> keys = new TreeSet<>();
        names.forEach(name -> keys.add(name.toLowerCase(Locale.ROOT)));
        return keys;
    }

    /** By name. */
    private static Map<String, String> definitions(Statement jdbc) throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        Set<String> tables = new TreeSet<>();
        try (ResultSet rows = jdbc.executeQuery("SELECT TABLE_NAME, VIEW_DEFINITION FROM information_schema.TABLES"
                + " LEFT JOIN information_schema.VIEWS USING (TABLE_SCHEMA, TABLE_NAME)"
                + " WHERE TABLE_SCHEMA = DATABASE()")) {
            while (rows.next()) {
                String view = rows.getString(2);
                if (view == null) {
                    tables.add(rows.getString(1));
                } else {
                    definitions.put(rows.getString(1), view);
                }
            }
        }
        for (String table : tables) {
            try (ResultSet definition = jdbc.executeQuery("SHOW CREATE TABLE `" + table + "`")) {
                definition.next();
                definitions.put(table, definition.getString(2));
            }
        }
        return definitions;
    }

    private static @Nullable String scalar(Statement jdbc, String expression) throws SQLException {
        try (ResultSet result = jdbc.executeQuery("SELECT (" + expression + ")")) {
            result.next();
            return result.getString(1);
        }
    }

    private static boolean isMariaDb(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    }
}
