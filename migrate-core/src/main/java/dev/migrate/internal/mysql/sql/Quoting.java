package dev.migrate.internal.mysql.sql;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Quotes names and constants for a session without ANSI_QUOTES and NO_BACKSLASH_ESCAPES. */
public final class Quoting {

    /** The maximum number of digits of a DECIMAL (manual, "Precision Math"). */
    private static final int MOST_DIGITS = 65;

    /** The maximum length of a name in characters (manual, "Identifier Length Limits"). */
    private static final int LONGEST_NAME = 64;
    /** The prefix of table files named by MySQL 5.0. Measured: MySQL 5.7 and MariaDB create a table without it. */
    private static final String RAW_FILE_NAME = "#mysql50#";

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

    public static String name(String name) {
        storable("The name", name, LONGEST_NAME);
        return "`" + name.replace("`", "``") + "`";
    }

    /**
     * Quotes the new name of a table, a column or a key. The servers reject white space at its end, but allow it in the
     * name of a check, so {@link #name} accepts it.
     */
    public static String newName(ServerVersion server, String name) {
        if (name.isEmpty() || Character.isWhitespace(name.charAt(name.length() - 1))) {
            throw notStorable("The name", name, "it is empty or ends in white space");
        }
        if (name.startsWith(RAW_FILE_NAME)) {
            throw notStorable("The name", name, "MySQL 5.7 and MariaDB cut " + RAW_FILE_NAME + " off");
        }
        if (name.endsWith("\\") || name.contains("\\`")) {
            Capability.BACKSLASH_AT_END_OF_NAME.require(
                    server, "The name " + name + " with a backslash at its end or before a backquote");
        }
        return name(name);
    }

    public static String comment(String comment, int longest) {
        storable("The comment", comment, longest);
        return text(comment);
    }

    /**
     * Rejects characters that names and comments cannot have. Every server stores them with at most three bytes per
     * character. A longer one becomes a question mark, at best with a warning, and everything after a NUL is lost (both
     * measured).
     */
    private static void storable(String what, String text, int longest) {
        if (text.length() > longest) {
            throw notStorable(
                    what, text, "it has " + text.length() + " characters, and at most " + longest + " are kept");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                throw notStorable(
                        what, text, "it contains the character " + String.format("U+%04X", text.codePointAt(i)));
            }
        }
    }

    public static String names(List<String> names) {
        return names.stream().map(Quoting::name).collect(Collectors.joining(", ", "(", ")"));
    }

    public static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + "'";
    }

    public static String textOrNull(@Nullable String text) {
        return text == null ? "NULL" : text(text);
    }

    public static String literal(Literal literal) {
        return literal.accept(LITERALS);
    }

    public static String literals(List<Literal> literals) {
        return literals.stream().map(Quoting::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static InvalidMigrationException notStorable(String what, String text, String why) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.UNSUPPORTED_CHARACTER,
                what + " \"" + text + "\" cannot be stored by the server: " + why + ".",
                "Choose another one.");
    }
}
