package dev.migrate.cli;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the name of a server without a connection. */
final class ServerName implements ITypeConverter<ServerVersion> {

    @Override
    public ServerVersion convert(String value) {
        try {
            ServerVersion server = DatabaseProviders.serverNamed(value);
            DatabaseProviders.forServer(server);
            return server;
        } catch (IllegalArgumentException | ConnectionFailedException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
