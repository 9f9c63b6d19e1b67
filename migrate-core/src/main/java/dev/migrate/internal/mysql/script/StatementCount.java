package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementToken;
import java.util.List;
import java.util.Set;

/** Determines whether a text is more than one statement: a semicolon outside of the body of a program. Stateless. */
final class StatementCount {

    /** The blocks of programs that end with END and this word. */
    private static final Set<String> OTHER_BLOCKS = Set.of("FOR", "IF", "LOOP", "REPEAT", "WHILE");

    private StatementCount() {}

    /** Checks the tokens of a text, without the semicolons at its end. */
    static boolean isSeveral(List<StatementToken> tokens) {
        boolean mayHaveBody =
                StatementEffects.firstWord(tokens).matches("CREATE|ALTER|BEGIN|IF|CASE|LOOP|REPEAT|WHILE|FOR");
        int blocks = 0;
        for (int i = 0; i < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            if (token.is("BEGIN") || token.is("CASE")) {
                blocks += isEndBefore(tokens, i) ? 0 : 1;
            } else if (token.is("END") && !isOtherBlock(tokens, i)) {
                blocks--;
            } else if (token.isSign(';') && blocks <= 0 && !(mayHaveBody && hasBlockAfter(tokens, i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code END CASE} closes a block. */
    private static boolean isEndBefore(List<StatementToken> tokens, int index) {
        return index > 0 && tokens.get(index - 1).is("END");
    }

    private static boolean isOtherBlock(List<StatementToken> tokens, int index) {
        return index + 1 < tokens.size()
                && OTHER_BLOCKS.contains(tokens.get(index + 1).text().toUpperCase(java.util.Locale.ROOT));
    }

    /** In the body of a program, the semicolons inside of an IF or a loop end no statement of the text. */
    private static boolean hasBlockAfter(List<StatementToken> tokens, int start) {
        for (int i = start; i < tokens.size(); i++) {
            if (tokens.get(i).is("END") && isOtherBlock(tokens, i)) {
                return true;
            }
        }
        return false;
    }
}
