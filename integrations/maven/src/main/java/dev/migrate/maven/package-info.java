/**
 * The commands of Migrate as goals of Maven. Each goal runs the command of the same name, in a class loader with the class
 * path of the project; {@link dev.migrate.maven.CommandMojo} has what they share.
 */
@NullMarked
package dev.migrate.maven;

import org.jspecify.annotations.NullMarked;
