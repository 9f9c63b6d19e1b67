package dev.migrate.internal.flyway;

import dev.migrate.internal.codegen.ImportedText;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares Flyway's history table with the files of an import. Reads only. Used once. */
public final class FlywayHistory {

    private final ImportPlan plan;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Row> applied = new LinkedHashMap<>();
    private @Nullable FlywayVersion baseline;

    private FlywayHistory(ImportPlan plan) {
        this.plan = plan;
    }

    private record Row(
            @Nullable String version,
            String type,
            String script,
            @Nullable Integer checksum,
            boolean isDone) {}

    /**
     * Compares the table with the files.
     *
     * @param connection a connection to the database
     * @param table the name of the table, quoted
     * @throws SQLException if the table cannot be read
     */
    public static ImportState compare(ImportPlan plan, Connection connection, String table) throws SQLException {
        FlywayHistory history = new FlywayHistory(plan);
        history.read(connection, table);
        return history.state();
    }

    private void read(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT version, type, script, checksum, success FROM " + table + " ORDER BY installed_rank")) {
            while (rows.next()) {
                int checksum = rows.getInt(4);
                Integer stored = rows.wasNull() ? null : checksum;
                add(new Row(rows.getString(1), rows.getString(2), rows.getString(3), stored, rows.getBoolean(5)));
            }
        }
    }

    private void add(Row row) {
        String version = row.version();
        if (!row.isDone()) {
            problems.add(
                    "The migration " + row.script() + " has failed according to Flyway. Repair it with Flyway first.");
        } else if (row.type().equals("BASELINE") && version != null) {
            baseline = FlywayVersion.of(version);
        } else if (version == null && !row.type().equals("SCHEMA")) {
            applied.put(row.script(), row);
        } else if (version != null
                && (row.type().startsWith("UNDO") || row.type().equals("DELETE"))) {
            applied.remove(key(version));
        } else if (version != null) {
            applied.put(key(version), row);
        }
    }

    private static String key(String version) {
        return FlywayVersion.of(version).numbers().toString();
    }

    private ImportState state() {
        List<String> revisions = new ArrayList<>();
        ImportPlan.File missing = null;
        for (ImportPlan.File file : plan.files()) {
            Row row = applied.remove(keyOf(file));
            boolean isApplied = row != null || isInBaseline(file);
            if (row != null) {
                compare(file, row);
            }
            if (file.isRepeatable()) {
                addRepeatable(file, isApplied);
            } else if (isApplied && missing == null) {
                revisions.add(file.revision().id());
            } else if (isApplied) {
                addGap(file, missing);
            } else if (missing == null) {
                missing = file;
            }
        }
        applied.values()
                .forEach(row ->
                        problems.add("Flyway has applied " + row.script() + ", but the folder does not contain it."));
        return new ImportState(revisions, problems, remarks);
    }

    private static String keyOf(ImportPlan.File file) {
        return file.isRepeatable() ? file.name() : key(file.name());
    }

    private boolean isInBaseline(ImportPlan.File file) {
        return baseline != null
                && !file.isRepeatable()
                && FlywayVersion.of(file.name()).compareTo(baseline) <= 0;
    }

    private void compare(ImportPlan.File file, Row row) {
        if (file.checksum() != null
                && row.checksum() != null
                && !file.checksum().equals(row.checksum())) {
            String problem = file.original() + " has changed since Flyway applied it: its checksum is "
                    + file.checksum() + ", that of the history " + row.checksum() + ".";
            (file.isRepeatable() ? remarks : problems).add(problem);
        }
    }

    private void addRepeatable(ImportPlan.File file, boolean isApplied) {
        if (isApplied) {
            remarks.add(ImportedText.runsAgain(file.original()));
        }
    }

    private void addGap(ImportPlan.File file, ImportPlan.@Nullable File missing) {
        if (missing != null) {
            problems.add("Flyway has applied " + file.original() + ", but not " + missing.original()
                    + " before it. Apply it with Flyway first.");
        }
    }
}
