package dev.migrate.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long to wait. */
final class Seconds implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return Duration.ofSeconds(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a number of whole seconds, 0 or more.");
        }
    }
}
