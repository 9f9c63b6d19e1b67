package dev.migrate.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * A row of the journal as it is written. Statement 0 stands for the step itself.
 *
 * @param step the number of the step
 * @param statement the number of the statement
 * @param revision the id of the revision
 * @param action what is done with it
 * @param state how far it has come
 * @param text the statement, or the message of the revision
 * @param hash the hash of the whole text
 * @param parents the ids of the parents, separated by commas; null for a statement
 * @param dependsOn the ids of dependencies, likewise
 * @param statements how many statements the step has
 * @param stateBefore an expression that describes what the statement is about, or null
 * @param token what the server commits together with the statement, or null
 * @param agoMicros how long ago it began, in microseconds
 * @param elapsedMicros how long it took, in microseconds, or null
 * @param note what else there is to say, or null
 */
record JournalRow(
        long step,
        int statement,
        String revision,
        String action,
        String state,
        String text,
        String hash,
        @Nullable String parents,
        @Nullable String dependsOn,
        int statements,
        @Nullable String stateBefore,
        @Nullable String token,
        long agoMicros,
        @Nullable Long elapsedMicros,
        @Nullable String note) {}
