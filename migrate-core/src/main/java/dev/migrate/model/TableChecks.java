package dev.migrate.model;

import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/** The checks that Hibernate's own export adds to a table, for instance those of the parts of a JSON column. */
final class TableChecks extends StandardTableExporter {

    TableChecks(Dialect dialect) {
        super(dialect);
    }

    /** Returns the constraints, each after a comma. */
    String sql(Table table) {
        StringBuilder sql = new StringBuilder();
        applyTableCheck(table, sql);
        return sql.toString();
    }
}
