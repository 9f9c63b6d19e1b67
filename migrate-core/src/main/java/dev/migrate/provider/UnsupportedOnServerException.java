package dev.migrate.provider;

import dev.migrate.error.MigrateException;

/** The server cannot do what an operation asks for. Found before anything runs. */
public final class UnsupportedOnServerException extends MigrateException {

    private final ServerVersion server;

    /**
     * Says what the server cannot do.
     *
     * @param server the server
     * @param what what was asked for, as the subject of a sentence
     * @param since which versions can, for instance "MySQL 8.0.13 and MariaDB 10.2.1"
     */
    public UnsupportedOnServerException(ServerVersion server, String what, String since) {
        super(what + " is not possible on " + server + ".", "It needs " + since + " or later.");
        this.server = server;
    }

    /**
     * Returns the server that cannot do it.
     *
     * @return the server
     */
    public ServerVersion server() {
        return server;
    }
}
