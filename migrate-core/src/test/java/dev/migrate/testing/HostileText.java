package dev.migrate.testing;

import java.util.List;
import java.util.Random;

/** Texts that would cause damage if they were not quoted correctly. */
public final class HostileText {

    private static final List<String> PIECES = List.of(
            "`",
            "``",
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            "\\`",
            "\\\\",
            ";",
            "--",
            "-- ",
            "#",
            "/*",
            "*/",
            "/*!50000",
            "/*M!",
            "(",
            ")",
            ",",
            "%",
            "_",
            "?",
            ":a",
            "@a",
            "$$",
            "{d '",
            "{fn ",
            "}",
            "\n",
            "\r\n",
            "\t",
            "\b",
            "\u001A",
            " ",
            "\u00A0",
            "\u200B",
            "é",
            "☃",
            "日本",
            "\uFF07",
            "\u02BC",
            "a",
            "Z",
            "0",
            "NULL",
            "1=1",
            "DROP TABLE sentinel",
            "; DELETE FROM sentinel; --",
            "' OR '1'='1",
            "`); DROP TABLE sentinel; -- ",
            "\\n",
            "X'41'",
            "0x41",
            "_latin1'");
    /** Characters that only values can contain: names and comments have three bytes per character, and end at a NUL. */
    private static final List<String> VALUES_ONLY = List.of("\0", "😀", "👩‍👩‍👧", "\uDBFF\uDFFF");

    private HostileText() {}

    /** Any text up to a length. */
    public static String any(Random random, int longest) {
        return text(random, longest, true);
    }

    /** A comment up to a length. */
    public static String comment(Random random, int longest) {
        return text(random, longest, false);
    }

    /**
     * A name of up to 64 characters, often of exactly 64.
     *
     * @param start a prefix that makes it unique
     */
    public static String name(Random random, String start) {
        String name = start + text(random, 63, false);
        return random.nextInt(4) == 0
                ? (name + "x".repeat(64)).substring(0, 64)
                : name + (endsInSpace(name) ? "x" : "");
    }

    /**
     * A member of an ENUM, without trailing spaces.
     *
     * @param start a prefix that makes it unique
     */
    public static String member(Random random, String start) {
        String member = start + text(random, 60, true).replace("\0", "");
        return member + (endsInSpace(member) ? "x" : "");
    }

    private static boolean endsInSpace(String text) {
        return Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private static String text(Random random, int longest, boolean isValue) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            String piece = isValue && random.nextInt(8) == 0
                    ? VALUES_ONLY.get(random.nextInt(VALUES_ONLY.size()))
                    : PIECES.get(random.nextInt(PIECES.size()));
            if (text.length() + piece.length() < longest) {
                text.append(piece);
            }
        }
        return text.toString();
    }
}
