package dev.migrate.internal.load;

import java.nio.ByteBuffer;

/**
 * A compiled class. Immutable.
 *
 * @param source the file that declares it, relative to the folder of the sources
 * @param bytes the class file, which is never modified
 */
record CompiledClass(String source, ByteBuffer bytes) {}
