package dev.migrate.model.mappings;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A mapping for which Hibernate's own schema creation fails, which the test verifies. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Rejected.All.class)
public @interface Rejected {

    /** Why it fails. */
    String value();

    /** The servers, as a regular expression: {@code MariaDB 10\..*}. */
    String server() default ".*";

    /** The versions of Hibernate, as a regular expression: {@code 6\.6}. */
    String hibernate() default ".*";

    /** Several reasons. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        /** The reasons. */
        Rejected[] value();
    }
}
