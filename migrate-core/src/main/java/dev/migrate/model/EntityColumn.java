package dev.migrate.model;

import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.DefinitionParser.ColumnDefinition;
import dev.migrate.provider.DefinitionParser.Feature;
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
    private final DefinitionParser parser;
    private final MappingFeatures features;
    private final Column column;

    EntityColumn(
            Metadata metadata, Dialect renderer, DefinitionParser parser, MappingFeatures features, Column column) {
        this.metadata = metadata;
        this.renderer = renderer;
        this.parser = parser;
        this.features = features;
        this.column = column;
    }

    /** Parses the definition as one text, because {@code @Column(columnDefinition = ...)} may contain all of it. */
    ColumnDefinition definition() {
        String options = features.options(column);
        return parser.column(column.getName(), sql() + (options == null ? "" : " " + options));
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
        // Some servers reject NOT NULL there, and Hibernate omits it.
        boolean isSilent = generated != null && !parser.supports(Feature.NOT_NULL_GENERATED);
        if (!isSilent) {
            sql.append(column.isNullable() ? renderer.getNullColumnString(type) : " NOT NULL");
        }
        return sql.toString();
    }

    /** Unnamed conditions are combined into one. */
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

    /** The named checks as CREATE TABLE contains them, separated by commas. */
    String namedChecks() {
        StringBuilder sql = new StringBuilder();
        for (CheckConstraint check : column.getCheckConstraints()) {
            if (check.isNamed()) {
                String options = features.options(check);
                sql.append(",constraint ").append(check.getName());
                sql.append(" check (").append(check.getConstraint()).append(") ");
                sql.append(options == null ? "" : options);
            }
        }
        return sql.toString();
    }
}
