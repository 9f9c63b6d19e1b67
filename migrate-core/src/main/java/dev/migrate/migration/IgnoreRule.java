package dev.migrate.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Suppresses the findings of a rule for one {@link Migration}, with the reason why they are acceptable. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(IgnoreRule.List.class)
public @interface IgnoreRule {

    /**
     * The id of the rule, for instance {@code data-loss}.
     *
     * @return the id
     */
    String value();

    /**
     * The reason, for reviewers.
     *
     * @return the reason, not blank
     */
    String reason();

    /** Several rules. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * The rules.
         *
         * @return the rules
         */
        IgnoreRule[] value();
    }
}
