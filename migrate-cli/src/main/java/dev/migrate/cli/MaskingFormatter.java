package dev.migrate.cli;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Formats log records with masked passwords and escaped control characters, because they contain statements. */
final class MaskingFormatter extends SimpleFormatter {

    @Override
    public String format(LogRecord record) {
        return ControlCharacters.escaped(Secrets.masked(super.format(record)));
    }
}
