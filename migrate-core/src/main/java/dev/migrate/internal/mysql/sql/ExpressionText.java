package dev.migrate.internal.mysql.sql;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.provider.ServerVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Normalizes expressions of the servers, so that they do not depend on their source. */
public final class ExpressionText {

    private static final String OURS = "_utf8mb4";
    /** Character sets that are supersets of ASCII. */
    private static final Set<String> LIKE_ASCII = Set.of("_utf8mb3", "_utf8", "_latin1", "_ascii");

    private ExpressionText() {}

    /**
     * From a column of {@code information_schema}. There, MySQL 8 and 9 escape quotes and backslashes, and treat each
     * byte of a character as a separate character (measured on 8.0.15 and 9.7.4).
     *
     * @param server the server
     * @param sql the expression
     * @return the original expression
     */
    public static String ofInformationSchema(ServerVersion server, String sql) {
        return plain(Capability.ESCAPED_CATALOG.isIn(server) ? QuotedSql.unescaped(together(sql)) : sql);
    }

    /** Joins the bytes of characters. A text that is not valid UTF-8 when read as bytes was not split. */
    private static String together(String sql) {
        if (sql.chars().allMatch(character -> character < 0x80)
                || sql.chars().anyMatch(character -> character > 0xFF)) {
            return sql;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sql.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return sql;
        }
    }

    /**
     * From {@code SHOW CREATE}. Enclosing parentheses are removed, and so are the character set introducers that MySQL
     * 8 adds to strings, if the character set is the default of our sessions or makes no difference. MySQL 8.0.15 uses
     * the character set of the table in SHOW CREATE, and that of the session elsewhere.
     *
     * @param sql the expression
     * @return the expression without them
     */
    public static String plain(String sql) {
        String inner = Tokens.unwrapped(sql);
        if (!inner.contains("_")) {
            return inner;
        }
        StringBuilder text = new StringBuilder(inner.length());
        int at = 0;
        while (at < inner.length()) {
            // The contents of the group must be visible.
            int end = inner.charAt(at) == '(' ? at + 1 : Tokens.endOfToken(inner, at);
            String token = inner.substring(at, end);
            if (!isRedundantIntroducer(token, inner, end)) {
                text.append(token);
            }
            at = end;
        }
        return text.toString();
    }

    private static boolean isRedundantIntroducer(String token, String sql, int end) {
        if (!token.startsWith("_") || end >= sql.length() || sql.charAt(end) != '\'') {
            return false;
        }
        String literal = sql.substring(end, Tokens.endOfToken(sql, end));
        return token.equals(OURS)
                || (LIKE_ASCII.contains(token) && literal.chars().allMatch(character -> character < 0x80));
    }
}
