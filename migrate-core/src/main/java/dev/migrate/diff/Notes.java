package dev.migrate.diff;

/** Notes of several kinds of changes. */
final class Notes {

    static final String RENAMED = "Views, triggers and routines that use the old name are not changed by the server.";

    private Notes() {}
}
