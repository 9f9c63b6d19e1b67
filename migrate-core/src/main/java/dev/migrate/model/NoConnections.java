package dev.migrate.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Connections of a session factory that only completes its mapping model: there are none. */
final class NoConnections implements ConnectionProvider {

    @Override
    public Connection getConnection() throws SQLException {
        throw new SQLFeatureNotSupportedException("Entities are read without a connection.");
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> unwrapType) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> unwrapType) {
        throw new IllegalArgumentException("There is no " + unwrapType.getName() + ".");
    }
}
