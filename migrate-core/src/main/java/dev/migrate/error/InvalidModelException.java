package dev.migrate.error;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A model does not say which schema is wanted. Nothing was changed. */
public final class InvalidModelException extends MigrateException {

    private static final String UNCHANGED = " Nothing was changed.";

    /**
     * Says what is wrong with the model.
     *
     * @param problem what is wrong, and with what: whole sentences
     * @param remedy what to do: whole sentences
     * @param cause the first cause, or null where there is none
     */
    public InvalidModelException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + UNCHANGED, remedy, cause);
    }

    /**
     * Entities shall be read, but Hibernate is not there.
     *
     * @param cause the class that was not found
     * @return the error
     */
    public static InvalidModelException withoutHibernate(Throwable cause) {
        return new InvalidModelException(
                "Entities are read with Hibernate, but Hibernate is not there: " + cause.getMessage() + ".",
                "Put org.hibernate.orm:hibernate-core, 7 or later, on the class path; an application of modules says"
                        + " requires org.hibernate.orm.core.",
                cause);
    }

    /**
     * Hibernate is there, but is not one that entities can be read with.
     *
     * @param cause what it lacks
     * @return the error
     */
    public static InvalidModelException ofOtherHibernate(NoSuchMethodError cause) {
        return new InvalidModelException(
                "Entities cannot be read with this version of Hibernate, which lacks " + cause.getMessage() + ".",
                "Use the Hibernate that Migrate is tested with, or a neighbour of it; docs/models.md names it.",
                cause);
    }

    /**
     * Hibernate refuses the entities.
     *
     * @param cause what it threw
     * @return the error
     */
    public static InvalidModelException ofEntities(Exception cause) {
        return new InvalidModelException(
                "The entities cannot be read: " + cause.getMessage() + ".",
                "Mend the entities or the settings; Hibernate itself would refuse them in the same way.",
                cause);
    }

    /**
     * A script cannot be read.
     *
     * @param file the script
     * @param cause what went wrong
     * @return the error
     */
    public static InvalidModelException unreadable(Path file, Exception cause) {
        return new InvalidModelException(
                "The script " + file + " cannot be read: " + cause + ".",
                "Check the path, which is relative to the working directory, and that the file is encoded in UTF-8.",
                cause);
    }

    /**
     * A statement of a script fails in the scratch database.
     *
     * @param script names the script
     * @param line the line in which the statement begins
     * @param sql the statement, shortened if it is long
     * @param cause what the server said
     * @return the error
     */
    public static InvalidModelException ofScript(String script, int line, String sql, SQLException cause) {
        String said =
                String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("");
        return new InvalidModelException(
                "The statement in line " + line + " of the script " + script + " failed: " + said + " (server code "
                        + cause.getErrorCode() + ", SQLState " + cause.getSQLState() + "). It is: " + sql
                        + ". It ran in a scratch database, which is gone.",
                "Mend the script.",
                cause);
    }
}
