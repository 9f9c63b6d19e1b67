package dev.migrate.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule about single changes of tables that may contain rows: those that the migration itself did not create. */
interface ChangeRule extends Rule {

    Optional<Problem> check(RecordedChange change);

    @Override
    default List<Problem> check(RecordedMigration migration) {
        List<Problem> problems = new ArrayList<>();
        for (RecordedOperation operation : migration.operations()) {
            if (!operation.isOfNewTable()) {
                RecordedChange.of(operation).forEach(change -> check(change).ifPresent(problems::add));
            }
        }
        return problems;
    }
}
