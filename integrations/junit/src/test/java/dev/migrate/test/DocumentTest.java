package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java code in the documentation is part of tests that are compiled and run. */
class DocumentTest {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "testing-your-migrations.md");
    private static final Path TESTS = Path.of("src", "test", "java", "dev", "migrate", "test", "documented");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachBlockIsPartOfATest() throws IOException {
        List<String> blocks = JAVA.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult block) -> normal(block.group(1)))
                .toList();
        List<String> tests = tests();
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(tests).as(block).anyMatch(test -> test.contains(block)));
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.map(DocumentTest::read).map(DocumentTest::normal).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indentation and line breaks do not matter. */
    private static String normal(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
