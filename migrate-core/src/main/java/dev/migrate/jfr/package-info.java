/** Events for the JDK Flight Recorder. Needs the module {@code jdk.jfr}, which is optional. */
@NullMarked
package dev.migrate.jfr;

import org.jspecify.annotations.NullMarked;
