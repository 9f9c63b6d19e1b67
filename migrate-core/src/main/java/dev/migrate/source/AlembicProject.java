package dev.migrate.source;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An Alembic project whose revisions are imported.
 *
 * <p>The SQL of a revision is what {@code alembic upgrade --sql} generates. That runs the project's own {@code env.py}
 * and its revisions, but connects to no database. Without Python, the methods of the migrations have to be written by
 * hand.
 *
 * @param folder the folder with {@code alembic.ini}, or the one with {@code env.py}, or the one with the revisions
 * @param python the command that runs Python; null to import without Python
 */
public record AlembicProject(Path folder, @Nullable String python) {

    /** Checks that the folder is not null. */
    public AlembicProject {
        Objects.requireNonNull(folder, "folder");
    }

    /**
     * Returns the project in a folder, with {@code python3} as the command.
     *
     * @param folder the folder with {@code alembic.ini}, or the one with {@code env.py}, or the one with the revisions
     * @return the project
     */
    public static AlembicProject in(Path folder) {
        return new AlembicProject(folder, "python3");
    }

    /**
     * Returns a copy with another Python.
     *
     * @param command the command, for instance that of a virtual environment
     * @return the copy
     */
    public AlembicProject python(String command) {
        return new AlembicProject(folder, Objects.requireNonNull(command, "command"));
    }

    /**
     * Returns a copy that is imported without Python.
     *
     * @return the copy
     */
    public AlembicProject withoutPython() {
        return new AlembicProject(folder, null);
    }
}
