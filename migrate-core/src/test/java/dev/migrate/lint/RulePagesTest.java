package dev.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Authoring;
import dev.migrate.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each rule has a page with a migration that it reports, the finding, and a migration that it does not report. */
class RulePagesTest {

    private static final Path PAGES = Path.of("..", "docs", "rules");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(java|text)\n(.*?)\n```");
    private static final String BASE = "schema";

    @TempDir
    private static Path folder = Path.of("");

    private static List<Page> pages = List.of();
    private static Migrator migrator = Migrator.builder().build();

    record Page(LintRule rule, String reported, String finding, String notReported) {

        static Page of(LintRule rule) throws IOException {
            List<String> blocks = blocks(PAGES.resolve(rule.id() + ".md"));
            return new Page(rule, blocks.get(0), blocks.get(1), blocks.get(2));
        }

        String badId() {
            return rule.id().replace('-', '_') + "_1";
        }

        String goodId() {
            return rule.id().replace('-', '_') + "_2";
        }
    }

    private static List<String> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(MatchResult::group)
                .map(RulePagesTest::content)
                .toList();
    }

    private static String content(String block) {
        return block.substring(block.indexOf('\n') + 1, block.lastIndexOf('\n'));
    }

    @BeforeAll
    static void compilePages() throws IOException {
        List<Page> all = new ArrayList<>();
        write("Base", BASE, "", blocks(PAGES.resolve("README.md")).get(0));
        for (LintRule rule : Authoring.lintRules()) {
            if (!rule.id().equals("several-heads")) {
                Page page = Page.of(rule);
                all.add(page);
                write("Bad" + all.size(), page.badId(), BASE, page.reported());
                write("Good" + all.size(), page.goodId(), BASE, page.notReported());
            }
        }
        pages = List.copyOf(all);
        migrator = Migrator.builder().sources(folder).build();
    }

    private static void write(String name, String id, String parent, String body) throws IOException {
        String text = """
                import static dev.migrate.schema.ColumnType.*;
                import dev.migrate.migration.*;
                import dev.migrate.operation.*;

                @Revision(id = "%s", parents = {%s})
                public final class %s implements Migration {
                    @Override
                    public void up(Operations op) {
                %s
                    }
                }
                """;
        Files.writeString(
                folder.resolve(name + ".java"),
                text.formatted(id, parent.isEmpty() ? "" : "\"" + parent + "\"", name, body));
    }

    @TestFactory
    Stream<DynamicTest> examplesOfThePages() {
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(page.rule().id(), () -> {
                    LintOptions options = page.rule().severity() == Severity.OFF
                            ? LintOptions.DEFAULT.with(page.rule().id(), Severity.INFO)
                            : LintOptions.DEFAULT;
                    Map<String, String> findings = new TreeMap<>();
                    for (Finding finding : migrator.authoring().lint(options, ":")) {
                        if (finding.rule().equals(page.rule().id())) {
                            findings.merge(
                                    String.valueOf(finding.revision()),
                                    text(finding),
                                    (one, other) -> one + "\n" + other);
                        }
                    }

                    assertThat(findings.get(page.badId())).isEqualTo(page.finding());
                    assertThat(findings).doesNotContainKey(page.goodId());
                }));
    }

    private static String text(Finding finding) {
        String where = finding.operation() == null ? "the migration" : finding.operation();
        return (finding.severity() + " " + finding.rule() + ": " + where + "\n" + finding.consequence() + "\n"
                        + finding.suggestion())
                .replace("\n", "\n  ");
    }

    @Test
    void tableListsEveryRule() throws IOException {
        String table = Files.readString(PAGES.resolve("README.md"));

        assertThat(Authoring.lintRules())
                .allSatisfy(rule -> assertThat(table)
                        .contains("| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.severity() + " |"));
    }
}
