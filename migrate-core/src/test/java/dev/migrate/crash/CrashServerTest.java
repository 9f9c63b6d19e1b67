package dev.migrate.crash;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on each {@link CrashServer}, which it takes as a parameter. See {@link CrashServers} for the
 * available servers. The tag {@code crash} selects all of these tests.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("crash")
@TestTemplate
@ExtendWith(CrashServers.class)
@interface CrashServerTest {}
