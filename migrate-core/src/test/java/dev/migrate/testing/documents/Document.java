package dev.migrate.testing.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown file with its blocks.
 *
 * @param file the file
 * @param lines its lines
 * @param blocks its blocks
 */
record Document(Path file, List<String> lines, List<Block> blocks) {

    private static final String FENCE = "```";
    private static final String COMMENT = "<!-- run:";
    private static final String END_OF_COMMENT = "-->";

    static Document read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int end = endOf(lines, i, file);
                blocks.add(new Block(i, line.substring(FENCE.length()), lines.subList(i + 1, end)));
                i = end;
            } else if (line.startsWith(COMMENT)) {
                String command = line.substring(COMMENT.length(), line.lastIndexOf(END_OF_COMMENT));
                blocks.add(new Block(i, Block.HIDDEN, List.of(command.strip())));
            }
        }
        return new Document(file, lines, blocks);
    }

    private static int endOf(List<String> lines, int begin, Path file) {
        for (int i = begin + 1; i < lines.size(); i++) {
            if (lines.get(i).equals(FENCE)) {
                return i;
            }
        }
        throw new AssertionError(file + ":" + (begin + 1) + ": the block does not end");
    }

    /** Writes the file with other lines in its blocks. */
    void rewrite(List<List<String>> contents) throws IOException {
        List<String> rewritten = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            int content = block.isHidden() ? block.line() : block.line() + 1;
            rewritten.addAll(lines.subList(at, content));
            at = content;
            if (!block.isHidden()) {
                rewritten.addAll(contents.get(i));
                at += block.lines().size();
            }
        }
        rewritten.addAll(lines.subList(at, lines.size()));
        Files.write(file, rewritten);
    }
}
