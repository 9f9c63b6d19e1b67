package dev.migrate.operation;

import dev.migrate.schema.DefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * The new default of a column.
 *
 * @param value the default, or null for none
 */
public record NewDefault(@Nullable DefaultValue value) {}
