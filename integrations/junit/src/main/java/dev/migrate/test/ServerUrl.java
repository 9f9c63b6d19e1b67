package dev.migrate.test;

import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.JdbcUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The JDBC URL of a server, with user and password and without a database. Immutable.
 *
 * @param text the URL
 */
record ServerUrl(String text) {

    /**
     * Removes the database from a URL.
     *
     * @param source where the URL comes from, for the error message
     */
    static ServerUrl of(String url, String source) {
        return DatabaseProviders.jdbcUrl(url)
                .map(JdbcUrl::serverUrl)
                .map(ServerUrl::new)
                .orElseThrow(() -> new TestDatabaseException(
                        "The URL of the server for tests, from " + source + ", is not supported: " + withoutQuery(url)
                                + ".",
                        "Write " + DatabaseProviders.jdbcUrlExamples() + "."));
    }

    /** Parameters can contain a password. */
    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return (query < 0 ? url : url.substring(0, query)).replaceAll("//[^/]*@", "//");
    }

    ServerUrl with(String parameter, Optional<String> value) {
        return value.map(given -> new ServerUrl(text + (text.contains("?") ? separator() : "?") + parameter + "="
                        + URLEncoder.encode(given, StandardCharsets.UTF_8)))
                .orElse(this);
    }

    private String separator() {
        return text.endsWith("?") || text.endsWith("&") ? "" : "&";
    }

    String database(String name) {
        int query = text.indexOf('?');
        String address = query < 0 ? text : text.substring(0, query);
        String rest = query < 0 ? "" : text.substring(query);
        return address + (address.endsWith("/") ? "" : "/") + name + rest;
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return withoutQuery(text);
    }
}
