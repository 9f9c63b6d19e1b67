package dev.migrate.cli;

import java.util.regex.Pattern;

/** What must not be printed: passwords in URLs, as parameters and in front of the host. */
final class Secrets {

    private static final Pattern PARAMETER = Pattern.compile("(?i)(password\\d?\\s*=)[^&\\s,)]*");
    private static final Pattern IN_FRONT_OF_HOST = Pattern.compile("(//[^:/@\\s]*:)[^@/\\s]*@");

    private Secrets() {}

    static String masked(String text) {
        String parameters = PARAMETER.matcher(text).replaceAll("$1***");
        return IN_FRONT_OF_HOST.matcher(parameters).replaceAll("$1***@");
    }
}
