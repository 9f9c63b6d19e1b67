/**
 * Documents that cannot rot: what a reader is told to type is typed, and what he is shown is compared.
 *
 * <p>A document's fenced blocks are, by what stands behind the three back-ticks:
 *
 * <ul>
 *   <li>{@code console}: lines behind {@code $} are run, one shell for the whole document; the lines below each are what
 *       it prints. {@code console exit=1} says how the last of them ends, if not with 0;
 *   <li>{@code java file=PATH}, in any language: the file is written with it;
 *   <li>{@code java shows=PATH}: the file has this content;
 *   <li>{@code text}: is only read.
 * </ul>
 *
 * Any other block fails. Where {@code …} stands, there may be anything on the line, and on a line of its own any lines.
 * What the reader need not see is run by a comment: {@code <!-- run: COMMAND -->}.
 */
@NullMarked
package dev.migrate.testing.documents;

import org.jspecify.annotations.NullMarked;
