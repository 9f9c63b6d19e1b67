package dev.migrate.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options that JPA 3.2 lets people write behind tables, columns and keys. */
final class Options {

    private Options() {}

    /** Hibernate 6 has none, nor the methods that tell them. */
    static @Nullable String of(Supplier<@Nullable String> options) {
        try {
            String sql = options.get();
            return sql == null || sql.isBlank() ? null : sql;
        } catch (NoSuchMethodError e) {
            return null;
        }
    }
}
