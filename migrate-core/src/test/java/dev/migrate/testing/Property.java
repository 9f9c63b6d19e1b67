package dev.migrate.testing;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a property of many generated cases. A failing case is simplified as long as it still fails, and printed with
 * its seed.
 *
 * <p>The seed is fixed, so that a build is repeatable; {@code -Dmigrate.seed=7} tries others, and
 * {@code -Dmigrate.cases=100000} more of them.
 *
 * @param <T> the type of the cases; {@code toString} must contain everything that is needed to repeat one
 */
public final class Property<T> {

    private static final long SEED = Long.getLong("migrate.seed", 20_261_123L);

    private final Function<Random, T> generator;
    private final Function<T, Stream<T>> smaller;

    private Property(Function<Random, T> generator, Function<T, Stream<T>> smaller) {
        this.generator = generator;
        this.smaller = smaller;
    }

    /**
     * Creates a property.
     *
     * @param generator generates a case; it must use only the given random numbers
     * @param smaller the cases that are one step simpler; the first failing one is used
     */
    public static <T> Property<T> of(Function<Random, T> generator, Function<T, Stream<T>> smaller) {
        return new Property<>(generator, smaller);
    }

    /**
     * Checks generated cases.
     *
     * @param cases the number of cases, unless the system property overrides it
     * @param check throws if the property does not hold
     */
    public void holds(int cases, Consumer<T> check) {
        int wanted = Integer.getInteger("migrate.cases", cases);
        for (int i = 0; i < wanted; i++) {
            long seed = SEED + i;
            T value = generator.apply(new Random(seed * 0x9E3779B97F4A7C15L));
            Throwable failure = failure(value, check);
            if (failure != null) {
                throw smallest(seed, value, failure, check);
            }
        }
    }

    private AssertionError smallest(long seed, T value, Throwable failure, Consumer<T> check) {
        T smallest = value;
        Throwable cause = failure;
        boolean isShrinking = true;
        while (isShrinking) {
            isShrinking = false;
            for (T candidate : smaller.apply(smallest).toList()) {
                Throwable again = failure(candidate, check);
                if (again != null) {
                    smallest = candidate;
                    cause = again;
                    isShrinking = true;
                    break;
                }
            }
        }
        String message = "seed " + seed + " (repeat with -Dmigrate.seed=" + seed
                + " -Dmigrate.cases=1)\nsmallest case: " + smallest + "\nfirst case: " + value + "\n" + cause;
        return new AssertionError(message, cause);
    }

    private static <T> @Nullable Throwable failure(T value, Consumer<T> check) {
        try {
            check.accept(value);
            return null;
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            return failure;
        }
    }
}
