package dev.migrate.spring.boot;

import dev.migrate.event.EndedRun;
import dev.migrate.event.RunListener;
import dev.migrate.plan.Step;
import org.slf4j.MDC;

/** Adds the revision and the number of the statement to everything that the thread of a run logs. */
final class MdcListener implements RunListener {

    static final String REVISION = "migrate.revision";
    static final String STATEMENT = "migrate.statement";

    @Override
    public void stepStarted(Step step, int done, int statements) {
        MDC.put(REVISION, step.revision().id());
        MDC.remove(STATEMENT);
    }

    @Override
    public void statementStarted(Step step, int number, String text) {
        MDC.put(STATEMENT, Integer.toString(number));
    }

    @Override
    public void runEnded(EndedRun run) {
        MDC.remove(REVISION);
        MDC.remove(STATEMENT);
    }
}
