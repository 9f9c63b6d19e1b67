package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.sql.Quoting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Derives the statement that grants a missing privilege from the error of the server, which names the privilege except
 * where it depends on the kind of statement. Immutable.
 *
 * @param account the account of the session, as the server prints it: {@code user@host}
 * @param database the current database, or null for none
 */
record MissingGrant(String account, @Nullable String database) {

    static final int DATABASE_ACCESS_DENIED = 1044;
    static final int TABLE_ACCESS_DENIED = 1142;
    static final int COLUMN_ACCESS_DENIED = 1143;
    static final int SPECIAL_ACCESS_DENIED = 1227;
    static final int ROUTINE_ACCESS_DENIED = 1370;
    static final int BINARY_LOG_REQUIRES_SUPER = 1419;
    /** The code of a rejected login; as the answer to a statement, the privilege to read and write files is missing. */
    static final int FILE_ACCESS_DENIED = 1045;

    private static final Pattern COMMAND =
            Pattern.compile("(?<privileges>[A-Za-z][A-Za-z ,]*) command denied to user .*"
                    + " for (?:table|column|routine) (?<object>.*)");
    private static final Pattern OF_DATABASE = Pattern.compile(" to database '(?<database>.*)'");
    private static final Pattern ALTERNATIVES = Pattern.compile("the (?<privileges>.+?) privilege\\(s\\)");
    private static final Pattern QUALIFIED = Pattern.compile("[`'](?<database>[^`']+)(?:`\\.`|\\.)[^`']+[`']");

    private static final Pattern LEADING_COMMENTS =
            Pattern.compile("\\A(?:\\s+|/\\*.*?\\*/|(?:-- |#)[^\\n]*\\n)*+", Pattern.DOTALL);
    private static final Pattern TEMPORARY_TABLE = head("CREATE\\s+TEMPORARY\\b");
    private static final Pattern EVENT = head("(?:CREATE|ALTER|DROP)\\b[^(;]*?\\sEVENT\\b");
    private static final Pattern ROUTINE = head("CREATE\\b[^(;]*?\\s(?:PROCEDURE|FUNCTION)\\b");
    private static final Pattern LOCK = head("LOCK\\s+TABLE");
    private static final Pattern OF_SCHEMA = head("(?<verb>CREATE|ALTER|DROP)\\s+(?:DATABASE|SCHEMA)\\b");

    private static Pattern head(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Derives the statement.
     *
     * @param code the code of the error
     * @param message the message of the error
     * @param sql the rejected statement
     * @return what an administrator has to execute, or empty if the error has another reason
     */
    Optional<String> statement(int code, String message, String sql) {
        return switch (code) {
            case DATABASE_ACCESS_DENIED -> Optional.of(onDatabase(ofStatement(sql), found(OF_DATABASE, message)));
            case TABLE_ACCESS_DENIED, COLUMN_ACCESS_DENIED, ROUTINE_ACCESS_DENIED -> ofCommand(message, sql);
            case SPECIAL_ACCESS_DENIED -> ofAlternatives(message);
            case BINARY_LOG_REQUIRES_SUPER ->
                Optional.of("SET GLOBAL log_bin_trust_function_creators = 1, or " + onEverything("SUPER"));
            case FILE_ACCESS_DENIED -> Optional.of(onEverything("FILE"));
            default -> Optional.empty();
        };
    }

    /** The message contains only the database; the privilege depends on the kind of statement. */
    private static String ofStatement(String sql) {
        String text = LEADING_COMMENTS.matcher(sql).replaceFirst("");
        Matcher schema = OF_SCHEMA.matcher(text);
        if (schema.lookingAt()) {
            return schema.group("verb").toUpperCase(Locale.ROOT);
        }
        if (TEMPORARY_TABLE.matcher(text).lookingAt()) {
            return "CREATE TEMPORARY TABLES";
        }
        if (EVENT.matcher(text).lookingAt()) {
            return "EVENT";
        }
        if (ROUTINE.matcher(text).lookingAt()) {
            return "CREATE ROUTINE";
        }
        return LOCK.matcher(text).lookingAt() ? "LOCK TABLES, SELECT" : String.join(", ", Grants.NEEDED);
    }

    private Optional<String> ofCommand(String message, String sql) {
        Matcher command = COMMAND.matcher(message);
        if (!command.find()) {
            return Optional.empty();
        }
        String object = command.group("object");
        String table = object.replaceAll("[`']", "");
        String privileges = command.group("privileges").toUpperCase(Locale.ROOT);
        // The server prints ANY if the privilege for a part of a view is missing.
        return Optional.of(onDatabase(
                privileges.equals("ANY") ? "SELECT" : privileges,
                found(QUALIFIED, object).or(() -> qualifierOf(table, sql))));
    }

    /** The database in front of a table in a statement, if it is not the current one. */
    private static Optional<String> qualifierOf(String table, String sql) {
        Pattern qualified = Pattern.compile(
                "`?(?<database>[\\w$]+)`?\\s*\\.\\s*`?" + Pattern.quote(table) + "\\b", Pattern.CASE_INSENSITIVE);
        return found(qualified, sql);
    }

    private Optional<String> ofAlternatives(String message) {
        return found(ALTERNATIVES, message, "privileges").map(listed -> {
            List<String> names = Arrays.asList(listed.split(",\\s*|\\s+or\\s+", -1));
            // SUPER allows much more than the others.
            return onEverything(names.stream()
                    .filter(name -> !name.equals("SUPER"))
                    .findFirst()
                    .orElse("SUPER"));
        });
    }

    private static Optional<String> found(Pattern pattern, String text) {
        return found(pattern, text, "database");
    }

    private static Optional<String> found(Pattern pattern, String text, String group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private String onDatabase(String privileges, Optional<String> other) {
        Optional<String> name = other.or(() -> Optional.ofNullable(database));
        return name.map(one -> "GRANT " + privileges + " ON " + Quoting.name(one) + ".* TO " + grantee())
                .orElseGet(() -> onEverything(privileges));
    }

    private String onEverything(String privileges) {
        return "GRANT " + privileges + " ON *.* TO " + grantee();
    }

    private String grantee() {
        int at = account.lastIndexOf('@');
        return Quoting.text(account.substring(0, at)) + "@" + Quoting.text(account.substring(at + 1));
    }
}
