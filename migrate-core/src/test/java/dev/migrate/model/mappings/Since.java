package dev.migrate.model.mappings;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The oldest version of Hibernate that has the annotations of a mapping. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Since {

    /** The version, for instance {@code 7.0}. */
    String value();
}
