package dev.migrate.test;

/** A test that {@link MigrationTests} contains. */
public enum MigrationTest {
    /** The revisions have one head. */
    ONE_HEAD,
    /** An empty database can be upgraded to the heads. */
    UPGRADE,
    /** All revisions can be applied, reverted and applied again, one by one. */
    UP_AND_DOWN,
    /** The downgrade of each revision restores the exact schema before it. */
    NO_TRACE,
    /** Each downgrade can be derived or is written, or is declared irreversible. */
    REVERSIBLE,
    /** The migrated schema is that of the model. */
    MODEL,
    /** All revisions can be written as a script. */
    OFFLINE_SCRIPT,
    /** No rule reports an error. */
    RULES,
    /** After a kill before any statement, the next run completes the revision. */
    KILLED,
    /** Two processes can start at the same time. */
    TWO_RUNNERS
}
