package dev.migrate.testing.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong documents are rejected. */
class DocumentRunnerTest {

    @TempDir
    private Path folder;

    private void follow(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("document.md"), text);
        new DocumentRunner(folder).where("HERE", "there").follow(file);
    }

    @Test
    void commandsRunInOneShell() {
        assertThatCode(() -> follow("""
                # Title

                ```sh file=shop/a.txt
                one
                two
                ```
                <!-- run: cd shop -->
                ```console exit=3
                $ cat a.txt
                one
                two
                $ echo HERE; \\
                >   printf no-end; (exit 3)
                HERE
                no-end
                ```
                ```text shows=a.txt
                one
                two
                ```
                """)).doesNotThrowAnyException();
    }

    @Test
    void wrongOutputsAreRejected() {
        assertThatThrownBy(() -> follow("```console\n$ echo b\na\n```\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("document.md:1: $ echo b\nshows\na\nbut should show\nb");
        assertThatThrownBy(() -> follow("```console\n$ false\n```\n"))
                .hasMessageContaining("ended with 1 and not with 0");
        assertThatThrownBy(() -> follow("```console exit=1\n$ true\n```\n"))
                .hasMessageContaining("ended with 0 and not with 1");
        assertThatThrownBy(() -> follow("<!-- run: echo noise -->\n")).hasMessageContaining("noise");
        assertThatThrownBy(() -> follow("```sh\necho a\n```\n"))
                .hasMessageContaining("nothing is known of a block of sh");
        assertThatThrownBy(() -> follow("```sh\necho a\n")).hasMessageContaining("does not end");
    }

    @Test
    void anEllipsisMatchesAnything() {
        List<String> lines = List.of("a 1 b", "c", "d");
        assertThat(DocumentRunner.matches(List.of("a … b", "…"), lines)).isTrue();
        assertThat(DocumentRunner.matches(List.of("…", "d"), lines)).isTrue();
        assertThat(DocumentRunner.matches(List.of("…", "c"), lines)).isFalse();
        assertThat(DocumentRunner.matches(List.of("a … c", "c", "d"), lines)).isFalse();
    }

    @Test
    void aTranslationHasTheSameBlocks() throws IOException {
        Path original = Files.writeString(folder.resolve("a.md"), "Text\n```console\n$ true\n```\n");
        Path good = Files.writeString(folder.resolve("b.md"), "文本\n```console\n$ true\n```\n");
        Path bad = Files.writeString(folder.resolve("c.md"), "文本\n```console\n$ false\n```\n");

        DocumentRunner.compare(original, good);
        assertThatThrownBy(() -> DocumentRunner.compare(original, bad)).isInstanceOf(AssertionError.class);
    }
}
