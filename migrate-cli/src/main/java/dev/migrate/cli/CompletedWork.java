package dev.migrate.cli;

import dev.migrate.event.CompletedStep;
import dev.migrate.event.RunListener;
import dev.migrate.source.WrittenMigration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what a command has completed, for the report of a failure. */
final class CompletedWork implements RunListener {

    private @Nullable String database;
    private boolean isVersionTableCreated;
    /** By direction and revision: a step whose completion was lost with the connection is completed twice. */
    private final Map<String, CompletedStep> steps = new LinkedHashMap<>();

    private final List<WrittenMigration> written = new ArrayList<>();

    @Override
    public void databaseCreated(String name) {
        database = name;
    }

    @Override
    public void versionTableCreated() {
        isVersionTableCreated = true;
    }

    @Override
    public void stepDone(CompletedStep step) {
        steps.put(step.direction() + " " + step.revision().id(), step);
    }

    /** Adds new files, after which the command continues. */
    void written(List<WrittenMigration> migrations) {
        written.addAll(migrations);
    }

    /** The name of the database that was created. */
    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    boolean isVersionTableCreated() {
        return isVersionTableCreated;
    }

    List<CompletedStep> steps() {
        return new ArrayList<>(steps.values());
    }

    List<WrittenMigration> written() {
        return List.copyOf(written);
    }
}
