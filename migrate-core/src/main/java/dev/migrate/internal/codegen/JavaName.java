package dev.migrate.internal.codegen;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Derives names of classes and methods from arbitrary text. Stateless. */
final class JavaName {

    private static final Set<String> RESERVED =
            Set.of(("_ abstract assert boolean break byte case catch char class const"
                            + " continue default do double else enum extends false final finally float for goto if implements"
                            + " import instanceof int interface long native new null package permits private protected public"
                            + " record return sealed short static strictfp super switch synchronized this throw throws transient"
                            + " true try var void volatile while yield")
                    .split(" ", -1));

    private JavaName() {}

    /** Whether this is a valid class name. */
    static boolean isValid(String name) {
        return !name.isEmpty()
                && !RESERVED.contains(name)
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isJavaIdentifierPart)
                && name.codePoints().noneMatch(Character::isIdentifierIgnorable);
    }

    /** Whether this is a valid package name. */
    static boolean isValidPackage(String name) {
        return Arrays.stream(name.split("\\.", -1)).allMatch(JavaName::isValid);
    }

    /**
     * The words of a text, reduced to letters and digits that every file system supports.
     *
     * @param longest the maximum total length of the words
     */
    static List<String> words(String text, int longest) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        List<String> words = new ArrayList<>();
        int length = 0;
        for (String word : plain.split("[^A-Za-z0-9]+", -1)) {
            if (length + word.length() > longest) {
                if (words.isEmpty()) {
                    words.add(word.substring(0, longest));
                }
                return words;
            }
            if (!word.isEmpty()) {
                words.add(word);
                length += word.length();
            }
        }
        return words;
    }

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String decapitalized(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
