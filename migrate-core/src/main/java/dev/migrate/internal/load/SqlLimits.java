package dev.migrate.internal.load;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.TableLock;
import java.util.Locale;

/**
 * Parses the limits in the header of an SQL file: {@code algorithm=copy lock=shared rows=1000}, each optional, and then the
 * reason. Stateless.
 */
final class SqlLimits {

    private static final String FORM =
            "Write for example \"-- limit-ddl: algorithm=copy lock=shared rows=100000\", followed by the reason.";

    private SqlLimits() {}

    /**
     * Parses them.
     *
     * @param name the name of the file
     * @param line the line, starting at 0
     * @throws InvalidMigrationException if they are not valid, or there is no reason
     */
    static DdlLimits of(String name, int line, String text) {
        DdlLimits limits = DdlLimits.NONE;
        String rest = text;
        while (rest.matches("(?i)(algorithm|lock|rows)\\s*=.*")) {
            String[] parts = rest.split("\\s*=\\s*", 2);
            String[] words = parts[1].split("[,\\s]+", 2);
            try {
                limits = with(limits, parts[0].toLowerCase(Locale.ROOT), words[0].toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw InvalidSqlFile.at(name, line, "\"" + words[0] + "\" is not a value of " + parts[0], FORM);
            }
            rest = words.length < 2 ? "" : words[1];
        }
        if (rest.isBlank()) {
            throw InvalidSqlFile.at(name, line, "\"limitDdl\" has no reason", FORM);
        }
        return limits;
    }

    private static DdlLimits with(DdlLimits limits, String key, String value) {
        return switch (key) {
            case "algorithm" -> new DdlLimits(DdlAlgorithm.valueOf(value), limits.lock(), limits.rows());
            case "lock" -> new DdlLimits(limits.algorithm(), TableLock.valueOf(value), limits.rows());
            default -> new DdlLimits(limits.algorithm(), limits.lock(), Long.parseLong(value));
        };
    }
}
