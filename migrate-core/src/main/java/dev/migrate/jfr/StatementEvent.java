package dev.migrate.jfr;

import dev.migrate.plan.Step;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A statement in a recording. */
@Name("dev.migrate.Statement")
@Label("Migration Statement")
@Category("Migrate")
@Description("A statement of a migration")
@StackTrace(false)
final class StatementEvent extends Event {

    @Label("Direction")
    String direction;

    @Label("Revision")
    String revision;

    @Label("Number")
    @Description("The number of the statement in its step, from 1")
    int number;

    @Label("Done")
    @Description("False if it failed, or if the connection was lost")
    boolean done;

    StatementEvent(Step step, int number) {
        direction = step.direction().toString();
        revision = step.revision().id();
        this.number = number;
    }

    void commit(boolean isDone) {
        done = isDone;
        commit();
    }
}
