package dev.migrate.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a constant of an enum, which is written in lower case. Stateless.
 *
 * @param <T> the enum
 */
abstract class ConstantConverter<T extends Enum<T>> implements ITypeConverter<T> {

    private final T[] constants;

    ConstantConverter(T[] constants) {
        this.constants = constants;
    }

    @Override
    public T convert(String text) {
        for (T constant : constants) {
            if (Wording.word(constant).equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new TypeConversionException("'" + text + "' is not one of "
                + Arrays.stream(constants).map(Wording::word).collect(Collectors.joining(", ")));
    }
}
