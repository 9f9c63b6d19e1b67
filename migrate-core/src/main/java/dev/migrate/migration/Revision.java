package dev.migrate.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Places a {@link Migration} in the graph of revisions. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /**
     * The id, unique among all migrations: 1 to 32 characters, since that is what the version table holds.
     *
     * @return the id
     */
    String id();

    /**
     * The ids of the revisions that this one follows: none for the first, one as a rule, several for a merge.
     *
     * @return the parents' ids
     */
    String[] parents() default {};

    /**
     * Names for the branch that starts here.
     *
     * @return the labels
     */
    String[] labels() default {};

    /**
     * Ids or labels of revisions on other branches that must be applied before this one.
     *
     * @return the dependencies
     */
    String[] dependsOn() default {};

    /**
     * What the migration does, in one line.
     *
     * @return the message
     */
    String message() default "";
}
