package dev.migrate.crash;

import java.nio.file.Path;
import java.util.List;

/** How a database server is started in the foreground. */
interface ServerProgram {

    /**
     * Says which command starts the server.
     *
     * @param data the data folder; an empty one is filled first
     * @param port where it listens, on 127.0.0.1
     */
    List<String> command(Path data, int port);
}
