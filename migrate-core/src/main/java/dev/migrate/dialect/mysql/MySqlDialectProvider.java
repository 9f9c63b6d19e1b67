package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.ServerVersion.Product;
import java.util.Optional;

/** Provides the dialect of MySQL and MariaDB. */
public final class MySqlDialectProvider implements DialectProvider {

    /** Made by {@link java.util.ServiceLoader}. */
    public MySqlDialectProvider() {}

    @Override
    public Optional<Dialect> dialectFor(ServerVersion server) {
        boolean isKnown = server.isAtLeast(Product.MYSQL, 5, 7, 0) || server.isAtLeast(Product.MARIADB, 10, 2, 0);
        return isKnown ? Optional.of(new MySqlDialect(server)) : Optional.empty();
    }
}
