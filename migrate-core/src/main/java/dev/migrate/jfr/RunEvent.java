package dev.migrate.jfr;

import dev.migrate.event.EndedRun;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A run in a recording. */
@Name("dev.migrate.Run")
@Label("Migration Run")
@Category("Migrate")
@Description("An upgrade or a downgrade")
@StackTrace(false)
final class RunEvent extends Event {

    @Label("Direction")
    String direction = "";

    @Label("Targets")
    String targets = "";

    @Label("Completed Steps")
    int steps;

    @Label("Resumption")
    @Description("Whether the run continued an interrupted step")
    boolean resumption;

    @Label("Failure")
    @Description("The type of the exception, or empty")
    String failure = "";

    void commit(EndedRun run) {
        direction = run.start().direction().toString();
        targets = String.join(" ", run.start().targets());
        steps = run.steps().size();
        resumption = run.isResumption();
        failure = run.failure() == null ? "" : run.failure().getClass().getName();
        commit();
    }
}
