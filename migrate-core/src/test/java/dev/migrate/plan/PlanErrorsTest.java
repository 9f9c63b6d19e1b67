package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.error.RevisionException;
import dev.migrate.error.RevisionException.Reason;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.testing.HistoryNotation;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors have a reason and a subject, for callers that report them in their own words. */
class PlanErrorsTest {

    /** Two branches from one base. */
    private static final RevisionGraph FORK = HistoryNotation.graph("a -> b -> c1[one] -> d1; b -> c2[two] -> d2");

    static Stream<Arguments> errors() {
        return Stream.of(
                error(
                        Reason.ALREADY_APPLIED,
                        "one@base+2",
                        List.of("d1"),
                        () -> Planner.upgrade(FORK, List.of("d1"), "one@base+2")),
                error(Reason.NOT_APPLIED, "c1+1", List.of("c1"), () -> Planner.downgrade(FORK, List.of("c1"), "c1+1")),
                error(
                        Reason.MULTIPLE_TARGETS,
                        "heads",
                        List.of("d1", "d2"),
                        () -> Planner.downgrade(FORK, List.of("d1", "d2"), "heads")),
                error(
                        Reason.IN_USE,
                        "one@a",
                        List.of("c2"),
                        () -> Planner.downgrade(FORK, List.of("d1", "d2"), "one@a")),
                error(Reason.DISCONNECTED_RANGE, "d1:c2", List.of(), () -> Planner.range(FORK, List.of(), "d1:c2")),
                error(Reason.OVERLAPPING_TARGETS, "a", List.of("c1"), () -> Planner.stamp(FORK, List.of(), "a", "c1")),
                error(Reason.NOT_MERGEABLE, "c1 d2", List.of("c1"), () -> Planner.merge(FORK, "", "c1", "d2")),
                error(
                        Reason.NOT_A_HEAD,
                        "b",
                        List.of("b"),
                        () -> Planner.addition(FORK, NewRevision.of("").head("b"))),
                error(
                        Reason.NOT_A_HEAD,
                        "+1",
                        List.of(),
                        () -> Planner.addition(FORK, NewRevision.of("").head("+1"))),
                error(
                        Reason.UNKNOWN_IN_DATABASE,
                        "gone",
                        List.of("gone"),
                        () -> Planner.upgrade(FORK, List.of("gone"), "d1")),
                error(
                        Reason.UNKNOWN_IN_DATABASE,
                        "gone",
                        List.of("gone"),
                        () -> Planner.single(FORK, List.of("gone"), Direction.UP, "a")));
    }

    private static Arguments error(Reason reason, String subject, List<String> revisions, ThrowingCallable command) {
        return arguments(reason, subject, revisions, command);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("errors")
    void anErrorHasAReasonASubjectAndRevisions(
            Reason reason, String subject, List<String> revisions, ThrowingCallable command) {
        assertThatExceptionOfType(RevisionException.class).isThrownBy(command).satisfies(error -> {
            assertThat(error.reason()).isEqualTo(reason);
            assertThat(error.subject()).isEqualTo(subject);
            assertThat(error.revisions()).isEqualTo(revisions);
            assertThat(error.problem()).isNotBlank();
        });
    }

    @Test
    void aMergeNamesTheHeadsIfThereAreSeveral() {
        assertThatExceptionOfType(RevisionException.class)
                .isThrownBy(() -> Planner.merge(FORK, "", "c1", "d2"))
                .satisfies(error -> assertThat(error.remedy()).contains("'d1' and 'd2'"));
        assertThatExceptionOfType(RevisionException.class)
                .isThrownBy(() -> Planner.merge(HistoryNotation.graph("a -> b"), "", "b"))
                .satisfies(error -> assertThat(error.remedy()).doesNotContain("'b'"));
    }
}
