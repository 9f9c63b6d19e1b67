package dev.migrate.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** JDBC objects that treat some methods of another one differently. Stateless. */
final class Proxies {

    /** Handles the calls of a proxy. */
    interface Handler {
        @Nullable
        Object handle(Method method, Call original) throws Throwable;
    }

    /** A call of the original object. */
    static final class Call {

        private final Object original;
        private final Method method;
        private final @Nullable Object @Nullable [] arguments;

        private Call(Object original, Method method, @Nullable Object @Nullable [] arguments) {
            this.original = original;
            this.method = method;
            this.arguments = arguments;
        }

        boolean hasArguments() {
            return arguments != null && arguments.length > 0;
        }

        @Nullable
        Object proceed() throws Throwable {
            try {
                return method.invoke(original, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        /** The first argument if it is a text, or an empty text. */
        String text() {
            return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
        }
    }

    private Proxies() {}

    static <T> T of(Class<T> type, T original, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                Proxies.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, new Call(original, method, arguments))));
    }
}
