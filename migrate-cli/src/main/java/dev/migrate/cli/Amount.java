package dev.migrate.cli;

import java.util.Locale;

/** Formats numbers of rows and bytes with at most one decimal place. */
final class Amount {

    private static final int THOUSAND = 1_000;
    private static final int KIBI = 1_024;

    private Amount() {}

    /** A number of rows: 950, 12.3k, 2.0M, 1.5G. */
    static String rows(long rows) {
        return scaled(rows, THOUSAND, "kMGT");
    }

    /** A number of bytes: 512B, 16.0K, 380.5M, 1.2G. */
    static String bytes(long bytes) {
        return bytes < KIBI ? bytes + "B" : scaled(bytes, KIBI, "KMGT");
    }

    private static String scaled(long number, int unit, String prefixes) {
        double scaled = number;
        int prefix = -1;
        while (scaled >= unit && prefix + 1 < prefixes.length()) {
            scaled /= unit;
            prefix++;
        }
        return prefix < 0
                ? String.valueOf(number)
                : String.format(Locale.ROOT, "%.1f", scaled) + prefixes.charAt(prefix);
    }
}
