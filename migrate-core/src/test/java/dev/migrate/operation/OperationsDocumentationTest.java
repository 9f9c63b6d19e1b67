package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/operations.md is complete. */
class OperationsDocumentationTest {

    @Test
    void theDocumentationHasARowForEachMethodOfTheRecorders() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "operations.md")).stream()
                .dropWhile(line -> !line.startsWith("| operation |"))
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.startsWith("| `"))
                .toList();
        Set<String> notOperations = Set.of("keepSeparate", "instantOnly", "noLock", "invert");
        Set<String> methods = new TreeSet<>();
        Stream.of(Operations.class, TableChanges.class)
                .flatMap(recorder -> Arrays.stream(recorder.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !notOperations.contains(name))
                .forEach(methods::add);

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.split("(?<!\\\\)\\|", -1))
                        .as("operation, MySQL, MariaDB, inverse and rows in %s", row)
                        .hasSize(7));
        assertThat(methods)
                .hasSizeGreaterThan(30)
                .allSatisfy(method -> assertThat(rows)
                        .anyMatch(row -> row.substring(0, row.indexOf('|', 1)).contains("`" + method + "`")));
    }
}
