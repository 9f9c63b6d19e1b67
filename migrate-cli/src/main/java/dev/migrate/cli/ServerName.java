package dev.migrate.cli;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.UnsupportedServerException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a server that is not there to be asked. */
final class ServerName implements ITypeConverter<Dialect> {

    @Override
    public Dialect convert(String value) {
        try {
            return Dialects.forServer(ServerVersion.named(value));
        } catch (IllegalArgumentException | UnsupportedServerException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
