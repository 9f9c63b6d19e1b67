package dev.migrate.test;

import dev.migrate.Environment;
import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Injects the database of {@link MigratedDatabase}. Stateless. */
final class MigratedDatabaseExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MigratedDatabaseExtension.class);
    private static final List<Class<?>> TYPES =
            List.of(DataSource.class, Connection.class, Migrator.class, TestDatabase.class);

    @MigratedDatabase
    private static final class Defaults {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext context) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        inject(context, context.getRequiredTestClass(), null);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            inject(context, instance.getClass(), instance);
        }
    }

    private static void inject(ExtensionContext context, Class<?> type, @Nullable Object instance) {
        List<Field> fields = AnnotationSupport.findAnnotatedFields(
                type,
                MigratedDatabase.class,
                field -> Modifier.isStatic(field.getModifiers()) == (instance == null),
                HierarchyTraversalMode.TOP_DOWN);
        for (Field field : fields) {
            inject(context, field, instance);
        }
    }

    private static void inject(ExtensionContext context, Field field, @Nullable Object instance) {
        if (!TYPES.contains(field.getType()) && field.getType() != String.class) {
            throw new TestDatabaseException(
                    "The field " + field.getName() + " with @MigratedDatabase has the type "
                            + field.getType().getName() + ".",
                    "Use DataSource, Connection, Migrator, TestDatabase, or String for the JDBC URL.");
        }
        try {
            field.setAccessible(true);
            field.set(instance, value(context, wanted(context, field).orElseThrow(), field.getType()));
        } catch (IllegalAccessException e) {
            throw new TestDatabaseException(
                    "The field " + field.getName() + " with @MigratedDatabase is final.", "Remove the modifier.", e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        boolean isUrl = type == String.class
                && (parameter.isAnnotated(DatabaseUrl.class) || parameter.isAnnotated(MigratedDatabase.class));
        return (isUrl || TYPES.contains(type))
                && wanted(context, parameter.getParameter()).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MigratedDatabase wanted = wanted(context, parameter.getParameter()).orElseThrow();
        try {
            return value(context, wanted, parameter.getParameter().getType());
        } catch (MigrateException e) {
            throw new ParameterResolutionException(e.getMessage(), e);
        }
    }

    /** The annotation of an element; without attributes of its own, that of the method or of the class. */
    private static Optional<MigratedDatabase> wanted(ExtensionContext context, AnnotatedElement element) {
        Optional<MigratedDatabase> own = AnnotationSupport.findAnnotation(element, MigratedDatabase.class);
        return own.filter(annotation -> !annotation.equals(defaults()))
                .or(() -> AnnotationSupport.findAnnotation(context.getTestMethod(), MigratedDatabase.class))
                .or(() -> ofClass(context.getTestClass()))
                .or(() -> own);
    }

    static Optional<MigratedDatabase> ofClass(Optional<Class<?>> testClass) {
        return testClass.flatMap(type -> AnnotationSupport.findAnnotation(type, MigratedDatabase.class)
                .or(() -> ofClass(Optional.ofNullable(type.getEnclosingClass()))));
    }

    static MigratedDatabase defaults() {
        return Objects.requireNonNull(Defaults.class.getAnnotation(MigratedDatabase.class));
    }

    /** The database of a test, or that of the class if its tests share one. */
    private static BorrowedDatabase database(ExtensionContext context, MigratedDatabase wanted) {
        boolean isShared = wanted.reset() == Reset.NONE;
        if (!isShared && context.getTestMethod().isEmpty()) {
            throw new TestDatabaseException(
                    "A database that is reset for each test cannot be injected into a static field or a method that runs"
                            + " once for the class.",
                    "Use a parameter of the test or an instance field, or @MigratedDatabase(reset = Reset.NONE).");
        }
        ExtensionContext owner = isShared ? ofClass(context) : context;
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(wanted, key -> borrow(context, wanted), BorrowedDatabase.class);
    }

    /** The context of the outermost class. */
    private static ExtensionContext ofClass(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(MigratedDatabaseExtension::ofClass)
                .orElse(context);
    }

    private static BorrowedDatabase borrow(ExtensionContext context, MigratedDatabase wanted) {
        Project project = project(context, wanted);
        TestRun run = TestRun.of(context);
        DatabasePool pool = run.pool(run.server(context, project), project, wanted.value());
        try {
            return new BorrowedDatabase(pool, wanted);
        } catch (SQLException e) {
            throw new TestDatabaseException("The database cannot be opened.", "Check the server.", e);
        }
    }

    /** The migrations that an annotation and the test select. */
    static Project project(ExtensionContext context, MigratedDatabase wanted) {
        Class<?> testClass = context.getRequiredTestClass();
        Optional<Environment> more = Environment.class.isAssignableFrom(testClass)
                ? Optional.of((Environment)
                        context.getTestInstance().orElseGet(() -> ReflectionSupport.newInstance(testClass)))
                : Optional.empty();
        return Project.of(wanted, testClass, more);
    }

    private static Object value(ExtensionContext context, MigratedDatabase wanted, Class<?> type) {
        BorrowedDatabase database = database(context, wanted);
        Hooks hooks = new Hooks(context.getTestInstance().orElse(null));
        try {
            if (type == DataSource.class) {
                return database.dataSource();
            }
            if (type == Connection.class) {
                return database.connection();
            }
            if (type == String.class) {
                return database.url();
            }
            return type == Migrator.class ? database.testDatabase(hooks).migrator() : database.testDatabase(hooks);
        } catch (SQLException e) {
            throw new TestDatabaseException("The database cannot be opened.", "Check the server.", e);
        }
    }
}
