package dev.migrate.internal.engine;

import dev.migrate.internal.Sha256;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ServerVersion;

/** The hash of the statements of a revision in both directions: a downgrade reverts what a certain upgrade has done. */
final class StatementHash {

    private StatementHash() {}

    /** Hashes the statements without secrets, and Java code by its description. */
    static String of(PreparedStep up, PreparedStep down, ServerVersion server) {
        StringBuilder text = new StringBuilder();
        for (PreparedStep step : new PreparedStep[] {up, down}) {
            text.append(step.action()).append('\n');
            for (PlannedStatement statement : step.statements()) {
                text.append(DatabaseProviders.forServer(server).maskSecrets(statement.text()))
                        .append('\0');
            }
        }
        return Sha256.of(text.toString());
    }
}
