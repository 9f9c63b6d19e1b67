package dev.migrate.crash;

import java.nio.file.Path;
import java.util.List;

/** Starts a database server in the foreground. */
interface ServerProgram {

    /**
     * Returns the command that starts the server.
     *
     * @param data the data directory; an empty one is initialized first
     * @param port the port, on 127.0.0.1
     */
    List<String> command(Path data, int port);
}
