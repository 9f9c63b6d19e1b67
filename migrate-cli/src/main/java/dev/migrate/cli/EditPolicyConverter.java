package dev.migrate.cli;

import dev.migrate.journal.EditPolicy;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses what a run does if applied migrations have changed. Stateless. */
final class EditPolicyConverter implements ITypeConverter<EditPolicy> {

    @Override
    public EditPolicy convert(String value) {
        return Arrays.stream(EditPolicy.values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("'" + value + "' is not one of ignore, warn and refuse"));
    }
}
