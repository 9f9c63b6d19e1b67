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

/** Runs a migration, and the way back that is derived from it, and reads what the server says of the tables. */
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

    /** A migration whose way back is derived. */
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
     * Runs a migration forth and back. What the server says of all tables must be the same before and afterwards.
     *
     * @param database where
     * @param up the migration
     * @param between looks at the database when the migration has run
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

    /** What the server says of a table, in lower case and without the display widths that old servers show. */
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
            // A view has four columns, a table two; the second is the text.
            all.add(database.query("SHOW CREATE TABLE `" + name.replace("`", "``") + "`")
                    .get(0)
                    .get(1));
        }
        String here = " WHERE %s = '" + database.name() + "' ORDER BY 1";
        all.addAll(database.column("SELECT CONCAT(trigger_name, action_timing, event_manipulation, action_statement)"
                + " FROM information_schema.triggers" + String.format(here, "trigger_schema")));
        all.addAll(database.column("SELECT CONCAT(routine_type, routine_name, routine_definition)"
                + " FROM information_schema.routines" + String.format(here, "routine_schema")));
        return all;
    }
}
