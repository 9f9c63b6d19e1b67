package dev.migrate.cli;

import java.util.regex.Pattern;

/** Masks secrets in output: passwords in URLs, as parameters and before the host, and in statements. */
final class Secrets {

    /** An SQL literal; if the text was truncated, its end is missing. */
    private static final String LITERAL = "'[^'\\\\]*+(?:(?:''|\\\\.)[^'\\\\]*+)*+'?";

    private static final Pattern PARAMETER =
            Pattern.compile("(?is)(password\\d?\\s*=\\s*)(?:" + LITERAL + "|[^&\\s,)]*)");

    private static final Pattern EMPTY_PARAMETER = Pattern.compile("(?i)password\\d?\\s*=\\s*(?=[&,)]|$)");

    private static final Pattern IN_FRONT_OF_HOST = Pattern.compile("(//[^:/@\\s]*:)\\S*@");

    private static final Pattern OF_ACCOUNT = Pattern.compile("(?is)(\\bIDENTIFIED\\b[^']{0,80}?\\b(?:BY|AS|USING)\\s+"
            + "(?:PASSWORD\\s*)?\\(?\\s*|\\bPASSWORD\\s*\\(\\s*|\\bSET\\s+PASSWORD\\s+FOR\\b[^=]{0,200}=\\s*)"
            + LITERAL);

    private Secrets() {}

    /** Whether a JDBC URL contains a password that is not empty. */
    static boolean hasPassword(String url) {
        String withoutEmpty = EMPTY_PARAMETER.matcher(url).replaceAll("");
        return !masked(withoutEmpty).equals(withoutEmpty);
    }

    static String masked(String text) {
        String parameters = PARAMETER.matcher(text).replaceAll("$1***");
        String urls = IN_FRONT_OF_HOST.matcher(parameters).replaceAll("$1***@");
        return OF_ACCOUNT.matcher(urls).replaceAll("$1***");
    }
}
