package dev.migrate.model;

import dev.migrate.internal.mysql.Capability;
import dev.migrate.internal.mysql.QuotedSql;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Check;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.CheckConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one table, with the names that the server gives to those that have none. MySQL numbers those of columns
 * and of the table alike; MariaDB keeps those of columns with their columns. A server that forgets checks wants none.
 */
final class EntityChecks {

    private final ServerVersion server;
    private final String table;
    private final List<Check> checks = new ArrayList<>();
    private int unnamed;

    EntityChecks(ServerVersion server, String table) {
        this.server = server;
        this.table = table;
    }

    /** Takes a column's own conditions, and returns what stays with the column. */
    @Nullable
    String ofColumn(@Nullable String defined, @Nullable String mapped) {
        if (!Capability.CHECK.isIn(server)) {
            return null;
        }
        if (Capability.COLUMN_CHECK.isIn(server)) {
            return defined == null || mapped == null
                    ? (mapped == null ? defined : mapped)
                    : "(" + defined + ") and (" + mapped + ")";
        }
        addUnnamed(defined);
        addUnnamed(mapped);
        return null;
    }

    void addNamed(List<CheckConstraint> constraints) {
        constraints.stream().filter(CheckConstraint::isNamed).forEach(this::add);
    }

    void addAll(List<CheckConstraint> constraints) {
        constraints.forEach(this::add);
    }

    private void add(CheckConstraint constraint) {
        if (!Capability.CHECK.isIn(server)) {
            return;
        }
        if (constraint.isNamed()) {
            checks.add(new Check(QuotedSql.name(constraint.getName()), constraint.getConstraint()));
        } else {
            addUnnamed(constraint.getConstraint());
        }
    }

    private void addUnnamed(@Nullable String condition) {
        if (condition != null) {
            unnamed++;
            String prefix = MySqlVersions.isMariaDb(server) ? "CONSTRAINT_" : table + "_chk_";
            checks.add(new Check(prefix + unnamed, condition));
        }
    }

    List<Check> ofTable() {
        return checks;
    }
}
