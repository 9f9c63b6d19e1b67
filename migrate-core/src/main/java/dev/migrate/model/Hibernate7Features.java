package dev.migrate.model;

import java.util.Collection;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** The mapping model of Hibernate 7, which implements JPA 3.2. */
final class Hibernate7Features implements MappingFeatures {

    @Override
    public Collection<ForeignKey> foreignKeys(Table table) {
        return table.getForeignKeyCollection();
    }

    @Override
    public @Nullable String options(Table table) {
        return given(table.getOptions());
    }

    @Override
    public @Nullable String options(Column column) {
        return given(column.getOptions());
    }

    @Override
    public @Nullable String options(Constraint constraint) {
        return given(constraint.getOptions());
    }

    @Override
    public @Nullable String options(Index index) {
        return given(index.getOptions());
    }

    @Override
    public @Nullable String options(CheckConstraint check) {
        return given(check.getOptions());
    }

    /** Missing options are null or empty, depending on the annotation. */
    private static @Nullable String given(@Nullable String options) {
        return options == null || options.isBlank() ? null : options;
    }
}
