package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;

/** The events that applied migrations create are those of the database, whenever the migrations ran. */
class EventDriftTest {

    @Revision(id = "001")
    private static final class Events implements Migration {
        @Override
        public void up(Operations op) {
            op.createEvent(new ScheduledEvent("plain", "ON SCHEDULE EVERY 1 HOUR DO SET @x = 1"));
            op.execute("CREATE EVENT later ON SCHEDULE EVERY 1 DAY STARTS CURRENT_TIMESTAMP + INTERVAL 1 YEAR DISABLE"
                    + " DO SET @x = 2");
            op.scriptText("CREATE EVENT once ON SCHEDULE AT CURRENT_TIMESTAMP + INTERVAL 1 YEAR DO SET @x = 3;");
        }
    }

    @DatabaseTest
    void theTimeOfTheCreationIsNoDrift(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Events())
                .build();
        migrator.upgrade("head");
        database.execute("ALTER EVENT plain ON SCHEDULE EVERY 1 HOUR STARTS '2026-01-01 00:00:00'");

        assertThat(migrator.authoring().drift().isEmpty()).isTrue();

        database.execute("ALTER EVENT plain DISABLE", "ALTER EVENT later COMMENT 'changed'");
        assertThat(migrator.authoring().drift().changes())
                .extracting(change -> change.operation().description())
                .containsExactly("drop event later", "drop event plain", "create event later", "create event plain");
    }
}
