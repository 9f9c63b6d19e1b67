package dev.migrate.test;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The methods of a test that are called before and after revisions. Immutable.
 *
 * @param test the test instance, or null for none
 */
record Hooks(@Nullable Object test) {

    void before(String revision, TestDatabase database) {
        call(BeforeRevision.class, BeforeRevision::value, revision, database);
    }

    void after(String revision, TestDatabase database) {
        call(AfterRevision.class, AfterRevision::value, revision, database);
    }

    private <A extends Annotation> void call(
            Class<A> type, Function<A, String> value, String revision, TestDatabase database) {
        for (Method method : methods(type)) {
            if (value.apply(method.getAnnotation(type)).equals(revision)) {
                call(method, database);
            }
        }
    }

    private List<Method> methods(Class<? extends Annotation> type) {
        return test == null
                ? List.of()
                : AnnotationSupport.findAnnotatedMethods(test.getClass(), type, HierarchyTraversalMode.TOP_DOWN);
    }

    private void call(Method method, TestDatabase database) {
        Class<?> parameter = method.getParameterCount() == 1 ? method.getParameterTypes()[0] : Void.class;
        if (parameter == Connection.class) {
            try (Connection connection = database.dataSource().getConnection()) {
                ReflectionSupport.invokeMethod(method, test, connection);
            } catch (SQLException e) {
                throw new TestDatabaseException("The database cannot be opened.", "Check the server.", e);
            }
        } else if (parameter == DataSource.class) {
            ReflectionSupport.invokeMethod(method, test, database.dataSource());
        } else if (parameter == TestDatabase.class) {
            ReflectionSupport.invokeMethod(method, test, database);
        } else {
            throw new TestDatabaseException(
                    "The method " + method.getName() + " does not have one parameter of a supported type.",
                    "Use Connection, DataSource or TestDatabase.");
        }
    }

    /** Rejects methods for revisions that do not exist. */
    void requireRevisions(Collection<String> ids) {
        List<String> named = new ArrayList<>();
        methods(BeforeRevision.class)
                .forEach(method ->
                        named.add(method.getAnnotation(BeforeRevision.class).value()));
        methods(AfterRevision.class)
                .forEach(method ->
                        named.add(method.getAnnotation(AfterRevision.class).value()));
        named.removeAll(ids);
        if (!named.isEmpty()) {
            throw new TestDatabaseException(
                    "@BeforeRevision or @AfterRevision names a revision that does not exist: "
                            + String.join(", ", named) + ".",
                    "Write the full id of a revision.");
        }
    }
}
