package dev.migrate.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens connections with a JDBC driver. */
final class DriverDataSource implements DataSource {

    /** Both drivers have it, in milliseconds. Without it, a connection to an unreachable address would hang for minutes. */
    private static final String CONNECT_TIMEOUT = "connectTimeout";

    private static final String CONNECT_TIMEOUT_MILLIS = "10000";

    /** Not a state of class 08: another attempt would have the same result. */
    private static final String NO_STATE = "HY000";

    private final Driver driver;
    private final String url;
    private final Properties properties = new Properties();

    /** A user and a password take precedence over those in the URL. */
    DriverDataSource(Driver driver, String url, Optional<String> user, Optional<String> password) {
        this.driver = driver;
        String rest = url;
        if (!url.toLowerCase(Locale.ROOT).contains(CONNECT_TIMEOUT.toLowerCase(Locale.ROOT))) {
            properties.setProperty(CONNECT_TIMEOUT, CONNECT_TIMEOUT_MILLIS);
        }
        if (user.isPresent()) {
            properties.setProperty("user", user.get());
            rest = without("user", rest);
        }
        if (password.isPresent()) {
            properties.setProperty("password", password.get());
            rest = without("password", rest);
        }
        this.url = rest;
    }

    /** Finds the driver for a URL among those that a class loader has. */
    static Optional<Driver> driver(String url, ClassLoader loader) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (driver.acceptsURL(url)) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    /** The drivers differ in whether the URL or the properties take precedence. */
    private static String without(String parameter, String url) {
        return url.replaceAll("(?<=[?&])" + parameter + "=[^&]*&?", "");
    }

    /**
     * Returns the URL, for error messages.
     *
     * @return the URL
     */
    public String getUrl() {
        return url;
    }

    /**
     * Returns the user, for error messages.
     *
     * @return the user, or null if the URL contains it
     */
    public @Nullable String getUser() {
        return properties.getProperty("user");
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(url, (Properties) properties.clone());
        if (connection == null) {
            throw new SQLException(
                    "The driver " + driver.getClass().getName() + " does not accept the JDBC URL.", NO_STATE);
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return new DriverDataSource(driver, url, Optional.of(username), Optional.of(password)).getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (isWrapperFor(type)) {
            return type.cast(driver);
        }
        throw new SQLException("This data source does not wrap " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(driver);
    }
}
