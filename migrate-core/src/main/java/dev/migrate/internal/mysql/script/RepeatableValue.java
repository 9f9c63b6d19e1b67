package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Determines whether an expression has the same value in a new session with the same settings: it consists of constants,
 * settings of the session, user variables, operators, and functions of these. Stateless.
 */
final class RepeatableValue {

    private static final Set<String> FUNCTIONS = Set.of(
            "ABS",
            "ASCII",
            "BIN",
            "CAST",
            "CEIL",
            "CEILING",
            "CHAR",
            "CHAR_LENGTH",
            "COALESCE",
            "CONCAT",
            "CONCAT_WS",
            "CONV",
            "CONVERT",
            "DATABASE",
            "DATE",
            "DATE_ADD",
            "DATE_FORMAT",
            "DATE_SUB",
            "ELT",
            "FIELD",
            "FIND_IN_SET",
            "FLOOR",
            "FORMAT",
            "FROM_BASE64",
            "GREATEST",
            "HEX",
            "IF",
            "IFNULL",
            "INSERT",
            "INSTR",
            "JSON_ARRAY",
            "JSON_OBJECT",
            "LCASE",
            "LEAST",
            "LEFT",
            "LENGTH",
            "LOCATE",
            "LOWER",
            "LPAD",
            "LTRIM",
            "MAKE_SET",
            "MD5",
            "MID",
            "MOD",
            "NULLIF",
            "POW",
            "POWER",
            "QUOTE",
            "REPEAT",
            "REPLACE",
            "REVERSE",
            "RIGHT",
            "ROUND",
            "RPAD",
            "RTRIM",
            "SCHEMA",
            "SHA",
            "SHA1",
            "SHA2",
            "SIGN",
            "SPACE",
            "SUBSTR",
            "SUBSTRING",
            "SUBSTRING_INDEX",
            "TO_BASE64",
            "TRIM",
            "TRUNCATE",
            "UCASE",
            "UNHEX",
            "UPPER",
            "VERSION");

    /** Words in front of a parenthesis that are no functions. */
    private static final Set<String> OPERATORS = Set.of(
            "AND", "BETWEEN", "BINARY", "CASE", "DIV", "ELSE", "IN", "IS", "LIKE", "NOT", "OR", "REGEXP", "RLIKE",
            "THEN", "WHEN", "XOR");

    private static final Set<String> NOT_REPEATABLE = Set.of(
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "NEXT",
            "PREVIOUS",
            "SELECT",
            "TABLE",
            "UTC_DATE",
            "UTC_TIME",
            "UTC_TIMESTAMP",
            "VALUES",
            "WITH");

    /** The settings that every session has, and that scripts keep in order to restore them. */
    private static final Set<String> SETTINGS = Set.of(
            "autocommit",
            "character_set_client",
            "character_set_connection",
            "character_set_database",
            "character_set_results",
            "collation_connection",
            "default_storage_engine",
            "foreign_key_checks",
            "group_concat_max_len",
            "innodb_lock_wait_timeout",
            "innodb_strict_mode",
            "lock_wait_timeout",
            "max_allowed_packet",
            "net_read_timeout",
            "net_write_timeout",
            "optimizer_switch",
            "sql_log_bin",
            "sql_mode",
            "sql_notes",
            "sql_safe_updates",
            "sql_warnings",
            "storage_engine",
            "time_zone",
            "transaction_isolation",
            "tx_isolation",
            "unique_checks");

    private RepeatableValue() {}

    static boolean isRepeatable(List<StatementToken> value) {
        for (int i = 0; i < value.size(); i++) {
            StatementToken token = value.get(i);
            boolean isRepeatable = token.kind() == Kind.WORD
                    ? isRepeatableWord(value, i)
                    : token.isSystemVariable() ? isSetting(token) : !token.isUserVariable() || !isAssigned(value, i);
            if (!isRepeatable) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRepeatableWord(List<StatementToken> value, int index) {
        String word = value.get(index).text().toUpperCase(Locale.ROOT);
        if (NOT_REPEATABLE.contains(word)) {
            return false;
        }
        boolean isCall = index + 1 < value.size() && value.get(index + 1).isSign('(');
        boolean isQualified = index > 0 && value.get(index - 1).isSign('.');
        return !isCall || OPERATORS.contains(word) || (FUNCTIONS.contains(word) && !isQualified);
    }

    private static boolean isSetting(StatementToken variable) {
        String name = variable.text().substring(2);
        String plain = name.substring(name.indexOf('.') + 1);
        boolean isOfSession = name.startsWith("session.") || name.startsWith("local.");
        return SETTINGS.contains(plain) && (isOfSession || plain.equals(name));
    }

    /** {@code @a := 1} in an expression. */
    static boolean isAssigned(List<StatementToken> tokens, int index) {
        return index + 2 < tokens.size()
                && tokens.get(index + 1).isSign(':')
                && tokens.get(index + 2).isSign('=');
    }
}
