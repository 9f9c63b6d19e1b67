package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlModes;
import dev.migrate.provider.ScriptFrame;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SessionUse.Trait;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements around the steps of an offline script for MySQL and MariaDB.
 *
 * @param server the server of the script
 * @param versionTable the name of the version table
 * @param lockTimeout how long the script waits for the migration lock
 * @param tableTimeout how long a statement waits for a table in use
 */
public record MySqlScriptFrame(ServerVersion server, String versionTable, Duration lockTimeout, Duration tableTimeout)
        implements ScriptFrame {

    private static final String TIME_ZONE = "time_zone";
    private static final String SQL_MODE = "sql_mode";
    private static final String HANDWRITTEN_MODE = "@migrate_handwritten_mode";
    private static final String RENDERED_MODE = "@migrate_rendered_mode";
    private static final String EXPLICIT_DEFAULTS = "explicit_defaults_for_timestamp";

    /**
     * There is no IF outside of stored programs, but the error for a missing table contains its name: 64 characters.
     */
    private static final String IN_USE = "another run is migrating this database; nothing was changed";

    private static final String UNEXPECTED = "the database is not at the revision that this script expects";

    @Override
    public List<String> begin() {
        return List.of("SET "
                + variables().map(name -> saved(name) + " = @@SESSION." + name).collect(Collectors.joining(", ")));
    }

    @Override
    public List<String> settings() {
        Map<String, String> wanted = SessionSettings.ofScript(tableTimeout);
        wanted.put(TIME_ZONE, saved(TIME_ZONE));
        return List.of(
                "SET NAMES utf8mb4",
                SessionSettings.sql(wanted),
                "SET " + HANDWRITTEN_MODE + " = " + SqlModes.sqlOfHandwritten(saved(SQL_MODE)),
                "SET " + RENDERED_MODE + " = " + SqlModes.sqlOfRendered(HANDWRITTEN_MODE));
    }

    @Override
    public List<String> adapt(SessionUse use) {
        return List.of(
                SessionSettings.sql(Map.of(SQL_MODE, use.has(Trait.HANDWRITTEN) ? HANDWRITTEN_MODE : RENDERED_MODE)));
    }

    @Override
    public List<String> guard(List<String> expected, List<String> allowed) {
        String table = Quoting.name(versionTable);
        String missing = expected.isEmpty() ? "0 = 1" : count(table, "IN", expected) + " <> " + expected.size();
        List<String> all = Stream.concat(expected.stream(), allowed.stream()).toList();
        String unexpected =
                (all.isEmpty() ? "(SELECT COUNT(*) FROM " + table + ")" : count(table, "NOT IN", all)) + " > 0";
        return List.of(
                "SET @migrate_lock = " + LockName.sql(versionTable),
                "SET @migrate_has_lock = GET_LOCK(@migrate_lock, " + lockTimeout.toSeconds() + ")",
                "SET @migrate_start = CASE\n  WHEN COALESCE(@migrate_has_lock, 0) <> 1 THEN " + failure(IN_USE)
                        + "\n  WHEN " + missing + "\n    OR " + unexpected + " THEN " + failure(UNEXPECTED)
                        + "\n  ELSE 'DO 0' END",
                "PREPARE migrate_start FROM @migrate_start",
                "EXECUTE migrate_start",
                "DEALLOCATE PREPARE migrate_start");
    }

    @Override
    public List<String> withAutocommit(String sql) {
        return List.of("SET autocommit = 1", sql, "SET autocommit = 0");
    }

    /** MySQL 5.7 does not change the setting in a transaction; the statement would commit it anyway. */
    @Override
    public List<String> withExplicitDefaults(String sql) {
        if (Capability.EXPLICIT_DEFAULTS.isIn(server)) {
            return List.of(sql);
        }
        String saved = saved(EXPLICIT_DEFAULTS);
        return List.of(
                "COMMIT",
                "SET " + saved + " = @@SESSION." + EXPLICIT_DEFAULTS + ", SESSION " + EXPLICIT_DEFAULTS + " = 1",
                sql,
                "SET SESSION " + EXPLICIT_DEFAULTS + " = " + saved);
    }

    @Override
    public List<String> end() {
        Map<String, String> back = new TreeMap<>();
        variables().forEach(name -> back.put(name, saved(name)));
        return List.of("DO RELEASE_LOCK(@migrate_lock)", SessionSettings.sql(back));
    }

    private Stream<String> variables() {
        return Stream.of(SessionSettings.ofScript(tableTimeout).keySet(), SessionSettings.KEPT, List.of(SQL_MODE))
                .flatMap(Collection::stream)
                .sorted();
    }

    private static String saved(String variable) {
        return "@migrate_before_" + variable;
    }

    private String count(String table, String operator, List<String> ids) {
        return "(SELECT COUNT(*) FROM " + table + " WHERE version_num " + operator
                + ids.stream().map(Quoting::text).collect(Collectors.joining(", ", " (", ")")) + ")";
    }

    private String failure(String message) {
        return Quoting.text("SELECT 1 FROM " + Quoting.name(message));
    }
}
