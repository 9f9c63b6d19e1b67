package dev.migrate.cli;

import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.provider.UnsupportedServerException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a server that is not there to be asked. */
final class ServerName implements ITypeConverter<SqlRenderer> {

    @Override
    public SqlRenderer convert(String value) {
        try {
            return DatabaseProviders.renderer(DatabaseProviders.serverNamed(value));
        } catch (IllegalArgumentException | UnsupportedServerException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
