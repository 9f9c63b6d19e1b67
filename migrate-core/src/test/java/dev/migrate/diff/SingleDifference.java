package dev.migrate.diff;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Two schemas with a single difference, and the expected changes.
 *
 * @param what the difference, in words
 * @param where the servers that support it
 * @param one creates the first schema
 * @param other creates the second schema
 * @param there the descriptions of the changes from the first to the second; one that ends in an ellipsis is a prefix
 * @param back the descriptions of the changes from the second to the first
 */
record SingleDifference(String what, Where where, Maker one, Maker other, List<String> there, List<String> back) {

    /**
     * A set of servers.
     *
     * @param text its description
     * @param has whether a server is in the set
     */
    record Where(String text, Predicate<ServerVersion> has) {
        static final Where ALL = new Where("all", server -> true);
        static final Where MYSQL = new Where("MySQL", server -> !MySqlVersions.isMariaDb(server));
        static final Where MYSQL_8 = new Where("MySQL 8", server -> server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 15));
        static final Where UNENFORCED_CHECKS =
                new Where("MySQL 8.0.16", server -> server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 16));
        static final Where MARIADB = new Where("MariaDB", MySqlVersions::isMariaDb);
        static final Where CHECKS = MARIADB.or("MySQL 8.0.16, MariaDB", 16);
        static final Where EXPRESSIONS = MARIADB.or("MySQL 8, MariaDB", 15);
        static final Where HIDDEN_COLUMNS = MARIADB.or("MySQL 8.0.23, MariaDB", 23);
        static final Where DESCENDING = new Where("", server -> server.isAtLeast(MySqlVersions.MARIADB, 10, 8, 1))
                .or("MySQL 8, MariaDB 10.8", 15);

        private Where or(String both, int patchOfMySql8) {
            return new Where(both, has.or(server -> server.isAtLeast(MySqlVersions.MYSQL, 8, 0, patchOfMySql8)));
        }
    }

    /** Creates a schema: the referenced tables p and q, t, and further objects. */
    static final class Maker {
        final Consumer<TableBuilder> t;
        private final List<View> views;
        private final List<Trigger> triggers;
        private final List<Routine> routines;
        private final List<ScheduledEvent> events;

        Maker(
                Consumer<TableBuilder> t,
                List<View> views,
                List<Trigger> triggers,
                List<Routine> routines,
                List<ScheduledEvent> events) {
            this.t = t;
            this.views = views;
            this.triggers = triggers;
            this.routines = routines;
            this.events = events;
        }

        Schema schema() {
            TableBuilder p = new TableBuilder("p");
            p.column("id", ColumnType.integer()).notNull();
            p.column("k", ColumnType.integer()).notNull();
            p.primaryKey("id");
            p.uniqueConstraint("uq_p_k", "k");
            TableBuilder q = new TableBuilder("q");
            q.column("id", ColumnType.integer()).notNull();
            q.primaryKey("id");
            TableBuilder table = new TableBuilder("t");
            t.accept(table);
            return new Schema(
                    Encoding.INHERITED,
                    List.of(p.build(), q.build(), table.build()),
                    views,
                    triggers,
                    routines,
                    events);
        }
    }

    /** A difference of two tables. */
    static SingleDifference of(
            String what, Where where, Consumer<TableBuilder> one, Consumer<TableBuilder> other, String... changes) {
        List<String> there = new ArrayList<>();
        List<String> back = new ArrayList<>();
        boolean isBack = false;
        for (String change : changes) {
            if (change.equals("|")) {
                isBack = true;
            } else {
                (isBack ? back : there).add(change);
            }
        }
        return new SingleDifference(what, where, maker(one), maker(other), there, isBack ? back : there);
    }

    static Maker maker(Consumer<TableBuilder> t) {
        return new Maker(t, List.of(), List.of(), List.of(), List.of());
    }

    /** The row of the documentation. */
    String row() {
        String both = cell(there).equals(cell(back)) ? "the same" : cell(back);
        return "| " + what + " | " + where.text() + " | " + cell(there) + " | " + both + " |";
    }

    private static String cell(List<String> changes) {
        return String.join(", ", changes);
    }
}
