package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import java.util.Optional;

/** The provider for MySQL and MariaDB. */
public final class MySqlProvider implements DatabaseProvider {

    /** Constructor for {@link java.util.ServiceLoader}. */
    public MySqlProvider() {}

    @Override
    public Optional<ServerVersion> serverVersion(String reported) {
        return MySqlVersions.parse(reported);
    }

    @Override
    public Optional<ServerVersion> serverNamed(String name) {
        return MySqlVersions.named(name);
    }

    @Override
    public String serverNameExamples() {
        return "mysql-8.0.36 or mariadb-10.11";
    }

    @Override
    public String supportedServers() {
        return "MySQL 5.7 or later or MariaDB 10.2 or later";
    }

    @Override
    public boolean supports(ServerVersion server) {
        return server.isAtLeast(MySqlVersions.MYSQL, 5, 7, 0) || server.isAtLeast(MySqlVersions.MARIADB, 10, 2, 0);
    }

    @Override
    public SqlRenderer renderer(ServerVersion server) {
        return new MySqlRenderer(server);
    }
}
