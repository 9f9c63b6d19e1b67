package dev.migrate.revision;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats names for messages. */
public final class QuotedNames {

    private static final int MOST_NAMES = 8;
    private static final int MOST_CHARACTERS = 60;

    private QuotedNames() {}

    /**
     * Lists names, for example {@code 'a', 'b' and 'c'}. A long list is shortened.
     *
     * @param names the names; an empty collection yields {@code (none)}
     * @return the list on one line
     */
    public static String listed(Collection<String> names) {
        if (names.isEmpty()) {
            return "(none)";
        }
        List<String> shown =
                names.stream().limit(MOST_NAMES).map(QuotedNames::quoted).collect(Collectors.toList());
        String last =
                names.size() > MOST_NAMES ? (names.size() - MOST_NAMES) + " more" : shown.remove(shown.size() - 1);
        return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
    }

    /**
     * Quotes a user's text so that the message remains readable on one line.
     *
     * @param text any text
     * @return the text in single quotes; control characters are escaped, and a long text is shortened
     */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("'");
        int shown = Math.min(text.length(), MOST_CHARACTERS);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || (Character.isSurrogate(c) && !isPaired(text, i))) {
                out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append(text.length() > shown ? "…'" : "'").toString();
    }

    static boolean isPaired(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
