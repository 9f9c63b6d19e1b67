package dev.migrate.cli;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.SqlRenderer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a server that is not there to be asked. */
final class ServerName implements ITypeConverter<SqlRenderer> {

    @Override
    public SqlRenderer convert(String value) {
        try {
            return DatabaseProviders.renderer(DatabaseProviders.serverNamed(value));
        } catch (IllegalArgumentException | ConnectionFailedException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
