package dev.migrate.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Identifies a {@link Migration} and places it in the revision graph. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /**
     * The id, unique among all migrations: 1 to 32 characters, the length of the column in the version table.
     *
     * @return the id
     */
    String id();

    /**
     * The ids of the parent revisions: none for the first revision, usually one, several for a merge.
     *
     * @return the ids of the parents
     */
    String[] parents() default {};

    /**
     * The labels of the branch that starts with this revision.
     *
     * @return the labels
     */
    String[] labels() default {};

    /**
     * The ids or labels of revisions on other branches that must be applied before this one.
     *
     * @return the dependencies
     */
    String[] dependsOn() default {};

    /**
     * A short description of the migration, on one line.
     *
     * @return the message
     */
    String message() default "";
}
