package dev.migrate.spring.boot;

import dev.migrate.error.MigrateException;
import java.util.List;

/** The tables of the migrated database differ from the entities of the application. Nothing was changed. */
public final class EntityMismatchException extends MigrateException {

    private final List<String> differences;

    private EntityMismatchException(List<String> differences, String problem, String remedy) {
        super(problem, remedy);
        this.differences = differences;
    }

    static EntityMismatchException of(List<String> differences) {
        return new EntityMismatchException(
                List.copyOf(differences),
                "The database differs from the entities of the application. These changes would make it equal:\n    "
                        + String.join("\n    ", differences) + "\n",
                "Write a migration (migrate revision --autogenerate), or correct the mapping. migrate.check-entities=warn"
                        + " only logs the differences.");
    }

    /**
     * Returns the differences.
     *
     * @return the changes that would make the tables equal to the entities, one per entry; not empty
     */
    public List<String> differences() {
        return differences;
    }
}
