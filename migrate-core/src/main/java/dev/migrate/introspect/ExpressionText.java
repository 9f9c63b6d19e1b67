package dev.migrate.introspect;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.ServerVersion.Product;

/** Expressions as the servers print them, without what depends on the place where they are printed. */
final class ExpressionText {

    private static final String INTRODUCER = "_utf8mb4";

    private ExpressionText() {}

    /** From a column of {@code information_schema}, where MySQL 8 puts backslashes in front of quotes and backslashes. */
    static String ofInformationSchema(ServerVersion server, String sql) {
        return plain(server.isAtLeast(Product.MYSQL, 8, 0, 0) ? Quoted.unescaped(sql) : sql);
    }

    /**
     * From {@code SHOW CREATE}. The parentheses around the whole are left out, and so are the character sets that MySQL 8
     * puts in front of texts, where it is the one that every session of ours has.
     */
    static String plain(String sql) {
        String inner = Tokens.unwrapped(sql);
        if (!inner.contains(INTRODUCER)) {
            return inner;
        }
        StringBuilder text = new StringBuilder(inner.length());
        int at = 0;
        while (at < inner.length()) {
            // The group as a whole would hide what is in it.
            int end = inner.charAt(at) == '(' ? at + 1 : Tokens.endOfToken(inner, at);
            String token = inner.substring(at, end);
            boolean isIntroducer = token.equals(INTRODUCER) && end < inner.length() && inner.charAt(end) == '\'';
            if (!isIntroducer) {
                text.append(token);
            }
            at = end;
        }
        return text.toString();
    }
}
