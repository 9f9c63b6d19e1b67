package dev.migrate.test;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A server that was found, not connected yet. Immutable.
 *
 * @param origin where it was found, as a noun phrase
 * @param source the source of connections to it
 * @param url its URL, or null if only the source is known
 */
record ServerSource(
        String origin, DataSource source, @Nullable ServerUrl url) {

    static ServerSource of(String origin, ServerUrl url) {
        return new ServerSource(origin, new DriverDataSource(url.text()), url);
    }

    static ServerSource of(String origin, DataSource source) {
        return new ServerSource(origin, source, null);
    }

    /** What two sources of one server have in common. */
    Object key() {
        return url == null ? source : url;
    }
}
