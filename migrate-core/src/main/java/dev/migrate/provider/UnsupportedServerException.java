package dev.migrate.provider;

import dev.migrate.error.MigrateException;

/** No dialect knows this server. */
public final class UnsupportedServerException extends MigrateException {

    /**
     * Says which server is not known.
     *
     * @param server the server, as it names itself
     */
    public UnsupportedServerException(String server) {
        super(
                "The server calls itself " + server + ", which no dialect of this library knows.",
                "Use MySQL 5.7 or later or MariaDB 10.2 or later, or put a dialect for it on the class path.");
    }
}
