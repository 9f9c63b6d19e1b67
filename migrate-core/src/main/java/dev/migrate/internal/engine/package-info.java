/**
 * Running what was planned: the session, the version table and the runner. Where migrations come from is not known
 * here; a step arrives with the statements that it consists of.
 */
@NullMarked
package dev.migrate.internal.engine;

import org.jspecify.annotations.NullMarked;
