package dev.migrate;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.lint.Finding;
import dev.migrate.lint.Severity;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.plan.VerifiedRevision.Status;
import dev.migrate.provider.ServerVersion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link Authoring#verify}. Immutable.
 *
 * @param server the server on which the migrations were executed
 * @param revisions the revisions in the order in which they were applied, and then the repeatable migrations
 * @param modelDifference the changes from the migrated schema to the model, or null if there is no model or a migration
 *     could not be applied
 * @param findings the findings of the rules
 * @param schema the script of the schema at the heads, or null if a migration could not be applied
 */
public record Verification(
        ServerVersion server,
        List<VerifiedRevision> revisions,
        @Nullable SchemaDiff modelDifference,
        List<Finding> findings,
        @Nullable String schema) {

    /** Copies the lists and rejects null. */
    public Verification {
        Objects.requireNonNull(server, "server");
        revisions = List.copyOf(revisions);
        findings = List.copyOf(findings);
    }

    /**
     * Returns whether nothing is wrong.
     *
     * @return true if no migration has failed, the model does not differ, and no finding has the severity {@code ERROR}
     */
    public boolean isSuccessful() {
        return revisions.stream().noneMatch(each -> each.status() == Status.FAILED)
                && (modelDifference == null || modelDifference.isEmpty())
                && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
