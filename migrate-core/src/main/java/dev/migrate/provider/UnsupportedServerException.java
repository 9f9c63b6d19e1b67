package dev.migrate.provider;

import dev.migrate.error.MigrateException;

/** No installed provider supports the server. */
public final class UnsupportedServerException extends MigrateException {

    /**
     * Creates the exception for a server.
     *
     * @param server the server, as it identifies itself
     * @param supported the servers that the installed providers support
     */
    public UnsupportedServerException(String server, String supported) {
        super(
                "The server " + server + " is not supported.",
                "Use " + supported + ", or add a provider for it to the class path.");
    }
}
