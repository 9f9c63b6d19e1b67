package dev.migrate.internal.mysql.introspect;

import dev.migrate.error.ScratchDatabaseException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty database beside the one that is migrated, on the same server and with the same character set, where something
 * can be tried out. It goes when it is closed.
 *
 * <p>Its name begins with {@value #PREFIX}, so that a user can be allowed to create such databases and no others, and what
 * a process that was killed has left behind can be told from everything else.
 */
public final class ScratchDatabase implements AutoCloseable {

    /** How the names of all scratch databases begin. */
    public static final String PREFIX = "migrate_scratch_";

    private static final Logger LOG = LoggerFactory.getLogger(ScratchDatabase.class);
    private static final Random RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;

    private final DataSource server;
    private final String name;

    private ScratchDatabase(DataSource server, String name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Creates a database.
     *
     * @param model gives connections to the database whose server and whose character set it shall have
     * @return the scratch database, to be closed by the caller
     * @throws ScratchDatabaseException if it cannot be created
     */
    public static ScratchDatabase create(DataSource model) {
        String name = randomName();
        try (Connection connection = model.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + encoding(statement));
            return new ScratchDatabase(model, name);
        } catch (SQLException e) {
            throw ScratchDatabaseException.notCreated(name, e);
        }
    }

    private static String randomName() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    private static String encoding(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT @@character_set_database, @@collation_database")) {
            result.next();
            return " CHARACTER SET " + result.getString(1) + " COLLATE " + result.getString(2);
        }
    }

    /**
     * Returns its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives connections to it: those of the other database, moved here until they are closed.
     *
     * @return a source that is of use until this is closed
     */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                ScratchDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Object result = invoke(server, method, arguments);
                    return result instanceof Connection connection ? moved(connection) : result;
                });
    }

    private Connection moved(Connection connection) throws SQLException {
        String home = connection.getCatalog();
        try {
            connection.setCatalog(name);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("close") && home != null && !connection.isClosed()) {
                connection.setCatalog(home);
            }
            return invoke(connection, method, arguments);
        };
        return (Connection) Proxy.newProxyInstance(
                ScratchDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Drops it. Where that fails, what was found out in it is right all the same, so that it is only logged. */
    @Override
    public void close() {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
        } catch (SQLException e) {
            LOG.warn("The scratch database {} is still there; drop it by hand.", name, e);
        }
    }
}
