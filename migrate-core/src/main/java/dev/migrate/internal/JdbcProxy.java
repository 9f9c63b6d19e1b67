package dev.migrate.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** JDBC objects that treat some methods of another one differently. Stateless. */
public final class JdbcProxy {

    /** Handles the calls of a proxy. */
    public interface Handler {

        /**
         * Handles a call.
         *
         * @param method the called method
         * @param original passes the call on
         * @return the result of the call
         */
        @Nullable
        Object handle(Method method, Call original) throws Throwable;
    }

    /** A call of the original object. */
    public static final class Call {

        private final Object original;
        private final Method method;
        private final @Nullable Object @Nullable [] arguments;

        private Call(Object original, Method method, @Nullable Object @Nullable [] arguments) {
            this.original = original;
            this.method = method;
            this.arguments = arguments;
        }

        /** Calls the original object, and throws what it throws. */
        public @Nullable Object proceed() throws Throwable {
            return invoke(original, method, arguments);
        }

        /** Calls the original object with other texts, and throws what it throws. */
        public @Nullable Object proceed(UnaryOperator<String> texts) throws Throwable {
            @Nullable Object[] changed = arguments == null ? new Object[0] : arguments.clone();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] instanceof String text) {
                    changed[i] = texts.apply(text);
                }
            }
            return invoke(original, method, changed);
        }
    }

    private JdbcProxy() {}

    /** Returns an object whose calls a handler handles or passes on to the original object. */
    public static <T> T of(Class<T> type, T original, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                JdbcProxy.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, new Call(original, method, arguments))));
    }

    private static @Nullable Object invoke(Object original, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(original, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
