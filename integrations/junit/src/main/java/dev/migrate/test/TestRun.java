package dev.migrate.test;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The servers and databases of a test run. Thread-safe; closed by JUnit at the end of the run. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only a CloseableResource, later versions an AutoCloseable.
final class TestRun implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestRun.class);

    private final Map<Object, TestServer> servers = new HashMap<>();
    private final Map<PoolKey, Pool> pools = new HashMap<>();
    private @Nullable EmbeddedMariaDb embedded;

    private record PoolKey(Object server, Object project, String target) {}

    /** A pool, or the reason why there is none: migrations that fail are not run again for each test. */
    private record Pool(
            @Nullable DatabasePool pool, @Nullable RuntimeException failure) {

        static Pool of(Supplier<DatabasePool> creation) {
            try {
                return new Pool(creation.get(), null);
            } catch (RuntimeException e) {
                return new Pool(null, e);
            }
        }

        DatabasePool get() {
            if (pool == null) {
                throw failure == null ? new IllegalStateException() : failure;
            }
            return pool;
        }
    }

    private TestRun() {}

    static TestRun of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestRun.class, type -> new TestRun(), TestRun.class);
    }

    /** Returns the server of a test class. */
    synchronized TestServer server(ExtensionContext context, Project project) {
        ServerSource found = new ServerSearch(
                        context.getRequiredTestClass(),
                        context.getConfigurationParameter(ServerSearch.URL_PARAMETER),
                        project,
                        System.getenv(),
                        this::embedded)
                .find();
        return servers.computeIfAbsent(found.key(), key -> TestServer.connect(found));
    }

    /** Returns the databases with some migrations at a target. */
    synchronized DatabasePool pool(TestServer server, Project project, String target) {
        return pools.computeIfAbsent(
                        new PoolKey(server, project.key(), target),
                        key -> Pool.of(() -> new DatabasePool(server, project, target)))
                .get();
    }

    private EmbeddedMariaDb embedded() {
        embedded = Optional.ofNullable(embedded).orElseGet(EmbeddedMariaDb::start);
        return embedded;
    }

    @Override
    public synchronized void close() throws SQLException, IOException {
        for (TestServer server : servers.values()) {
            server.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
