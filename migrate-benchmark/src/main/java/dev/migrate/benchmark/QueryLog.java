package dev.migrate.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Records the queries that are sent over a connection. */
final class QueryLog {

    private final Connection connection;
    private final List<String> queries = new ArrayList<>();

    QueryLog(Connection connection) {
        this.connection = connection;
    }

    /** The recording connection. */
    Connection connection() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(method, connection, arguments);
            return result instanceof Statement statement ? logged(statement) : result;
        });
    }

    /** The queries sent with {@code executeQuery}. */
    List<String> queries() {
        return List.copyOf(queries);
    }

    private Statement logged(Statement statement) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("executeQuery")) {
                queries.add((String) arguments[0]);
            }
            return call(method, statement, arguments);
        });
    }

    private static Object call(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
