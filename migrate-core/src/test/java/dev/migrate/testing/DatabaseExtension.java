package dev.migrate.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link DatabaseTest} on each server. The servers start with the first such test and stop after the last. */
final class DatabaseExtension implements TestTemplateInvocationContextProvider {

    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        TestServers servers = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestServers.class, type -> TestServers.start(), TestServers.class);
        DatabaseTest wanted = context.getRequiredTestMethod().getAnnotation(DatabaseTest.class);
        return chosen(servers, wanted).stream().map(OnServer::new);
    }

    private static List<TestServer> chosen(TestServers servers, DatabaseTest wanted) {
        if (wanted.one()) {
            return servers.all().subList(0, 1);
        }
        return wanted.oneOfEachProduct() ? servers.oneOfEachProduct() : servers.all();
    }

    /** One execution of the test. */
    private record OnServer(TestServer server) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return server.version();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new FreshDatabase(server));
        }
    }

    /** The database of one execution. */
    private static final class FreshDatabase implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

        private final TestServer server;

        FreshDatabase(TestServer server) {
            this.server = server;
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            databaseOf(context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            server.countTest();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return databaseOf(context);
        }

        /** The store drops the database after the execution. */
        private TestDatabase databaseOf(ExtensionContext context) {
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(TestDatabase.class, type -> TestDatabase.create(server), TestDatabase.class);
        }
    }
}
