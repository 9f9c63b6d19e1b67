package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.TableText;
import java.util.Optional;

/**
 * Drops a foreign key with the index of the same name that the server created for it. Whether there is one depends on
 * the indexes that the table had when the foreign key was added.
 *
 * @param dropForeignKey the clause that drops the foreign key
 * @param name the name of both
 */
record ForeignKeyWithIndex(String dropForeignKey, String name) implements AlterClause {

    @Override
    public String text() {
        return dropForeignKey + " /* , DROP INDEX " + Quoting.name(name) + " if there is one */";
    }

    @Override
    public Optional<Unknown> unknown() {
        return Optional.of(new Unknown(
                "whether the server created an index " + name + " for the foreign key",
                "Use dropForeignKey, and dropIndex if there is one."));
    }

    @Override
    public String complete(TableText live) {
        return live.index(name).isPresent() ? dropForeignKey + ", DROP INDEX " + Quoting.name(name) : dropForeignKey;
    }
}
