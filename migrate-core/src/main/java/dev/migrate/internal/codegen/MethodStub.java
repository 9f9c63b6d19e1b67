package dev.migrate.internal.codegen;

import java.util.List;
import java.util.Objects;

/**
 * A method that has to be written by hand. Until then it throws, so that the migration cannot run.
 *
 * @param task the task, as a complete sentence
 * @param remarks additional lines, which become comments
 */
public record MethodStub(String task, List<String> remarks) {

    private static final String INDENT = " ".repeat(8);

    /** Copies the lines. */
    public MethodStub {
        Objects.requireNonNull(task, "task");
        remarks = List.copyOf(remarks);
    }

    /** The body of the method. */
    String body() {
        StringBuilder body = new StringBuilder();
        for (String remark : remarks) {
            body.append((INDENT + "// " + JavaText.commentLine(remark)).stripTrailing())
                    .append('\n');
        }
        CodePrinter page = new CodePrinter();
        page.add(INDENT);
        MethodChain.of("throw new UnsupportedOperationException", new StringCode(task))
                .write(page, INDENT.length(), 1);
        return body.append(page.add(";")).toString();
    }
}
