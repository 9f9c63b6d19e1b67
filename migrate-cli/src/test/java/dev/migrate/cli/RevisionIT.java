package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate revision} and {@code migrate merge}, starting with the first file. */
class RevisionIT {

    private static final String PACKAGE = "com.example.migrations";

    @TempDir
    private Path project;

    private Launched migrate(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--package", PACKAGE, "--classpath", classes().toString()));
        return Launched.with(Map.of(), all.toArray(String[]::new));
    }

    private Launched revision(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("revision", "--directory", sources().toString()));
        all.addAll(List.of(arguments));
        return migrate(all.toArray(String[]::new));
    }

    private Path sources() {
        return project.resolve("migrations");
    }

    private Path classes() {
        try {
            return Files.createDirectories(project.resolve("classes"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(sources())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes().toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        for (String file : files()) {
            arguments.add(sources().resolve(file).toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void createsALinearHistory(TestDatabase database) throws IOException {
        Launched first = revision("-m", "initial schema", "--rev-id", "001");
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .containsExactly(
                        "Wrote " + sources().resolve("M001_InitialSchema.java"), "<base> -> 001, initial schema");
        compile();

        Launched second = revision("-m", "more", "--rev-id", "002", "--branch-label", "app", "--head", "001");
        assertThat(second.out()).contains("001 -> 002, more");
        assertThat(Files.readString(sources().resolve("M002_More.java")))
                .contains("@Revision(id = \"002\", parents = \"001\", labels = \"app\", message = \"more\")");
        compile();

        assertThat(migrate("heads").out()).containsExactly("002 (app) (head), more");
        assertThat(migrate("upgrade", "--url", database.url()).out())
                .containsExactly("Upgraded <base> -> 001, initial schema", "Upgraded 001 -> 002, more");
        assertThat(migrate("downgrade", "base", "--url", database.url()).exitCode())
                .isZero();
    }

    @Test
    void branchesAndMerges() throws IOException {
        revision("-m", "first", "--rev-id", "a1");
        compile();
        revision("-m", "left", "--rev-id", "b1");
        compile();
        Launched notSpliced = revision("-m", "right", "--rev-id", "b2", "--head", "a1");
        assertThat(notSpliced.exitCode()).isEqualTo(3);
        assertThat(notSpliced.err()).startsWith("migrate: ").contains("--splice");
        assertThat(files()).hasSize(2);

        assertThat(revision("-m", "right", "--rev-id", "b2", "--head", "a1", "--splice", "--depends-on", "b1")
                        .exitCode())
                .isZero();
        compile();
        assertThat(revision("-m", "which").err()).contains("there are 2");

        Launched merge = migrate(
                "merge", "b1", "b2", "-m", "join", "--directory", sources().toString());
        assertThat(merge.exitCode()).isZero();
        assertThat(merge.out()).element(0).asString().endsWith("M004_Join.java");
        compile();
        assertThat(migrate("heads").out()).singleElement().asString().endsWith("(mergepoint), join");
    }

    @Test
    void usesCustomNamesAndTemplates() throws IOException {
        Path template = Files.writeString(project.resolve("template"), """
                // Ours.
                ${package}
                ${imports}
                ${annotation}
                public final class ${className} implements Migration {
                    ${up}
                    ${down}
                    ${methods}
                }
                """);

        Launched written = revision(
                "-m", "add e-mail", "--rev-id", "x1", "--name-pattern", "V_${slug}", "--template", template.toString());

        assertThat(written.exitCode()).isZero();
        assertThat(Files.readString(sources().resolve("V_add_e_mail.java"))).startsWith("// Ours.\npackage " + PACKAGE);
        compile();
    }

    @Test
    void reportsMissingArguments() {
        assertThat(Launched.with(Map.of(), "revision", "-m", "x")).satisfies(withoutPackage -> {
            assertThat(withoutPackage.exitCode()).isEqualTo(2);
            assertThat(withoutPackage.err()).contains("--package");
        });
        assertThat(revision("-m", "x", "--template", project.resolve("none").toString()))
                .satisfies(withoutTemplate -> {
                    assertThat(withoutTemplate.exitCode()).isEqualTo(2);
                    assertThat(withoutTemplate.err()).contains("none");
                });
        assertThat(revision("-m", "x", "--name-pattern", "${day}")).satisfies(unknown -> {
            assertThat(unknown.exitCode()).isEqualTo(3);
            assertThat(unknown.err()).contains("${day}", "${number}");
        });
        assertThat(sources()).doesNotExist();
    }
}
