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
 * Follows a document to the letter, in a folder of its own.
 *
 * <p>With {@code -Dmigrate.documents=write} it does not complain about what has become different, but writes it into the
 * document and into its translation.
 */
public final class DocumentRunner {

    private static final boolean WRITES = "write".equals(System.getProperty("migrate.documents"));
    private static final String ANYTHING = "…";

    private final Path folder;
    private final Map<String, String> variables = new LinkedHashMap<>();
    /** What stands in documents, and what it is here. */
    private final Map<String, String> places = new LinkedHashMap<>();
    /** What is printed here, and what documents show instead. */
    private final Map<String, String> prints = new LinkedHashMap<>();

    /**
     * Makes a reader.
     *
     * @param folder where it begins
     */
    public DocumentRunner(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts the folder of a program in front of the {@code PATH}.
     *
     * @param program the program
     * @return this reader
     */
    public DocumentRunner withProgram(Path program) {
        return with("PATH", program.toAbsolutePath().getParent() + File.pathSeparator + System.getenv("PATH"));
    }

    /**
     * Sets a variable of the environment.
     *
     * @param variable its name
     * @param value its value
     * @return this reader
     */
    public DocumentRunner with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /**
     * Says what something in the documents is called here.
     *
     * @param shown as it stands in the documents
     * @param real as it is here
     * @return this reader
     */
    public DocumentRunner where(String shown, String real) {
        places.put(shown, real);
        return printing(real, shown);
    }

    /**
     * Says how the documents show what is printed here.
     *
     * @param real as it is here
     * @param shown as it stands in the documents
     * @return this reader
     */
    public DocumentRunner printing(String real, String shown) {
        prints.put(real, shown);
        return this;
    }

    /**
     * Follows a document, and fails if it does not say what is.
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
     * Fails unless a document has the blocks of another one, of which it is a translation.
     *
     * @param original the document that is followed
     * @param translation the other one
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
        // Diagrams are read only, so they are translated as well.
        return blocks.stream()
                .map(block -> block.info() + (block.isProse() ? "" : "\n" + String.join("\n", block.lines())))
                .toList();
    }

    /** What the block should hold. */
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
