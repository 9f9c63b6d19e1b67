package dev.migrate.revision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for revision ids and labels. */
final class RevisionNames {

    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";
    static final String CURRENT = "current";

    /** The keywords of target expressions; an id with such a name could never be selected. */
    static final Set<String> WORDS = Set.of(HEAD, HEADS, BASE, CURRENT);

    /** The version table is Alembic's: {@code version_num VARCHAR(32)}, measured in characters. */
    private static final int LONGEST_ID = 32;

    private RevisionNames() {}

    /** The reason why an id is not allowed, as a verb phrase, or null. */
    static @Nullable String problemOfId(String id) {
        String problem = problem(id, "@-+:");
        if (problem == null && id.codePointCount(0, id.length()) > LONGEST_ID) {
            return "has " + id.codePointCount(0, id.length()) + " characters, but the version table can store only "
                    + LONGEST_ID;
        }
        return problem;
    }

    /**
     * The reason why a label is not allowed, as a verb phrase, or null. Unlike an id, a label may contain a hyphen, as
     * in Alembic, unless its end looks like a relative step.
     */
    static @Nullable String problemOfLabel(String label) {
        String problem = problem(label, "@+:");
        if (problem == null && endsLikeAStep(label)) {
            return "ends like a relative step";
        }
        return problem;
    }

    private static boolean endsLikeAStep(String label) {
        int end = label.length();
        while (end > 0 && label.charAt(end - 1) >= '0' && label.charAt(end - 1) <= '9') {
            end--;
        }
        return end > 0 && label.charAt(end - 1) == '-';
    }

    /**
     * The reason why a name in a target expression is not allowed, as a verb phrase, or null: no id and no label can
     * start with it.
     */
    static @Nullable String problemOfPrefix(String prefix) {
        return prefix.equals("-") ? "is a sign without a number" : problem(prefix, "@+:");
    }

    private static @Nullable String problem(String name, String illegal) {
        if (name.isEmpty()) {
            return "is empty";
        }
        if (WORDS.contains(name)) {
            return "is a keyword of target expressions";
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
