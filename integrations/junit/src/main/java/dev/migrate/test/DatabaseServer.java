package dev.migrate.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the static field, or static method without parameters, of a test class that provides the server: a
 * {@link javax.sql.DataSource}, a JDBC URL, or a Testcontainers container. Its user must be allowed to create databases.
 * One connection of a {@code DataSource} is kept until the end of the test run.
 */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface DatabaseServer {}
