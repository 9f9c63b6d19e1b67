package dev.migrate.crash;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * The servers of the crash tests.
 *
 * <p>The environment variable {@value #VARIABLE} names them, separated by spaces: {@code embedded} for the MariaDB from
 * Maven's repository, or a script that is called as {@code SCRIPT DATADIR PORT}. It runs the server in the foreground,
 * with a user {@code root} without a password on 127.0.0.1 and with a binary log, after it has initialized an empty
 * data directory. The default is {@code embedded}.
 */
final class CrashServers implements TestTemplateInvocationContextProvider {

    static final String VARIABLE = "MIGRATE_CRASH_SERVERS";
    private static final Namespace NAMESPACE = Namespace.create(CrashServers.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return names().map(OnServer::new);
    }

    private static Stream<String> names() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank()
                ? Stream.of("embedded")
                : Stream.of(named.strip().split("\\s+"));
    }

    /** One execution of the test. The server starts with the first one and stops after the last. */
    private record OnServer(String program) implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int invocationIndex) {
            return program.substring(program.lastIndexOf('/') + 1);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == CrashServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(program, CrashServer::start, CrashServer.class);
        }
    }
}
