package dev.migrate.internal.mysql.advice;

import dev.migrate.operation.Operation;
import dev.migrate.provider.PlannedStatement;
import java.util.List;

/**
 * An operation with its statements. Immutable.
 *
 * @param operation the operation
 * @param statements its statements
 */
record RenderedOperation(Operation operation, List<PlannedStatement> statements) {}
