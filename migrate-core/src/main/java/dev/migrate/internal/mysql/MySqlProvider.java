package dev.migrate.internal.mysql;

import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.ServerVersion.Product;
import dev.migrate.provider.SqlRenderer;
import java.util.Optional;

/** Provides the dialect of MySQL and MariaDB. */
public final class MySqlProvider implements DatabaseProvider {

    /** Made by {@link java.util.ServiceLoader}. */
    public MySqlProvider() {}

    @Override
    public Optional<SqlRenderer> dialectFor(ServerVersion server) {
        boolean isKnown = server.isAtLeast(Product.MYSQL, 5, 7, 0) || server.isAtLeast(Product.MARIADB, 10, 2, 0);
        return isKnown ? Optional.of(new MySqlRenderer(server)) : Optional.empty();
    }
}
