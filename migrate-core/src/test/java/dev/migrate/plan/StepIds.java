package dev.migrate.plan;

import java.util.stream.Collectors;

/** The revisions that a plan runs, in the short form that the tables of tests use. */
final class StepIds {

    private StepIds() {}

    static String of(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).collect(Collectors.joining(" "));
    }
}
