package dev.migrate.model;

import dev.migrate.internal.mysql.Capability;
import dev.migrate.internal.mysql.ColumnDefinition;
import dev.migrate.internal.mysql.DefinitionReader;
import dev.migrate.provider.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/** A column of an entity's table, defined as Hibernate's own schema export does it. */
final class EntityColumn {

    private final Metadata metadata;
    private final Dialect renderer;
    private final ServerVersion server;
    private final Column column;

    EntityColumn(Metadata metadata, Dialect renderer, ServerVersion server, Column column) {
        this.metadata = metadata;
        this.renderer = renderer;
        this.server = server;
        this.column = column;
    }

    /** What stands in {@code @Column(columnDefinition = ...)} may say all of it, so it is read as one text. */
    ColumnDefinition definition() {
        String options = JpaOptions.of(column.getOptions());
        return DefinitionReader.read(column.getName(), sql() + (options == null ? "" : " " + options));
    }

    private String sql() {
        String type = column.getSqlType(metadata);
        if (column.isIdentity()) {
            return type + " NOT NULL AUTO_INCREMENT";
        }
        StringBuilder sql = new StringBuilder(type);
        if (column.getCollation() != null) {
            sql.append(" COLLATE ").append(column.getCollation());
        }
        if (column.getDefaultValue() != null) {
            sql.append(" DEFAULT ").append(column.getDefaultValue());
        }
        String generated = column.getGeneratedAs();
        if (generated != null) {
            sql.append(' ').append(renderer.generatedAs(generated));
        }
        // MariaDB takes no NOT NULL there, and Hibernate leaves it out.
        boolean isSilent = generated != null && !Capability.GENERATED_NOT_NULL.isIn(server);
        if (!isSilent) {
            sql.append(column.isNullable() ? renderer.getNullColumnString(type) : " NOT NULL");
        }
        return sql.toString();
    }

    /** The conditions without a name are one. */
    @Nullable
    String check() {
        List<String> conditions = new ArrayList<>();
        for (CheckConstraint check : column.getCheckConstraints()) {
            if (check.isAnonymous()) {
                conditions.add("(" + check.getConstraint() + ")");
            }
        }
        return conditions.isEmpty() ? null : String.join(" and ", conditions);
    }
}
