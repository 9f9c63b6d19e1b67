package dev.migrate.internal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScratchEventsTest {

    private final ScratchEvents events = new ScratchEvents(new SqlSyntax(false, true, false));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DO 1|CREATE EVENT e ON SCHEDULE EVERY 1 DAY  DISABLE DO DO 1",
                "create event e on schedule every 1 day enable do do 1"
                        + "|create event e on schedule every 1 day DISABLE do do 1",
                "CREATE EVENT `enable` ON SCHEDULE AT NOW() DISABLE ON SLAVE COMMENT 'ENABLE' DO DO 1"
                        + "|CREATE EVENT `enable` ON SCHEDULE AT NOW() DISABLE COMMENT 'ENABLE' DO DO 1",
                "CREATE DEFINER=`a`@`b` EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY COMMENT 'c' DO DO 1"
                        + "|CREATE DEFINER=`a`@`b` EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY  DISABLE COMMENT 'c' DO DO 1",
                "/*!50106 CREATE*/ /*!50117 DEFINER=`a`@`%`*/ /*!50106 EVENT e ON SCHEDULE EVERY 1 DAY ENABLE DO DO 1 */"
                        + "|/*!50106 CREATE*/ /*!50117 DEFINER=`a`@`%`*/ /*!50106 EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO"
                        + " DO 1 */",
                "ALTER EVENT e ENABLE|ALTER EVENT e DISABLE",
                "ALTER EVENT e COMMENT 'ENABLE'|ALTER EVENT e COMMENT 'ENABLE'",
                "DROP EVENT e|DROP EVENT e",
                "CREATE TABLE event (enable INT)|CREATE TABLE event (enable INT)",
                "INSERT INTO event VALUES ('CREATE EVENT e')|INSERT INTO event VALUES ('CREATE EVENT e')",
            })
    void eventsAreDisabled(String sql, String expected) {
        assertThat(events.disabled(sql)).isEqualTo(expected);
    }

    @Test
    void whatTheStatementsSpecifyIsRestored() {
        events.disabled("CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DO 1");
        events.disabled("CREATE EVENT IF NOT EXISTS E ON SCHEDULE EVERY 2 DAY DISABLE DO DO 1");
        assertThat(specified("e", "EVERY 1 DAY STARTS '2026-01-01 00:00:00'"))
                .isEqualTo("ON SCHEDULE EVERY 1 DAY ON COMPLETION NOT PRESERVE ENABLE DO DO 1");

        events.disabled("ALTER EVENT e ON SCHEDULE EVERY 1 DAY STARTS NOW() ENDS '2037-01-01' RENAME TO f");
        assertThat(specified("f", "EVERY 1 DAY STARTS '2026-01-01 00:00:00' ENDS '2037-01-01 00:00:00'"))
                .isEqualTo("ON SCHEDULE EVERY 1 DAY STARTS NOW() ENDS '2037-01-01 00:00:00' ON COMPLETION NOT PRESERVE"
                        + " ENABLE DO DO 1");

        events.disabled("ALTER EVENT f DISABLE ON SLAVE");
        assertThat(specified("f", "EVERY 1 DAY STARTS '2026-01-01 00:00:00'")).contains(" DISABLE ON SLAVE DO");

        events.disabled("DROP EVENT IF EXISTS f");
        assertThat(specified("f", "EVERY 1 DAY STARTS '2026-01-01 00:00:00'")).contains(" DISABLE DO");
    }

    private String specified(String name, String schedule) {
        String inScratch = "ON SCHEDULE " + schedule + " ON COMPLETION NOT PRESERVE DISABLE DO DO 1";
        Schema schema =
                Schema.builder().event(new ScheduledEvent(name, inScratch)).build();
        return events.specifiedIn(schema).events().get(0).definition();
    }
}
