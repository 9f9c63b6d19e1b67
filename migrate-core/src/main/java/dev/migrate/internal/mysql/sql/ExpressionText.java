package dev.migrate.internal.mysql.sql;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.provider.ServerVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Normalizes expressions shown by the servers, so that they do not depend on where they were shown. */
public final class ExpressionText {

    private static final String OURS = "_utf8mb4";
    /** Character sets that are supersets of ASCII. */
    private static final Set<String> LIKE_ASCII = Set.of("_utf8mb3", "_utf8", "_latin1", "_ascii");

    private ExpressionText() {}

    /**
     * From a column of {@code information_schema}. MySQL 8 and 9 put backslashes there in front of quotes and backslashes,
     * and take each byte of a character for a character of its own (measured on 8.0.15 and 9.7.4).
     *
     * @param server which server it is from
     * @param sql the expression
     * @return the expression as it is meant
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
     * From {@code SHOW CREATE}. The parentheses around the whole are left out, and so are the character sets that MySQL 8
     * puts in front of texts, where it is the one that every session of ours has, or makes no difference. MySQL 8.0.15
     * was seen to put the character set of the table there in SHOW CREATE, and that of the session elsewhere.
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
            // The group as a whole would hide what is in it.
            int end = inner.charAt(at) == '(' ? at + 1 : Tokens.endOfToken(inner, at);
            String token = inner.substring(at, end);
            if (!isIdleIntroducer(token, inner, end)) {
                text.append(token);
            }
            at = end;
        }
        return text.toString();
    }

    private static boolean isIdleIntroducer(String token, String sql, int end) {
        if (!token.startsWith("_") || end >= sql.length() || sql.charAt(end) != '\'') {
            return false;
        }
        String literal = sql.substring(end, Tokens.endOfToken(sql, end));
        return token.equals(OURS)
                || (LIKE_ASCII.contains(token) && literal.chars().allMatch(character -> character < 0x80));
    }
}
