package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs a migration and its derived downgrade, and compares the tables on the server. */
public final class SchemaRoundTrip {

    private final TestDatabase database;
    private final Migrator migrator;

    private SchemaRoundTrip(TestDatabase database, Consumer<Operations> up) {
        this.database = database;
        migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Scripted(up))
                .build();
    }

    /** A migration with a derived downgrade. */
    @Revision(id = "001")
    private static final class Scripted implements Migration {
        private final Consumer<Operations> up;

        Scripted(Consumer<Operations> up) {
            this.up = up;
        }

        @Override
        public void up(Operations op) {
            up.accept(op);
        }
    }

    /**
     * Runs a migration and reverts it. The definitions of all tables on the server must be the same before and
     * afterwards.
     *
     * @param database the database
     * @param up the migration
     * @param between inspects the database after the upgrade
     */
    public static void check(TestDatabase database, Consumer<Operations> up, Consumer<SchemaRoundTrip> between) {
        SchemaRoundTrip run = new SchemaRoundTrip(database, up);
        List<String> before = run.everything();
        run.migrator.upgrade("head");
        assertThat(run.everything()).isNotEqualTo(before);
        between.accept(run);
        run.migrator.downgrade("base");
        assertThat(run.everything()).isEqualTo(before);
    }

    /** The definition of a table on the server, in lower case and without the display widths of old servers. */
    public String table(String name) {
        return database.query("SHOW CREATE TABLE `" + name + "`")
                .get(0)
                .get(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("int\\(\\d+\\)", "int");
    }

    /** The database. */
    public TestDatabase database() {
        return database;
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String name : database.column("SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                + database.name() + "' AND table_name NOT LIKE 'alembic\\_version%' ORDER BY table_name")) {
            // The result has four columns for a view and two for a table; the second is the text.
            all.add(database.query("SHOW CREATE TABLE `" + name.replace("`", "``") + "`")
                    .get(0)
                    .get(1));
        }
        String here = " WHERE %s = '" + database.name() + "' ORDER BY 1";
        all.addAll(database.column("SELECT CONCAT(trigger_name, action_timing, event_manipulation, action_statement)"
                + " FROM information_schema.triggers" + String.format(here, "trigger_schema")));
        all.addAll(database.column("SELECT CONCAT_WS('|', event_name, event_definition, interval_value, interval_field,"
                + " execute_at, starts, ends, status, on_completion, event_comment, time_zone)"
                + " FROM information_schema.events" + String.format(here, "event_schema")));
        all.addAll(database.column("SELECT CONCAT(routine_type, routine_name, routine_definition)"
                + " FROM information_schema.routines" + String.format(here, "routine_schema")));
        return all;
    }
}
