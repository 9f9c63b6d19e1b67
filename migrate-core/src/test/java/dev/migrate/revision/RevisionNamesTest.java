package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.RevisionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids and labels that cannot be told from other expressions, and the words of the errors about them. */
class RevisionNamesTest {

    @ParameterizedTest
    @CsvSource({
        "a-0, ends like a relative step",
        "a-9, ends like a relative step",
        "a-10, ends like a relative step",
        "-, ends like a relative step",
        "'', is empty",
        "head, is a keyword of target expressions",
        "' a', begins or ends with a blank",
    })
    void rejectsLabels(String label, String problem) {
        assertThat(RevisionNames.problemOfLabel(label)).isEqualTo(problem);
    }

    @Test
    void rejectsCharactersOfExpressionsAndHalvesOfCharacters() {
        assertThat(RevisionNames.problemOfLabel("a+b")).isEqualTo("contains the character '+'");
        assertThat(RevisionNames.problemOfLabel("a\uD83Db")).isEqualTo("contains half of a character");
        assertThat(RevisionNames.problemOfLabel("a\uD83D\uDE00b")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "a7", "a-b", "a-/", "a-1a"})
    void acceptsLabels(String label) {
        assertThat(RevisionNames.problemOfLabel(label)).isNull();
    }

    @Test
    void aTargetOutOfRangeNamesTheRevisionThatIsReached() {
        RevisionException one = RevisionErrors.outOfRange("-2", 1, "a1");
        RevisionException all = RevisionErrors.outOfRange("-4", 3, RevisionNames.BASE);

        assertThat(one).hasMessageContaining("after 1 step, 'a1' is reached");
        assertThat(one.revisions()).containsExactly("a1");
        assertThat(all).hasMessageContaining("after 3 steps, 'base' is reached");
        assertThat(all.revisions()).isEmpty();
    }

    @Test
    void aSetOfRevisionsIsEmptyIfNothingIsApplied() {
        RevisionGraph graph =
                RevisionGraph.of(List.of(new RevisionNode("a1", List.of(), List.of(), List.of(), "a migration")));

        assertThat(graph.applied(List.of()).isEmpty()).isTrue();
        assertThat(graph.applied(List.of("a1")).isEmpty()).isFalse();
    }
}
