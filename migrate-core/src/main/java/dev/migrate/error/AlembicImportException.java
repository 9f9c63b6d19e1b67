package dev.migrate.error;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Revisions of Alembic cannot be imported. Nothing was written. */
public final class AlembicImportException extends MigrateException {

    /**
     * Says what is wrong.
     *
     * @param problem what is wrong: whole sentences
     * @param remedy what to do about it
     * @param cause what was thrown, or null where nothing was
     */
    public AlembicImportException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " Nothing was written.", remedy, cause);
    }

    /**
     * A file cannot be read as a revision.
     *
     * @param file the file
     * @param line the line, counted from one
     * @param problem what is wrong there: half a sentence
     * @param remedy what to do about it
     * @return the error
     */
    public static AlembicImportException at(Path file, int line, String problem, String remedy) {
        return new AlembicImportException(file + ", line " + line + ": " + problem + ".", remedy, null);
    }
}
