package dev.migrate.spring.boot;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.RevisionException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.error.StatementOutcomeUnknownException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Describes the failure of a migration, and what to do. */
final class MigrateFailureAnalyzer extends AbstractFailureAnalyzer<MigrateException> {

    private static final String PARAGRAPH = System.lineSeparator() + System.lineSeparator();

    MigrateFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrateException cause) {
        return new FailureAnalysis(description(cause), action(cause), cause);
    }

    private static String description(MigrateException cause) {
        String statement = cause.statement();
        return paragraphs(cause.failure(), statement == null ? null : "    " + statement, cause.state());
    }

    private static String action(MigrateException cause) {
        return paragraphs(cause.remedy(), inSpring(cause));
    }

    /** The part of the remedy that depends on Spring. */
    private static @Nullable String inSpring(MigrateException cause) {
        if (cause.reason() == ConnectionFailedException.Reason.UNSUPPORTED_SERVER) {
            return "If this is a test slice, it has replaced the DataSource by an embedded database. Set"
                    + " spring.test.database.replace=none, or use a container with @ServiceConnection.";
        }
        if (cause.reason() == RevisionException.Reason.UNKNOWN_IN_DATABASE) {
            return "migrate.accept-newer-database=true accepts a database that a newer version of this application has"
                    + " migrated.";
        }
        return isResumable(cause)
                ? "The upgrade runs when the application starts; the command line (migrate-cli) and the bean of type"
                        + " Migrator have abort and resolve."
                : null;
    }

    private static boolean isResumable(MigrateException cause) {
        return cause instanceof StatementFailedException
                || cause instanceof StatementOutcomeUnknownException
                || cause instanceof InterruptedRunException;
    }

    private static String paragraphs(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(PARAGRAPH));
    }
}
