package dev.migrate.revision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be the name of a revision or of a branch. */
final class RevisionNames {

    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";
    static final String CURRENT = "current";

    /** The words of the identifier language; as an id they could never be asked for. */
    static final Set<String> WORDS = Set.of(HEAD, HEADS, BASE, CURRENT);

    /** The version table is Alembic's: {@code version_num VARCHAR(32)}, counted in characters. */
    private static final int LONGEST_ID = 32;

    private RevisionNames() {}

    /** What is wrong with an id, as half a sentence, or null. */
    static @Nullable String faultOfId(String id) {
        String fault = fault(id, "@-+:");
        if (fault == null && id.codePointCount(0, id.length()) > LONGEST_ID) {
            return "has " + id.codePointCount(0, id.length()) + " characters, and the version table has room for "
                    + LONGEST_ID;
        }
        return fault;
    }

    /**
     * What is wrong with a label, as half a sentence, or null. Unlike an id, a label may contain a hyphen, as it may in
     * Alembic, as long as its end cannot be read as a step down.
     */
    static @Nullable String faultOfLabel(String label) {
        String fault = fault(label, "@+:");
        if (fault == null && endsLikeAStep(label)) {
            return "ends like a relative step";
        }
        return fault;
    }

    private static boolean endsLikeAStep(String label) {
        int end = label.length();
        while (end > 0 && label.charAt(end - 1) >= '0' && label.charAt(end - 1) <= '9') {
            end--;
        }
        return end > 0 && label.charAt(end - 1) == '-';
    }

    /** What is wrong with a name that somebody typed, as half a sentence, or null: what no id and no label begins with. */
    static @Nullable String faultOfPrefix(String typed) {
        return typed.equals("-") ? "is a sign without a number" : fault(typed, "@+:");
    }

    private static @Nullable String fault(String name, String illegal) {
        if (name.isEmpty()) {
            return "is empty";
        }
        if (WORDS.contains(name)) {
            return "is a word of the identifier language";
        }
        if (!name.equals(name.strip())) {
            return "begins or ends with a blank";
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (illegal.indexOf(c) >= 0 || Character.isISOControl(c)) {
                return "contains the character " + QuotedNames.quoted(String.valueOf(c));
            }
            if (Character.isSurrogate(c) && !QuotedNames.isPaired(name, i)) {
                return "contains half of a character";
            }
        }
        return null;
    }
}
