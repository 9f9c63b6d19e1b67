/** Renders operations as statements. */
@NullMarked
package dev.migrate.internal.mysql.render;

import org.jspecify.annotations.NullMarked;
