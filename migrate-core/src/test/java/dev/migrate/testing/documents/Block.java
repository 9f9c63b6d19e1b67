package dev.migrate.testing.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a document that is more than prose.
 *
 * @param line where it begins, from 0
 * @param info what stands behind the back-ticks; {@code <!-- run -->} for a comment
 * @param lines what is between its first and its last line
 */
record Block(int line, String info, List<String> lines) {

    static final String HIDDEN = "<!-- run -->";

    private static final String PROMPT = "$ ";
    private static final String CONTINUATION = "> ";

    Block {
        lines = List.copyOf(lines);
    }

    boolean isConsole() {
        return info.equals("console") || info.startsWith("console ");
    }

    boolean isHidden() {
        return info.equals(HIDDEN);
    }

    /** Whether it is the content that a file gets. */
    boolean isWritten() {
        return info.contains(" file=");
    }

    /** Whether it is the content that a file has. */
    boolean isShown() {
        return info.contains(" shows=");
    }

    boolean isProse() {
        return info.equals("text");
    }

    String path() {
        return info.substring(info.indexOf('=') + 1);
    }

    /** How the last command ends. */
    int exitCode() {
        int at = info.indexOf("exit=");
        return at < 0 ? 0 : Integer.parseInt(info.substring(at + "exit=".length()));
    }

    /** What is typed, each with what it prints. */
    List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        List<String> typed = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (String line : lines) {
            boolean isTyped = line.startsWith(PROMPT);
            if (isTyped && !typed.isEmpty()) {
                exchanges.add(new Exchange(typed, printed));
                typed.clear();
                printed.clear();
            }
            boolean goesOn = line.startsWith(CONTINUATION) && printed.isEmpty() && !typed.isEmpty();
            (isTyped || goesOn ? typed : printed).add(line);
        }
        exchanges.add(new Exchange(typed, printed));
        return exchanges;
    }

    /**
     * What is typed at a prompt, and the answer.
     *
     * @param typed the lines with their prompts
     * @param printed the lines of the answer
     */
    record Exchange(List<String> typed, List<String> printed) {
        Exchange {
            typed = List.copyOf(typed);
            printed = List.copyOf(printed);
        }

        String command() {
            return String.join(
                    "\n",
                    typed.stream().map(line -> line.substring(PROMPT.length())).toList());
        }
    }
}
