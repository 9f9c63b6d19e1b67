package dev.migrate.test;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * A database of this process on a server. Closing it drops it.
 *
 * @param server its server
 * @param name its name: lower-case letters, digits and underscores; needs no quoting
 */
record OwnedDatabase(TestServer server, String name) implements AutoCloseable {

    DataSource dataSource() {
        return server.dataSource(name);
    }

    Optional<String> url() {
        return server.url(name);
    }

    @Override
    public void close() {
        server.drop(name);
    }
}
