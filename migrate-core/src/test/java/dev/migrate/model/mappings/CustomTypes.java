package dev.migrate.model.mappings;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.usertype.CompositeUserType;
import org.hibernate.usertype.UserType;

/** Types that an application defines itself. */
@SuppressWarnings("removal") // Hibernate 6.6 has no other methods.
final class CustomTypes {

    private CustomTypes() {}

    /** Text in capital letters. */
    abstract static class CapitalLetters<T> implements UserType<T> {

        private final Class<T> type;

        CapitalLetters(Class<T> type) {
            this.type = type;
        }

        abstract T of(String text);

        @Override
        public int getSqlType() {
            return Types.CHAR;
        }

        @Override
        public Class<T> returnedClass() {
            return type;
        }

        @Override
        public boolean equals(T left, T right) {
            return Objects.equals(left, right);
        }

        @Override
        public int hashCode(T value) {
            return value.hashCode();
        }

        @Override
        public T nullSafeGet(ResultSet row, int position, SharedSessionContractImplementor session, Object owner)
                throws SQLException {
            String text = row.getString(position);
            return text == null ? null : of(text.toUpperCase(Locale.ROOT));
        }

        @Override
        public void nullSafeSet(
                PreparedStatement statement, T value, int position, SharedSessionContractImplementor session)
                throws SQLException {
            statement.setString(position, value == null ? null : value.toString());
        }

        @Override
        public T deepCopy(T value) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public Serializable disassemble(T value) {
            return value.toString();
        }

        @Override
        public T assemble(Serializable cached, Object owner) {
            return of(cached.toString());
        }
    }

    static final class Upper extends CapitalLetters<String> {
        Upper() {
            super(String.class);
        }

        @Override
        String of(String text) {
            return text;
        }
    }

    static final class UpperBuilder extends CapitalLetters<StringBuilder> {
        UpperBuilder() {
            super(StringBuilder.class);
        }

        @Override
        StringBuilder of(String text) {
            return new StringBuilder(text);
        }
    }

    static final class Digits extends CapitalLetters<Long> {
        Digits() {
            super(Long.class);
        }

        @Override
        Long of(String text) {
            return Long.valueOf(text);
        }
    }

    record Range(int low, int high) {}

    static final class RangeType implements CompositeUserType<Range> {

        /** The columns. */
        static final class Mapped {
            int low;
            int high;
        }

        @Override
        public Object getPropertyValue(Range range, int property) {
            return property == 0 ? range.high() : range.low();
        }

        @Override
        public Range instantiate(ValueAccess values) {
            return new Range(values.getValue(1, Integer.class), values.getValue(0, Integer.class));
        }

        @Override
        public Class<?> embeddable() {
            return Mapped.class;
        }

        @Override
        public Class<Range> returnedClass() {
            return Range.class;
        }

        @Override
        public boolean equals(Range left, Range right) {
            return Objects.equals(left, right);
        }

        @Override
        public int hashCode(Range range) {
            return range.hashCode();
        }

        @Override
        public Range deepCopy(Range range) {
            return range;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public Serializable disassemble(Range range) {
            return new int[] {range.low(), range.high()};
        }

        @Override
        public Range assemble(Serializable cached, Object owner) {
            int[] ends = (int[]) cached;
            return new Range(ends[0], ends[1]);
        }

        @Override
        public Range replace(Range detached, Range managed, Object owner) {
            return detached;
        }
    }
}
