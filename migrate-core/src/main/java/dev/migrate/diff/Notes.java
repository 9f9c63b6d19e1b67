package dev.migrate.diff;

/** Sentences that several kinds of changes need. */
final class Notes {

    static final String RENAMED = "Views, triggers and routines that use the old name are not rewritten by the server.";

    private Notes() {}
}
