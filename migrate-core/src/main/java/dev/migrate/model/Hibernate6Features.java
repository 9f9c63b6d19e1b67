package dev.migrate.model;

import java.util.Collection;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** The mapping model of Hibernate 6, which implements JPA 3.1: its annotations have no options. */
final class Hibernate6Features implements MappingFeatures {

    @Override
    @SuppressWarnings("removal") // Its replacement exists since Hibernate 7, where this method is not called.
    public Collection<ForeignKey> foreignKeys(Table table) {
        return table.getForeignKeys().values();
    }

    @Override
    public @Nullable String options(Table table) {
        return null;
    }

    @Override
    public @Nullable String options(Column column) {
        return null;
    }

    @Override
    public @Nullable String options(Constraint constraint) {
        return null;
    }

    @Override
    public @Nullable String options(Index index) {
        return null;
    }

    @Override
    public @Nullable String options(CheckConstraint check) {
        return null;
    }
}
