package dev.migrate.test;

import dev.migrate.error.MigrateException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Injects {@link MigrationChecks}, whose databases are dropped after each test. Stateless. */
final class MigrationTestsExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MigrationTestsExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MigrationChecks.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(MigrationChecks.class, type -> checks(context), MigrationChecks.class);
        } catch (MigrateException e) {
            throw new ParameterResolutionException(e.getMessage(), e);
        }
    }

    private static MigrationChecks checks(ExtensionContext context) {
        MigratedDatabase wanted = MigratedDatabaseExtension.ofClass(context.getTestClass())
                .orElseGet(MigratedDatabaseExtension::defaults);
        Project project = MigratedDatabaseExtension.project(context, wanted);
        TestServer server = TestRun.of(context).server(context, project);
        return new MigrationChecks((MigrationTests) context.getRequiredTestInstance(), project, server);
    }
}
