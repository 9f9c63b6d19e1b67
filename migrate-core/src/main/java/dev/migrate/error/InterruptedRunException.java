package dev.migrate.error;

/** A step is unfinished, or none is, so that what was asked for cannot be done. Nothing was changed. */
public final class InterruptedRunException extends MigrateException {

    private InterruptedRunException(String problem, String remedy) {
        super(problem, remedy);
    }

    /**
     * Something cannot be done while a step is unfinished.
     *
     * @param summary how far the step has come
     * @return the error
     */
    public static InterruptedRunException inTheWay(String summary) {
        return new InterruptedRunException(
                "A step has not come to its end: " + summary + ". Nothing was changed.",
                "Finish it with upgrade or downgrade, or take it back with abort.");
    }

    /**
     * A step is unfinished, and its migration is not there.
     *
     * @param revision the id of the revision
     * @param summary how far the step has come
     * @return the error
     */
    public static InterruptedRunException withoutMigration(String revision, String summary) {
        return new InterruptedRunException(
                "A step has not come to its end: " + summary + ", and no migration has the id " + revision
                        + ". Nothing was changed.",
                "Run with the migrations that the step was begun with.");
    }

    /**
     * The version table does not fit an unfinished step.
     *
     * @param revision the id of the revision
     * @param summary how far the step has come
     * @return the error
     */
    public static InterruptedRunException outOfPlace(String revision, String summary) {
        return new InterruptedRunException(
                "A step has not come to its end: " + summary + ", but where the database stands now, " + revision
                        + " is not what comes next. Nothing was changed.",
                "The version table or the parents of " + revision + " were edited since; put them back.");
    }

    /**
     * There is nothing to abort or to resolve.
     *
     * @param what what was asked for
     * @return the error
     */
    public static InterruptedRunException nothingTo(String what) {
        return new InterruptedRunException(
                "There is nothing to " + what + ": no step is unfinished.", "Nothing needs to be done.");
    }

    /**
     * A step is unfinished, but of all its statements it can be seen whether they are done.
     *
     * @param summary how far the step has come
     * @return the error
     */
    public static InterruptedRunException nothingInDoubt(String summary) {
        return new InterruptedRunException(
                "Nothing is in doubt: " + summary + ". Nothing was changed.",
                "Run upgrade or downgrade: it goes on where the step stands.");
    }

    /**
     * What a step has done cannot be taken back.
     *
     * @param revision the id of the revision
     * @param why what has no inverse: a whole sentence
     * @return the error
     */
    public static InterruptedRunException notReversible(String revision, String why) {
        return new InterruptedRunException(
                "What migration " + revision + " has done cannot be taken back. " + why + " Nothing was changed.",
                "Mend the rest of the migration, or what stands in its way, and run again: it goes on where it"
                        + " stands.");
    }
}
