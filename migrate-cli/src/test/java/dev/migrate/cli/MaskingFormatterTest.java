package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class MaskingFormatterTest {

    @Test
    void aLoggedStatementShowsNoPassword() {
        LogRecord record = new LogRecord(Level.FINE, "CREATE USER u IDENTIFIED BY 'top-secret'");
        record.setThrown(new IllegalStateException("jdbc:mysql://h/d?password=top-secret"));

        assertThat(new MaskingFormatter().format(record))
                .contains("CREATE USER u IDENTIFIED BY ***", "IllegalStateException: jdbc:mysql://h/d?password=***")
                .doesNotContain("top-secret");
    }
}
