package dev.migrate.testing.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Runs the blocks of a document in one Bash, so that its state is kept between them. */
final class Shell {

    private static final long PATIENCE_MINUTES = 15;

    private final Path folder;
    private final Map<String, String> variables;
    /** Separates the outputs; it does not occur in them. */
    private final String mark = "answer-" + UUID.randomUUID();

    Shell(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /** The number of outputs that {@link #run} returns for a block. */
    static int answersTo(Block block) {
        if (block.isConsole()) {
            return block.exchanges().size();
        }
        return block.isHidden() || block.isWritten() || block.isShown() ? 1 : 0;
    }

    List<CommandOutput> run(List<Block> blocks, UnaryOperator<String> real) {
        StringBuilder script = new StringBuilder("exec 2>&1 </dev/null\n");
        for (Block block : blocks) {
            for (String command : commands(block)) {
                script.append(real.apply(command))
                        .append("\nprintf '\\n%s %s\\n' ")
                        .append(mark)
                        .append(" $?\n");
            }
        }
        return answers(output(script.toString()));
    }

    private List<String> commands(Block block) {
        if (block.isConsole()) {
            return block.exchanges().stream().map(Block.Exchange::command).toList();
        }
        if (block.isHidden()) {
            return block.lines();
        }
        if (block.isWritten()) {
            return List.of("mkdir -p \"$(dirname '" + block.path() + "')\" && cat >'" + block.path() + "' <<'" + mark
                    + "'\n"
                    + String.join(
                            "", block.lines().stream().map(line -> line + "\n").toList()) + mark);
        }
        return block.isShown() ? List.of("cat " + block.path()) : List.of();
    }

    private List<CommandOutput> answers(String output) {
        List<CommandOutput> answers = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : output.split("\n", -1)) {
            if (line.startsWith(mark + " ")) {
                answers.add(new CommandOutput(Integer.parseInt(line.substring(mark.length() + 1)), withoutEnd(lines)));
                lines.clear();
            } else {
                lines.add(line.stripTrailing());
            }
        }
        return answers;
    }

    /** The mark is preceded by a line feed, which also ends an incomplete last line. */
    private static List<String> withoutEnd(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isEmpty()) {
            end--;
        }
        return lines.subList(0, end);
    }

    private String output(String script) {
        try {
            Path file = Files.writeString(Files.createTempFile("document", ".sh"), script);
            Path out = Files.createTempFile("document", ".out");
            ProcessBuilder bash = new ProcessBuilder("bash", file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            configure(bash.environment());
            Process process = bash.start();
            try {
                if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                    throw new AssertionError("The document does not end. So far: " + Files.readString(out));
                }
                return Files.readString(out);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                Files.delete(file);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void configure(Map<String, String> environment) {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // Not the user's folder; and a command may still write to it in the background after its document.
        environment.put(
                "XDG_CACHE_HOME", Path.of("target", "caches").toAbsolutePath().toString());
        environment.put("LC_ALL", "C.UTF-8");
        // The JVM reports this variable.
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.keySet().removeIf(name -> name.startsWith("MIGRATE_"));
        environment.putAll(variables);
    }
}
