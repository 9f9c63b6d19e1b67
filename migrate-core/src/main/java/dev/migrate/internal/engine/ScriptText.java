package dev.migrate.internal.engine;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Plan;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.DdlAdvisor;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ScriptFrame;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SessionUse.Trait;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;

/** Writes a script for the command-line client. Used once. */
final class ScriptText {

    private final ScriptFrame frame;
    private final ServerVersion server;
    private final HistoryStore store;
    private final ScriptDialect dialect;
    private final DdlAdvisor advisor;
    /** The statements of migrations so far, without clauses. */
    private final List<String> earlier = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();
    /** The settings for the last statement. */
    private List<String> adapted = List.of();
    /** Whether the current step may have changed settings. */
    private boolean isChanging;

    private boolean isSessionChanged;

    ScriptText(Database database, ServerVersion server) {
        DatabaseProvider provider = DatabaseProviders.forServer(server);
        this.server = server;
        dialect = provider.scriptDialect(server);
        advisor = provider.ddlAdvisor();
        store = provider.historyStore(database.versionTable());
        frame = provider.scriptFrame(
                server,
                database.versionTable(),
                database.options().lockTimeout(),
                database.options().tableTimeout());
    }

    void begin(Plan plan, Direction direction, List<String> unrelated, List<String> repeatables) {
        boolean isUp = direction == Direction.UP;
        comment((isUp ? "Upgrade" : "Downgrade") + " from " + ids(plan.rowsBefore()) + " to " + ids(plan.rowsAfter())
                + ", for " + server + ". Written by Migrate.");
        if (!repeatables.isEmpty()) {
            comment("Repeatable migrations are not part of a script: " + String.join(", ", repeatables) + ".");
            comment(
                    isUp
                            ? "Run \"migrate upgrade\" after the script: it executes them, and records their texts."
                            : "Only \"migrate downgrade\" restores their former texts, or drops what they created.");
        }
        if (plan.steps().isEmpty()) {
            comment("There is nothing to do.");
            return;
        }
        comment("The command-line client runs it, and stops at the first error: " + dialect.clientCommand());
        comment("Never with --force.");
        paragraph();
        frame.begin().forEach(this::statement);
        frame.settings().forEach(this::statement);
        paragraph();
        if (plan.rowsBefore().isEmpty()) {
            statement(store.versionTableSql());
            paragraph();
        }
        comment("Waits for runs of Migrate, and fails unless the database is at " + ids(plan.rowsBefore()) + ".");
        frame.guard(plan.rowsBefore(), unrelated).forEach(this::statement);
    }

    void step(PreparedStep prepared) {
        RevisionNode revision = prepared.step().revision();
        String parents = String.join(", ", revision.parents());
        boolean isUp = prepared.step().direction() == Direction.UP;
        paragraph();
        comment("Running "
                + (isUp
                        ? "upgrade " + parents + " -> " + revision.id()
                        : "downgrade " + revision.id() + " -> " + parents)
                + (revision.message().isEmpty() ? "" : ", " + revision.message()));
        if (isSessionChanged) {
            paragraph();
            frame.settings().forEach(this::statement);
            adapted = List.of();
        }
        if (prepared.limits().dependsOnRows()) {
            comment("The limit of " + prepared.limits().rows()
                    + " rows is not enforced: a script does not read the size of a table.");
        }
        for (PlannedStatement statement : prepared.statements()) {
            paragraph();
            adapt(statement.sessionUse());
            statements(statement, limited(statement, prepared)).forEach(this::statement);
            earlier.add(statement.text());
        }
        paragraph();
        for (RowChange change : prepared.step().rowChanges()) {
            statement(store.sql(change));
        }
        statement("COMMIT");
        isSessionChanged = prepared.mayChangeSession();
        isChanging = false;
    }

    private String limited(PlannedStatement statement, PreparedStep step) {
        return advisor.scriptForm(server, earlier, statement.text(), step.limits())
                .orElseThrow(() -> InvalidMigrationException.offlineSqlUnsupported(
                        step.step().revision().id(),
                        "No form of a statement is within the limits " + step.limits() + ": "
                                + DatabaseProviders.forServer(server).maskSecrets(statement.text()) + ".",
                        "Write the migration differently, or give it limits of its own with @LimitDdl, or"
                                + " \"-- limit-ddl:\" in an SQL file.",
                        null));
    }

    private List<String> statements(PlannedStatement statement, String sql) {
        if (statement.sessionUse().has(Trait.NEEDS_AUTOCOMMIT)) {
            return frame.withAutocommit(sql);
        }
        return statement.sessionUse().has(Trait.NEEDS_EXPLICIT_DEFAULTS)
                ? frame.withExplicitDefaults(sql)
                : List.of(sql);
    }

    private void adapt(SessionUse use) {
        List<String> settings = frame.adapt(use);
        if (!isChanging && !settings.equals(adapted)) {
            settings.forEach(this::statement);
            adapted = settings;
        }
        isChanging |= use.has(Trait.CHANGES_SETTINGS) || use.has(Trait.ASSIGNS_ANYTHING);
    }

    void end(Plan plan) {
        if (!plan.steps().isEmpty()) {
            paragraph();
            frame.end().forEach(this::statement);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void statement(String sql) {
        text.append(dialect.clientText(sql)).append('\n');
    }

    /** Ids and messages may contain any characters, but a comment ends at the end of the line. */
    private void comment(String words) {
        text.append("-- ")
                .append(words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .append('\n');
    }

    private void paragraph() {
        text.append('\n');
    }

    private static String ids(List<String> ids) {
        return ids.isEmpty() ? "base" : String.join(", ", ids);
    }
}
