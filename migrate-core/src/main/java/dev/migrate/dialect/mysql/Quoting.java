package dev.migrate.dialect.mysql;

import dev.migrate.schema.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** How names and constants are written, in a session without ANSI_QUOTES and NO_BACKSLASH_ESCAPES. */
final class Quoting {

    /** More digits than this are no DECIMAL any more (manual, "Precision Math"). */
    private static final int MOST_DIGITS = 65;

    private static final Literal.Visitor<String> LITERALS = new Literal.Visitor<>() {
        @Override
        public String nothing(Literal.Null literal) {
            return "NULL";
        }

        @Override
        public String text(Literal.Text literal) {
            return Quoting.text(literal.value());
        }

        @Override
        public String number(Literal.Numeric literal) {
            BigDecimal value = literal.value();
            int digits = Math.max(value.precision(), value.precision() - value.scale());
            boolean isExact = Math.max(digits, value.scale()) <= MOST_DIGITS;
            return isExact ? value.toPlainString() : value.toString();
        }

        @Override
        public String truth(Literal.Truth literal) {
            return literal.value() ? "TRUE" : "FALSE";
        }

        @Override
        public String bytes(Literal.Bytes literal) {
            return "X'" + literal.hex() + "'";
        }
    };

    private Quoting() {}

    static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String names(List<String> names) {
        return names.stream().map(Quoting::name).collect(Collectors.joining(", ", "(", ")"));
    }

    static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + "'";
    }

    static String literal(Literal literal) {
        return literal.accept(LITERALS);
    }

    static String literals(List<Literal> literals) {
        return literals.stream().map(Quoting::literal).collect(Collectors.joining(", ", "(", ")"));
    }
}
