package dev.migrate.revision;

import dev.migrate.error.MigrateException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The root of the errors about revisions: a history that is not one, an expression that names no place in it, a place
 * that cannot be reached. All of them are found before the database is changed. Instances are immutable.
 */
public abstract class RevisionException extends MigrateException {

    /** More names than these make a message unreadable; the accessors still have them all. */
    private static final int LISTED = 8;

    private static final int QUOTED = 60;

    /**
     * An error about revisions.
     *
     * @param problem what happened, and to which revisions: whole sentences
     * @param remedy what to do next: whole sentences
     */
    protected RevisionException(String problem, String remedy) {
        super(problem, remedy);
    }

    /**
     * Lists names for a message: {@code 'a', 'b' and 'c'}, cut after a few.
     *
     * @param names the names; an empty collection gives {@code (none)}
     * @return the list in one line
     */
    protected static String listed(Collection<String> names) {
        if (names.isEmpty()) {
            return "(none)";
        }
        List<String> shown =
                names.stream().limit(LISTED).map(RevisionException::quoted).collect(Collectors.toList());
        String last = names.size() > LISTED ? (names.size() - LISTED) + " more" : shown.remove(shown.size() - 1);
        return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
    }

    /**
     * Quotes a text that a user wrote, so that a message stays one readable line whatever it contains.
     *
     * @param text any text
     * @return the text in single quotes, control characters escaped, cut when it is very long
     */
    protected static String quoted(String text) {
        StringBuilder out = new StringBuilder("'");
        int shown = Math.min(text.length(), QUOTED);
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

    /** The sentence that proposes names close to one that was not found, or nothing. */
    static String didYouMean(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : "Did you mean "
                        + suggestions.stream().map(RevisionException::quoted).collect(Collectors.joining(" or "))
                        + "? ";
    }
}
