package dev.migrate.testing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Executes a document literally, in a separate folder.
 *
 * <p>With {@code -Dmigrate.documents=write} it updates changed outputs in the document and its translation instead of
 * failing.
 */
public final class DocumentRunner {

    private static final boolean WRITES = "write".equals(System.getProperty("migrate.documents"));
    private static final String ANYTHING = "…";

    private final Path folder;
    private final Map<String, String> variables = new LinkedHashMap<>();
    /** Texts in documents, and their replacements here. */
    private final Map<String, String> places = new LinkedHashMap<>();
    /** Printed texts, and their replacements in documents. */
    private final Map<String, String> prints = new LinkedHashMap<>();

    /**
     * Creates a runner.
     *
     * @param folder the working directory
     */
    public DocumentRunner(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds the folder of a program to the front of the {@code PATH}.
     *
     * @param program the program
     * @return this runner
     */
    public DocumentRunner withProgram(Path program) {
        return with("PATH", program.toAbsolutePath().getParent() + File.pathSeparator + System.getenv("PATH"));
    }

    /**
     * Sets an environment variable.
     *
     * @param variable its name
     * @param value its value
     * @return this runner
     */
    public DocumentRunner with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /**
     * Replaces a text of the documents.
     *
     * @param shown the text in the documents
     * @param real its replacement here
     * @return this runner
     */
    public DocumentRunner where(String shown, String real) {
        places.put(shown, real);
        return printing(real, shown);
    }

    /**
     * Replaces a text of the output.
     *
     * @param real the text in the output
     * @param shown its replacement in the documents
     * @return this runner
     */
    public DocumentRunner printing(String real, String shown) {
        prints.put(real, shown);
        return this;
    }

    /**
     * Executes a document, and fails if it is wrong.
     *
     * @param file the document
     * @throws IOException if it cannot be read
     */
    public void follow(Path file) throws IOException {
        Document document = Document.read(file);
        List<CommandOutput> printed = new Shell(folder, variables).run(document.blocks(), this::real);
        List<List<String>> contents = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        int next = 0;
        for (Block block : document.blocks()) {
            int count = Shell.answersTo(block);
            List<CommandOutput> answers = printed.subList(next, next + count);
            next += count;
            contents.add(compared(file, block, answers, mistakes));
        }
        if (WRITES) {
            document.rewrite(contents);
        } else {
            assertThat(mistakes).as("what %s says", file).isEmpty();
        }
    }

    /**
     * Fails unless a document has the same blocks as its original.
     *
     * @param original the original document
     * @param translation the translation
     * @throws IOException if one of them cannot be read
     */
    public static void compare(Path original, Path translation) throws IOException {
        List<Block> blocks = Document.read(original).blocks();
        Document translated = Document.read(translation);
        if (WRITES && translated.blocks().size() == blocks.size()) {
            translated.rewrite(blocks.stream().map(Block::lines).toList());
            translated = Document.read(translation);
        }
        assertThat(infosAndLines(translated.blocks())).as("%s", translation).isEqualTo(infosAndLines(blocks));
    }

    private static List<String> infosAndLines(List<Block> blocks) {
        // Diagrams are only read, so they are translated as well.
        return blocks.stream()
                .map(block -> block.info() + (block.isProse() ? "" : "\n" + String.join("\n", block.lines())))
                .toList();
    }

    /** The expected content of the block. */
    private List<String> compared(Path file, Block block, List<CommandOutput> answers, List<String> mistakes) {
        List<String> content = new ArrayList<>();
        if (block.isConsole()) {
            List<Block.Exchange> exchanges = block.exchanges();
            for (int i = 0; i < exchanges.size(); i++) {
                Block.Exchange exchange = exchanges.get(i);
                int exitCode = i == exchanges.size() - 1 ? block.exitCode() : 0;
                content.addAll(exchange.typed());
                content.addAll(compared(file, block, exchange, exitCode, answers.get(i), mistakes));
            }
            return content;
        }
        if (block.isShown()) {
            return compared(file, block, new Block.Exchange(List.of(), block.lines()), 0, answers.get(0), mistakes);
        }
        if (block.isHidden() || block.isWritten()) {
            compared(file, block, new Block.Exchange(List.of(), List.of()), 0, answers.get(0), mistakes);
        } else if (!block.isProse()) {
            mistakes.add(file + ":" + (block.line() + 1) + ": nothing is known of a block of " + block.info());
        }
        return block.lines();
    }

    private List<String> compared(
            Path file,
            Block block,
            Block.Exchange exchange,
            int exitCode,
            CommandOutput answer,
            List<String> mistakes) {
        List<String> lines = answer.lines().stream().map(this::shown).toList();
        String place = file + ":" + (block.line() + 1) + ": ";
        if (answer.exitCode() != exitCode) {
            String problem = place + String.join("\n", exchange.typed()) + "\nended with " + answer.exitCode()
                    + " and not with " + exitCode + ":\n" + String.join("\n", lines);
            if (WRITES) {
                throw new AssertionError(problem);
            }
            mistakes.add(problem);
            return exchange.printed();
        }
        if (!matches(exchange.printed(), lines)) {
            mistakes.add(place + String.join("\n", exchange.typed()) + "\nshows\n"
                    + String.join("\n", exchange.printed()) + "\nbut should show\n" + String.join("\n", lines));
            return lines;
        }
        return exchange.printed();
    }

    static boolean matches(List<String> expected, List<String> lines) {
        StringBuilder pattern = new StringBuilder();
        for (String line : expected) {
            if (line.equals(ANYTHING)) {
                pattern.append("(?:.*\n)*?");
            } else {
                String[] parts = line.split(ANYTHING, -1);
                for (int i = 0; i < parts.length; i++) {
                    pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
                }
                pattern.append('\n');
            }
        }
        String text = String.join("", lines.stream().map(line -> line + "\n").toList());
        return Pattern.compile(pattern.toString()).matcher(text).matches();
    }

    private String real(String text) {
        String real = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            real = real.replace(place.getKey(), place.getValue());
        }
        return real;
    }

    private String shown(String text) {
        String shown = text.replace(folder.toString() + File.separator, "");
        for (Map.Entry<String, String> print : prints.entrySet()) {
            shown = shown.replace(print.getKey(), print.getValue());
        }
        return shown;
    }
}
