/**
 * Tests of documents: commands are executed, and their output is compared.
 *
 * <p>The kind of a fenced block is given after its backticks:
 *
 * <ul>
 *   <li>{@code console}: lines after {@code $} are executed, in one shell for the whole document; the lines below each
 *       are its output. {@code console exit=1} is the exit code of the last command, if it is not 0;
 *   <li>{@code java file=PATH}, in any language: the file is written with this content;
 *   <li>{@code java shows=PATH}: the file has this content;
 *   <li>{@code text}: is not checked.
 * </ul>
 *
 * Any other block fails. An ellipsis {@code …} matches any text on its line, and any lines if it is alone on a line.
 * Hidden commands are executed by a comment: {@code <!-- run: COMMAND -->}.
 */
@NullMarked
package dev.migrate.testing.documents;

import org.jspecify.annotations.NullMarked;
