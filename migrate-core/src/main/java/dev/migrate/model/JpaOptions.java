package dev.migrate.model;

import org.jspecify.annotations.Nullable;

/** The options that JPA annotations can append to tables, columns and keys. */
final class JpaOptions {

    private JpaOptions() {}

    /** Missing options are null or empty, depending on the annotation. */
    static @Nullable String of(@Nullable String options) {
        return options == null || options.isBlank() ? null : options;
    }
}
