package dev.migrate.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a test class that is called before the upgrade to a revision, in {@link MigrationTests} and by
 * {@link TestDatabase}: it can insert rows that the migration meets, or check them. It has one parameter, a
 * {@link java.sql.Connection} in autocommit mode, a {@link javax.sql.DataSource} or a {@link TestDatabase}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BeforeRevision {

    /**
     * The id of the revision.
     *
     * @return the full id
     */
    String value();
}
