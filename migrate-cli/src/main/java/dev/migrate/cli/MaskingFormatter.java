package dev.migrate.cli;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Writes the log without its passwords: statements stand in it as they run. */
final class MaskingFormatter extends SimpleFormatter {

    @Override
    public String format(LogRecord record) {
        return Secrets.masked(super.format(record));
    }
}
