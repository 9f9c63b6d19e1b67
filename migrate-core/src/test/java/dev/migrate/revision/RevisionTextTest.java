package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.HistoryNotation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of revisions, targets and names, and the relations of a revision in a graph. */
class RevisionTextTest {

    private static final RevisionGraph GRAPH = HistoryNotation.graph("a -> b(lib) -> c; a -> d; lib");

    @Test
    void aRevisionRequiresItsParentsAndItsDependencies() {
        assertThat(GRAPH.requirements("b")).containsExactly("a", "lib");
        assertThat(GRAPH.requirements("a")).isEmpty();
        assertThat(GRAPH.dependents("a")).containsExactlyInAnyOrder("b", "d");
        assertThat(GRAPH.dependents("lib")).containsExactly("b");
        assertThat(GRAPH.dependents("c")).isEmpty();
    }

    @Test
    void aGraphIsWrittenWithItsHeads() {
        assertThat(GRAPH.toString()).contains("5", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "lib@head", "head-2", "+1", "current", "base", "a:b", ":b", "a:", ":", "lib@-1:head"})
    void aTargetIsWrittenAsItIsRead(String expression) {
        Target target = TargetParser.parse(expression);

        assertThat(target.expression()).isEqualTo(expression);
        assertThat(target).hasToString(expression);
    }

    @Test
    void aPlaceIsTheBaseIfItNamesNoRevision() {
        assertThat(Resolver.resolve(GRAPH, List.of(), TargetParser.place("base"))
                        .isBase())
                .isTrue();
        assertThat(Resolver.resolve(GRAPH, List.of(), TargetParser.place("a")).isBase())
                .isFalse();
    }

    @Test
    void namesAreListedInOneSentence() {
        assertThat(QuotedNames.listed(List.of())).isEqualTo("(none)");
        assertThat(QuotedNames.listed(List.of("a"))).isEqualTo("'a'");
        assertThat(QuotedNames.listed(List.of("a", "b", "c"))).isEqualTo("'a', 'b' and 'c'");
    }

    @Test
    void aLongListEndsWithTheNumberOfTheOthers() {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "n" + i).toList();
        String listed = QuotedNames.listed(names);
        long shown = listed.chars().filter(c -> c == '\'').count() / 2;

        assertThat(shown).isBetween(1L, 49L);
        assertThat(listed).endsWith(" and " + (50 - shown) + " more");
        assertThat(QuotedNames.listed(names.subList(0, (int) shown))).doesNotContain("more");
        assertThat(QuotedNames.listed(names.subList(0, (int) shown + 1))).endsWith(" and 1 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "😀", ""})
    void printableTextIsQuotedAsItIs(String text) {
        assertThat(QuotedNames.quoted(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void unprintableCharactersAreEscaped() {
        assertThat(QuotedNames.quoted("a\nb")).isEqualTo("'a\\u000Ab'");
        assertThat(QuotedNames.quoted("\uD83Da")).isEqualTo("'\\uD83Da'");
        assertThat(QuotedNames.quoted("a\uDE00")).isEqualTo("'a\\uDE00'");
        assertThat(QuotedNames.quoted("\uDE00")).isEqualTo("'\\uDE00'");
        assertThat(QuotedNames.quoted("a\uD83D")).isEqualTo("'a\\uD83D'");
    }

    @Test
    void aLongTextIsCut() {
        String text = "x".repeat(500);

        assertThat(QuotedNames.quoted(text)).startsWith("'x").endsWith("x…'").hasSizeLessThan(500);
    }
}
