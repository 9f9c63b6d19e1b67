package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.provider.DefinitionParser.ColumnDefinition;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Generation;
import dev.migrate.schema.Generation.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses handwritten column definitions, word by word. */
public final class DefinitionReader {

    private static final Set<String> OF_THE_TYPE = Set.of("UNSIGNED", "SIGNED", "ZEROFILL", "PRECISION", "VARYING");
    /** Types that continue with the name of another type: {@code LONG VARCHAR}, {@code NATIONAL CHAR}. */
    private static final Set<String> PREFIXES = Set.of("LONG", "NATIONAL", "NCHAR");

    private static final Set<String> KEYWORDS = Set.of(
            "NULL",
            "NOT",
            "DEFAULT",
            "ON",
            "CHARACTER",
            "CHAR",
            "CHARSET",
            "ASCII",
            "UNICODE",
            "BYTE",
            "BINARY",
            "SERIAL",
            "COLLATE",
            "AUTO_INCREMENT",
            "UNIQUE",
            "COMMENT",
            "GENERATED",
            "AS",
            "CHECK",
            "INVISIBLE",
            "VISIBLE",
            "SRID");

    private static final String NATIONAL_CHARSET = "utf8";

    private final String name;
    private final String sql;
    private final List<String> words;
    private int at;

    private final StringBuilder type = new StringBuilder();
    private boolean isBinary;
    private @Nullable String charset;
    private @Nullable String collation;
    private @Nullable Long srid;
    private boolean isNullable = true;
    private @Nullable String defaultSql;
    private boolean isUpdated;
    private boolean isAutoIncrement;
    private @Nullable Generation generation;
    private boolean isInvisible;
    private boolean isUnique;
    private @Nullable String check;
    private @Nullable String comment;
    private final List<String> attributes = new ArrayList<>();

    private DefinitionReader(String name, String sql) {
        this.name = name;
        this.sql = sql;
        this.words = Tokens.words(sql);
    }

    /**
     * Parses a definition.
     *
     * @param name the name of the column
     * @param sql the text after the name: a type, and attributes in any order
     * @return the definition; unknown attributes are kept as attributes of the column
     * @throws IllegalArgumentException if the definition ends too early
     */
    public static ColumnDefinition read(String name, String sql) {
        return new DefinitionReader(name, sql).read();
    }

    private ColumnDefinition read() {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("The definition of column " + name + " is empty.");
        }
        readType(take());
        while (hasMore()) {
            readPart();
        }
        ColumnType columnType = type();
        DefaultValue defaultValue = defaultSql == null ? null : defaultOf(columnType, defaultSql);
        Column column = new Column(
                name,
                columnType,
                isNullable,
                defaultValue,
                isUpdated,
                isAutoIncrement,
                generation,
                isInvisible,
                check,
                comment,
                attributes);
        return new ColumnDefinition(column, isUnique);
    }

    private void readType(String word) {
        if (keyword(word.toUpperCase(Locale.ROOT)).equals("SERIAL")) {
            type.append("BIGINT UNSIGNED");
            declareSerial();
        } else {
            type.append(word);
        }
    }

    private void declareSerial() {
        isNullable = false;
        isAutoIncrement = true;
        isUnique = true;
    }

    /** An expression in parentheses stays one, because a server may distinguish it from a constant. */
    private static @Nullable DefaultValue defaultOf(ColumnType type, String sql) {
        return sql.startsWith("(")
                ? new DefaultValue.Expression(Tokens.unwrapped(sql))
                : DefaultReader.ofSql(type, sql);
    }

    private ColumnType type() {
        ColumnType read = new TypeReader().read(TypeText.ofServer(type.toString()), null, srid);
        String known = TypeText.isNational(type.toString()) ? NATIONAL_CHARSET : charset;
        if (isBinary && known == null) {
            attributes.add("BINARY");
        }
        Encoding encoding = new Encoding(known, isBinary && known != null ? known + "_bin" : collation);
        return read instanceof CharacterType characters ? characters.encoding(encoding) : read;
    }

    private void readPart() {
        String word = take();
        String upper = word.toUpperCase(Locale.ROOT);
        if (word.startsWith("(") || OF_THE_TYPE.contains(keyword(upper)) || isOfTheType(upper)) {
            type.append(' ').append(word);
            return;
        }
        switch (keyword(upper)) {
            case "NULL" -> isNullable = true;
            case "NOT" -> {
                skip("NULL");
                isNullable = false;
            }
            case "DEFAULT" -> defaultSql = takeValue();
            case "SERIAL" -> {
                skip("DEFAULT");
                skip("VALUE");
                declareSerial();
            }
            case "ASCII" -> charset = "latin1";
            case "UNICODE" -> charset = "ucs2";
            case "BYTE" -> charset = "binary";
            case "BINARY" -> isBinary = true;
            case "ON" -> {
                skip("UPDATE");
                takeValue();
                isUpdated = true;
            }
            case "CHARACTER", "CHAR", "CHARSET" -> {
                skip("SET");
                charset = QuotedSql.name(take());
            }
            case "COLLATE" -> collation = QuotedSql.name(take());
            case "AUTO_INCREMENT" -> isAutoIncrement = true;
            case "UNIQUE" -> {
                skip("KEY");
                isUnique = true;
            }
            case "COMMENT" -> comment = QuotedSql.text(behindKeyword(word));
            case "GENERATED" -> skip("ALWAYS");
            case "AS" -> readGeneration(word);
            case "CHECK" -> readCheck(word);
            case "INVISIBLE" -> isInvisible = true;
            case "VISIBLE" -> isInvisible = false;
            case "SRID" -> srid = Long.valueOf(take());
            default -> {
                if (!word.startsWith("/*")) {
                    attributes.add(restOfAttribute(word));
                }
            }
        }
    }

    private boolean isOfTheType(String word) {
        return PREFIXES.contains(type.toString().toUpperCase(Locale.ROOT))
                && (word.startsWith("VAR") || word.startsWith("CHAR"))
                && !nextIs("SET");
    }

    /** Returns the keyword of a word, which may continue without a blank: {@code CHECK(a>0)}, {@code COMMENT'a'}. */
    private static String keyword(String word) {
        int end = 0;
        while (end < word.length() && (Character.isLetter(word.charAt(end)) || word.charAt(end) == '_')) {
            end++;
        }
        return word.substring(0, end);
    }

    private String behindKeyword(String word) {
        String behind = word.substring(keyword(word.toUpperCase(Locale.ROOT)).length());
        return behind.isEmpty() ? take() : behind;
    }

    private void readGeneration(String word) {
        String expression = Tokens.unwrapped(behindKeyword(word));
        boolean isStored = nextIs("STORED") || nextIs("PERSISTENT");
        if (isStored || nextIs("VIRTUAL")) {
            at++;
        }
        generation = new Generation(expression, isStored ? Storage.STORED : Storage.VIRTUAL);
    }

    private void readCheck(String word) {
        String condition = Tokens.unwrapped(behindKeyword(word));
        check = check == null ? condition : "(" + check + ") and (" + condition + ")";
    }

    /** Reads a value, which may be a function with a blank before its arguments, or a number after its sign. */
    private String takeValue() {
        StringBuilder value = new StringBuilder(take());
        boolean isSign = value.toString().equals("-") || value.toString().equals("+");
        if (isSign || (hasMore() && words.get(at).startsWith("(") && Character.isLetter(value.charAt(0)))) {
            value.append(take());
        }
        return value.toString();
    }

    /**
     * Reads an unknown attribute. Its number of words is unknown, but each word starts with a letter, and its value
     * does not.
     */
    private String restOfAttribute(String word) {
        StringBuilder attribute = new StringBuilder(word);
        while (hasMore() && isUnknown(words.get(at))) {
            attribute.append(' ').append(take());
        }
        return attribute.toString();
    }

    private static boolean isUnknown(String word) {
        return !KEYWORDS.contains(keyword(word.toUpperCase(Locale.ROOT)));
    }

    private boolean hasMore() {
        return at < words.size();
    }

    private boolean nextIs(String word) {
        return hasMore() && words.get(at).equalsIgnoreCase(word);
    }

    private void skip(String word) {
        if (nextIs(word)) {
            at++;
        }
    }

    private String take() {
        if (!hasMore()) {
            throw new IllegalArgumentException("The definition of column " + name + " ends too early: " + sql);
        }
        at++;
        return words.get(at - 1);
    }
}
