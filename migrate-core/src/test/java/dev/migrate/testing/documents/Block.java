package dev.migrate.testing.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of a document.
 *
 * @param line its first line, starting at 0
 * @param info the text after the backticks; {@code <!-- run -->} for a comment
 * @param lines the lines between its first and its last line
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

    /** Whether it is the content of a file to write. */
    boolean isWritten() {
        return info.contains(" file=");
    }

    /** Whether it is the expected content of a file. */
    boolean isShown() {
        return info.contains(" shows=");
    }

    boolean isProse() {
        return info.equals("text");
    }

    String path() {
        return info.substring(info.indexOf('=') + 1);
    }

    /** The exit code of the last command. */
    int exitCode() {
        int at = info.indexOf("exit=");
        return at < 0 ? 0 : Integer.parseInt(info.substring(at + "exit=".length()));
    }

    /** The commands, each with its output. */
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
     * A command at a prompt, and its output.
     *
     * @param typed the lines with their prompts
     * @param printed the lines of the output
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
