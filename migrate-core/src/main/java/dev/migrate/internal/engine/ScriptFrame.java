package dev.migrate.internal.engine;

import dev.migrate.provider.SqlRenderer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands around the steps of a script that somebody else will run: it makes the script as careful as a run is.
 * Immutable.
 *
 * @param versions the version table
 * @param renderer the dialect of the server
 * @param options how long to wait
 */
public record ScriptFrame(VersionTable versions, SqlRenderer renderer, RunOptions options) {

    private static final String TIME_ZONE = "time_zone";

    /** The servers have no IF outside of programs, but name a table that they miss: 64 characters at most. */
    private static final String IN_USE = "another run is at work on this database; nothing was changed";

    private static final String ELSEWHERE = "this script does not start where the database stands";

    /**
     * Remembers the settings of the session.
     *
     * @return the statements
     */
    public List<String> begin() {
        return List.of("SET "
                + variables()
                        .map(name -> remembered(name) + " = @@SESSION." + name)
                        .collect(Collectors.joining(", ")));
    }

    /**
     * Gives the session the settings that the statements are written for.
     *
     * @return the statements
     */
    public List<String> settings() {
        Map<String, String> wanted = SessionSettings.ofScript(renderer, options.tableTimeout());
        wanted.put(TIME_ZONE, remembered(TIME_ZONE));
        return List.of("SET NAMES utf8mb4", SessionSettings.sql(wanted));
    }

    /**
     * Keeps runners away, and fails unless the version table holds what it has to.
     *
     * @param rows the ids that it has to hold
     * @param besides the ids that it may hold beside them
     * @return the statements
     */
    public List<String> guard(List<String> rows, List<String> besides) {
        String table = renderer.quote(versions.name());
        String missing = rows.isEmpty() ? "0 = 1" : count(table, "IN", rows) + " <> " + rows.size();
        List<String> allowed = Stream.concat(rows.stream(), besides.stream()).toList();
        String tooMany =
                (allowed.isEmpty() ? "(SELECT COUNT(*) FROM " + table + ")" : count(table, "NOT IN", allowed)) + " > 0";
        return List.of(
                "SET @migrate_lock = " + LockName.sql(versions.name()),
                "SET @migrate_has_lock = GET_LOCK(@migrate_lock, "
                        + options.lockTimeout().toSeconds() + ")",
                "SET @migrate_start = CASE\n  WHEN COALESCE(@migrate_has_lock, 0) <> 1 THEN " + failure(IN_USE)
                        + "\n  WHEN " + missing + "\n    OR " + tooMany + " THEN " + failure(ELSEWHERE)
                        + "\n  ELSE 'DO 0' END",
                "PREPARE migrate_start FROM @migrate_start",
                "EXECUTE migrate_start",
                "DEALLOCATE PREPARE migrate_start");
    }

    /**
     * Lets the next runner in, and gives the session its settings back.
     *
     * @return the statements
     */
    public List<String> end() {
        Map<String, String> back = new TreeMap<>();
        variables().forEach(name -> back.put(name, remembered(name)));
        return List.of("DO RELEASE_LOCK(@migrate_lock)", SessionSettings.sql(back));
    }

    private Stream<String> variables() {
        return Stream.concat(
                        SessionSettings.ofScript(renderer, options.tableTimeout()).keySet().stream(),
                        SessionSettings.KEPT.stream())
                .sorted();
    }

    private static String remembered(String variable) {
        return "@migrate_before_" + variable;
    }

    private String count(String table, String operator, List<String> ids) {
        return "(SELECT COUNT(*) FROM " + table + " WHERE version_num " + operator
                + ids.stream().map(renderer::quoteText).collect(Collectors.joining(", ", " (", ")")) + ")";
    }

    private String failure(String message) {
        return renderer.quoteText("SELECT 1 FROM " + renderer.quote(message));
    }
}
