package dev.migrate.model;

import org.jspecify.annotations.Nullable;

/** The options that JPA lets people write behind tables, columns and keys. */
final class JpaOptions {

    private JpaOptions() {}

    /** No options are empty ones, depending on the annotation. */
    static @Nullable String of(@Nullable String options) {
        return options == null || options.isBlank() ? null : options;
    }
}
