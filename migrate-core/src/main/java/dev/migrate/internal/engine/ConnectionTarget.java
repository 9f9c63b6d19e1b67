package dev.migrate.internal.engine;

import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.JdbcUrl;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Describes for error messages where a data source connects to. JDBC has no method for that, but data sources have a
 * property with their URL and one with their user, under one of a few names. Stateless.
 */
final class ConnectionTarget {

    private static final List<String> URL = List.of("getJdbcUrl", "getUrl", "getURL");
    private static final List<String> USER = List.of("getUsername", "getUser");

    private ConnectionTarget() {}

    /**
     * Returns the database, the host and the port, and the user, as far as they are known.
     *
     * @return text that follows "the database", with a space in front of it, or an empty text
     */
    static String of(DataSource dataSource) {
        Optional<JdbcUrl> url = property(dataSource, URL).flatMap(DatabaseProviders::jdbcUrl);
        if (url.isEmpty() || url.get().address() == null) {
            return "";
        }
        Optional<String> user = property(dataSource, USER)
                .or(() -> Optional.ofNullable(url.get().user()));
        return (url.get().database() == null ? "" : " " + url.get().database())
                + " at " + url.get().address()
                + user.map(name -> " as user " + name).orElse("");
    }

    private static Optional<String> property(DataSource dataSource, List<String> getters) {
        for (String getter : getters) {
            Object value = value(dataSource, getter);
            if (value instanceof String text && !text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** The result of a method, or an empty text if there is no such method or it fails. */
    private static Object value(DataSource dataSource, String getter) {
        try {
            Method method = dataSource.getClass().getMethod(getter);
            method.trySetAccessible();
            Object value = method.invoke(dataSource);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return "";
        }
    }
}
