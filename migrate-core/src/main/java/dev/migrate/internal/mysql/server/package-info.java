/** The servers that the provider supports: their products and versions, and the capabilities of each version. */
@NullMarked
package dev.migrate.internal.mysql.server;

import org.jspecify.annotations.NullMarked;
