package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Converts handwritten types to the server's names: {@code INTEGER} to {@code int}, {@code FLOAT(53)} to
 * {@code double}.
 */
final class TypeText {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("BOOL", "tinyint(1)"),
            Map.entry("BOOLEAN", "tinyint(1)"),
            Map.entry("INT1", "tinyint"),
            Map.entry("INT2", "smallint"),
            Map.entry("INT3", "mediumint"),
            Map.entry("MIDDLEINT", "mediumint"),
            Map.entry("INT4", "int"),
            Map.entry("INTEGER", "int"),
            Map.entry("INT8", "bigint"),
            Map.entry("DEC", "decimal"),
            Map.entry("NUMERIC", "decimal"),
            Map.entry("FIXED", "decimal"),
            Map.entry("FLOAT4", "float"),
            Map.entry("FLOAT8", "double"),
            Map.entry("REAL", "double"),
            Map.entry("DOUBLE PRECISION", "double"),
            Map.entry("CHARACTER", "char"),
            Map.entry("CHAR VARYING", "varchar"),
            Map.entry("CHARACTER VARYING", "varchar"),
            Map.entry("VARCHARACTER", "varchar"),
            Map.entry("NCHAR", "char"),
            Map.entry("NATIONAL CHAR", "char"),
            Map.entry("NATIONAL CHARACTER", "char"),
            Map.entry("NVARCHAR", "varchar"),
            Map.entry("NCHAR VARCHAR", "varchar"),
            Map.entry("NCHAR VARYING", "varchar"),
            Map.entry("NATIONAL VARCHAR", "varchar"),
            Map.entry("NATIONAL VARCHARACTER", "varchar"),
            Map.entry("NATIONAL CHAR VARYING", "varchar"),
            Map.entry("NATIONAL CHARACTER VARYING", "varchar"),
            Map.entry("LONG", "mediumtext"),
            Map.entry("LONG CHAR VARYING", "mediumtext"),
            Map.entry("LONG VARCHAR", "mediumtext"),
            Map.entry("LONG VARBINARY", "mediumblob"));
    private static final Set<String> SIGNS = Set.of("UNSIGNED", "ZEROFILL", "SIGNED");
    /** The default display widths of numbers with ZEROFILL, which the server always includes. */
    private static final Map<String, String> ZEROFILL_WIDTHS =
            Map.of("tinyint", "(3)", "smallint", "(5)", "mediumint", "(8)", "int", "(10)", "bigint", "(20)");

    private static final int LONGEST_FLOAT = 24;
    /** The maximum bytes per character, in utf8mb4. */
    private static final int BYTES_OF_A_CHARACTER = 4;

    private static final String[] SIZES = {"tiny", "", "medium", "long"};

    private TypeText() {}

    /** Checks for a type whose character set is the national one. */
    static boolean isNational(String sql) {
        String first = Tokens.of(sql).get(0).toUpperCase(Locale.ROOT);
        return first.equals("NATIONAL") || first.equals("NCHAR") || first.equals("NVARCHAR");
    }

    /**
     * Converts a type.
     *
     * @param sql the type with its length and its sign, without other attributes
     * @return the equivalent type
     */
    static String ofServer(String sql) {
        List<String> tokens = Tokens.of(sql);
        StringBuilder name = new StringBuilder();
        StringBuilder signs = new StringBuilder();
        String group = "";
        for (String token : tokens) {
            String word = token.toUpperCase(Locale.ROOT);
            if (token.startsWith("(")) {
                group = token;
            } else if (!SIGNS.contains(word)) {
                name.append(name.isEmpty() ? "" : " ").append(word);
            } else if (!word.equals("SIGNED")) {
                signs.append(' ').append(token.toLowerCase(Locale.ROOT));
            }
        }
        String words = name.toString();
        if (group.isEmpty() && signs.indexOf("zerofill") >= 0) {
            group = ZEROFILL_WIDTHS.getOrDefault(NAMES.getOrDefault(words, words.toLowerCase(Locale.ROOT)), "");
        }
        return named(NAMES.getOrDefault(words, words.toLowerCase(Locale.ROOT)), group) + signs;
    }

    private static String named(String name, String group) {
        String argument =
                group.isEmpty() ? "" : group.substring(1, group.length() - 1).strip();
        boolean isNumber = !argument.isEmpty()
                && argument.length() < 10
                && argument.chars().allMatch(Character::isDigit);
        if (isNumber) {
            int number = Integer.parseInt(argument);
            switch (name) {
                case "float" -> {
                    return number <= LONGEST_FLOAT ? "float" : "double";
                }
                case "text" -> {
                    return sizeFor((long) number * BYTES_OF_A_CHARACTER) + name;
                }
                case "blob" -> {
                    return sizeFor(number) + name;
                }
                case "year" -> {
                    return name;
                }
                default -> {
                    return name + group;
                }
            }
        }
        return name + group;
    }

    private static String sizeFor(long bytes) {
        int size = 0;
        for (long most = 0xFF; bytes > most; most = most << 8 | 0xFF) {
            size++;
        }
        return SIZES[Math.min(size, SIZES.length - 1)];
    }
}
