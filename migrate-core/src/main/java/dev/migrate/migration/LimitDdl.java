package dev.migrate.migration;

import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.TableLock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits what the statements of a {@link Migration} may do to tables, instead of the limits of the project: stricter ones,
 * or an exception. An attribute without a value means no limit.
 *
 * <p>For instance {@code @LimitDdl(algorithm = DdlAlgorithm.COPY, lock = TableLock.SHARED, reason = "runs at night")}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LimitDdl {

    /**
     * The most expensive algorithm.
     *
     * @return the algorithm
     */
    DdlAlgorithm algorithm() default DdlAlgorithm.COPY;

    /**
     * The most restrictive lock.
     *
     * @return the lock
     */
    TableLock lock() default TableLock.EXCLUSIVE;

    /**
     * The number of rows above which a table is only changed with {@link DdlAlgorithm#INSTANT}.
     *
     * @return the number of rows
     */
    long rows() default Long.MAX_VALUE;

    /**
     * Why this migration has limits of its own, for readers.
     *
     * @return the reason
     */
    String reason();
}
