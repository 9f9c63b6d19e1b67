package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java code in docs/production.md compiles. */
class ProductionDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "production.md");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");

    @TempDir
    private Path output;

    @Test
    void theJavaCodeCompilesWithoutWarnings() throws IOException {
        List<Source> sources = BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> new Source(block.group(1)))
                .toList();
        StringWriter messages = new StringWriter();

        boolean isCompiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of("-Xlint:all", "-Werror", "-proc:none", "-d", output.toString()),
                        null,
                        sources)
                .call();

        assertThat(sources).hasSizeGreaterThanOrEqualTo(3);
        assertThat(isCompiled).as(messages.toString()).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + className(text) + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        private static String className(String text) {
            Matcher name = CLASS.matcher(text);
            assertThat(name.find()).isTrue();
            return name.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
        }
    }
}
