package dev.migrate.model;

import java.util.Collection;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The parts of Hibernate's mapping model that differ between its versions. Each implementation uses only methods that
 * exist in its version; the other one is never loaded.
 */
sealed interface MappingFeatures permits Hibernate6Features, Hibernate7Features {

    /** The foreign keys of a table. */
    Collection<ForeignKey> foreignKeys(Table table);

    /** The options at the end of CREATE TABLE, or null. */
    @Nullable
    String options(Table table);

    /** The options at the end of a column, or null. */
    @Nullable
    String options(Column column);

    /** The options at the end of a unique constraint or a foreign key, or null. */
    @Nullable
    String options(Constraint constraint);

    /** The options at the end of an index, or null. */
    @Nullable
    String options(Index index);

    /** The options at the end of a check, or null. */
    @Nullable
    String options(CheckConstraint check);
}
