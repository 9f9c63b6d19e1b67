package dev.migrate.internal.flyway;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A version of Flyway: numbers separated by dots. Versions are equal if their numbers are, without regard to leading zeros
 * and to zeros at the end. Immutable.
 *
 * @param text the version with dots, as Flyway displays it
 * @param numbers its numbers, without zeros at the end
 */
record FlywayVersion(String text, List<BigInteger> numbers) implements Comparable<FlywayVersion> {

    private static final Pattern FORM = Pattern.compile("\\d+(?:[._]\\d+)*");

    FlywayVersion {
        numbers = List.copyOf(numbers);
    }

    static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    static FlywayVersion of(String text) {
        String dotted = text.replace('_', '.');
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : dotted.split("\\.", -1)) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return new FlywayVersion(dotted, numbers);
    }

    boolean isSame(FlywayVersion other) {
        return compareTo(other) == 0;
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
