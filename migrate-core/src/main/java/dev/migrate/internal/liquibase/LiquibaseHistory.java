package dev.migrate.internal.liquibase;

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

/** Compares Liquibase's table of applied changesets with an import. Reads only. Used once. */
public final class LiquibaseHistory {

    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    /** The names of the applied changesets by their keys, in the order in which they were applied. */
    private final Map<String, String> applied = new LinkedHashMap<>();

    private LiquibaseHistory() {}

    /**
     * Compares the table with the files.
     *
     * @param connection a connection to the database
     * @param table the name of the table, quoted
     * @throws SQLException if the table cannot be read
     */
    public static ImportState compare(ImportPlan plan, Connection connection, String table) throws SQLException {
        LiquibaseHistory history = new LiquibaseHistory();
        history.read(connection, table);
        return history.state(plan);
    }

    private void read(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT ID, AUTHOR, FILENAME, EXECTYPE FROM " + table + " ORDER BY ORDEREXECUTED")) {
            while (rows.next()) {
                String name = rows.getString(3) + "::" + rows.getString(1) + "::" + rows.getString(2);
                String type = rows.getString(4);
                if (type.equals("FAILED")) {
                    problems.add("The changeset " + name + " has failed according to Liquibase. Repair it first.");
                } else if (type.equals("MARK_RAN")) {
                    remarks.add(name + " has not run in this database: Liquibase has only marked it as executed.");
                }
                applied.put(Changeset.key(rows.getString(3), rows.getString(1), rows.getString(2)), name);
            }
        }
    }

    private ImportState state(ImportPlan plan) {
        List<String> revisions = new ArrayList<>();
        List<ImportPlan.File> missing = new ArrayList<>();
        List<String> order = new ArrayList<>(applied.keySet());
        int last = -1;
        for (ImportPlan.File file : plan.files()) {
            String key = Changeset.key(file.name());
            boolean isApplied = applied.remove(key) != null;
            if (file.isRepeatable()) {
                remarks.addAll(isApplied ? List.of(ImportedText.runsAgain(file.name())) : List.of());
                continue;
            }
            if (!isApplied) {
                missing.add(file);
                continue;
            }
            if (order.indexOf(key) < last) {
                remarks.add("Liquibase has applied " + file.name() + " earlier than the changelog says.");
            }
            last = Math.max(last, order.indexOf(key));
            missing.forEach(before -> addGap(before, file));
            missing.forEach(before -> revisions.add(before.revision().id()));
            missing.clear();
            revisions.add(file.revision().id());
        }
        applied.values()
                .forEach(name ->
                        problems.add("Liquibase has applied " + name + ", but the changelog does not contain it."));
        if (!revisions.isEmpty()) {
            remarks.add("The checksums in Liquibase's table are not compared.");
        }
        return new ImportState(revisions, problems, remarks);
    }

    private void addGap(ImportPlan.File before, ImportPlan.File applied) {
        if (before.isOptional()) {
            remarks.add(
                    before.name() + " is restricted to contexts or labels and has not run in this database. It will be"
                            + " recorded as applied.");
        } else {
            problems.add("Liquibase has applied " + applied.name() + ", but not " + before.name()
                    + " before it. Apply it with Liquibase first.");
        }
    }
}
