package dev.migrate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on each server, each time with a new and empty {@link TestDatabase}, which it takes as a
 * parameter. See {@link TestServers} for the available servers.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Tag("database")
@ExtendWith(DatabaseExtension.class)
public @interface DatabaseTest {

    /**
     * Whether one MySQL and one MariaDB are enough, the first of each among the servers: for tests of the API that do
     * not depend on the server.
     *
     * @return true for one of each
     */
    boolean oneOfEachProduct() default false;

    /**
     * Whether the first server is enough: for slow tests that do not depend on the server.
     *
     * @return true for one server
     */
    boolean one() default false;
}
