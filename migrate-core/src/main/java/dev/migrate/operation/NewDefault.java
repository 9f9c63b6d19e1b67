package dev.migrate.operation;

import dev.migrate.schema.DefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * What a column's default becomes.
 *
 * @param value the default, or null for none
 */
public record NewDefault(@Nullable DefaultValue value) {}
