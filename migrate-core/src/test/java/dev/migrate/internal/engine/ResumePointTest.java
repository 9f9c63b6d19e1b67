package dev.migrate.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.internal.Sha256;
import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.ProbeResult;
import dev.migrate.revision.RevisionNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every interruption of a step of up to four statements: the statements that the journal shows as done, those whose intent
 * was recorded, those that the server executed, and the observable effect of each.
 */
class ResumePointTest {

    private static final int MOST_STATEMENTS = 4;

    /** The observable effect of a statement. */
    enum Sort {
        CHANGE(ProbeResult.DONE, ProbeResult.NOT_DONE),
        /** The state is the same before and after the statement. */
        NO_CHANGE(ProbeResult.NO_DIFFERENCE, ProbeResult.NO_DIFFERENCE),
        NOT_OBSERVABLE(ProbeResult.NOT_OBSERVABLE, ProbeResult.NOT_OBSERVABLE);

        private final ProbeResult ifDone;
        private final ProbeResult ifNotDone;

        Sort(ProbeResult ifDone, ProbeResult ifNotDone) {
            this.ifDone = ifDone;
            this.ifNotDone = ifNotDone;
        }
    }

    /**
     * An interruption.
     *
     * @param sorts the observable effects of the statements
     * @param known the number of statements that the journal shows as done
     * @param done the number of statements that the server executed
     * @param intended the number of statements whose intent was recorded
     */
    record Interruption(List<Sort> sorts, int known, int done, int intended) {

        ResumePoint resumePoint() {
            List<JournalStatement> entries = IntStream.range(0, intended)
                    .mapToObj(i -> entry(i, i < known ? EntryState.DONE : EntryState.STARTED))
                    .toList();
            return ResumePointTest.resumePoint(step(entries), statements(sorts.size()), (entry, statement) -> {
                Sort sort = sorts.get(entry.number() - 1);
                return entry.number() <= done ? sort.ifDone : sort.ifNotDone;
            });
        }

        /** The same statements as those of several steps; they are probed in order. */
        ResumePoint resumePoint(List<Integer> sizes) {
            List<InterruptedStep> steps = new ArrayList<>();
            for (int size : sizes) {
                List<JournalStatement> entries = IntStream.range(0, size)
                        .mapToObj(i -> entry(i, EntryState.STARTED))
                        .toList();
                steps.add(interrupted(step(entries), statements(size)));
            }
            AtomicInteger probed = new AtomicInteger();
            return new ResumePoint(
                    steps,
                    (entry, statement) -> {
                        int index = probed.getAndIncrement();
                        Sort sort = sorts.get(index);
                        return index < done ? sort.ifDone : sort.ifNotDone;
                    },
                    UnaryOperator.identity());
        }

        boolean isUndecidable() {
            return sorts.subList(known, intended).contains(Sort.NOT_OBSERVABLE);
        }
    }

    static Stream<Interruption> interruptions() {
        List<Interruption> all = new ArrayList<>();
        for (List<Sort> sorts : lists(MOST_STATEMENTS)) {
            for (int intended = 0; intended <= sorts.size(); intended++) {
                for (int done = 0; done <= intended; done++) {
                    for (int known = 0; known <= done; known++) {
                        all.add(new Interruption(sorts, known, done, intended));
                    }
                }
            }
        }
        return all.stream();
    }

    private static List<List<Sort>> lists(int longest) {
        List<List<Sort>> lists = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < lists.size(); i++) {
            for (Sort sort : Sort.values()) {
                if (lists.get(i).size() < longest) {
                    List<Sort> longer = new ArrayList<>(lists.get(i));
                    longer.add(sort);
                    lists.add(longer);
                }
            }
        }
        return lists;
    }

    @Test
    void resumesAfterTheLastCompletedStatementAndRepeatsOnlyStatementsWithoutEffect() {
        assertThat(interruptions()).hasSizeGreaterThan(2_000).allSatisfy(interruption -> {
            ResumePoint resumePoint = interruption.resumePoint();
            if (interruption.isUndecidable()) {
                assertThatThrownBy(resumePoint::done).isInstanceOf(StatementOutcomeUnknownException.class);
            } else {
                int found = resumePoint.done().get(0);
                assertThat(found).isBetween(interruption.known(), interruption.done());
                assertThat(interruption.sorts().subList(found, interruption.done()))
                        .allMatch(sort -> sort == Sort.NO_CHANGE);
            }
        });
    }

    /** The intent of all statements was recorded together, whatever step they belong to. */
    @Test
    void yieldsTheSameResultForStatementsOfSeveralSteps() {
        assertThat(interruptions()
                        .filter(each -> each.known() == 0
                                && each.intended() == each.sorts().size()))
                .hasSizeGreaterThan(300)
                .allSatisfy(interruption -> {
                    for (List<Integer> sizes : partitions(interruption.sorts().size())) {
                        ResumePoint together = interruption.resumePoint();
                        ResumePoint apart = interruption.resumePoint(sizes);
                        if (interruption.isUndecidable()) {
                            assertThatThrownBy(apart::done).isInstanceOf(StatementOutcomeUnknownException.class);
                        } else {
                            assertThat(apart.done())
                                    .isEqualTo(split(together.done().get(0), sizes));
                        }
                    }
                });
    }

    private static List<List<Integer>> partitions(int size) {
        List<List<Integer>> all = new ArrayList<>();
        for (int first = 1; first < size; first++) {
            all.add(List.of(first, size - first));
            for (List<Integer> rest : partitions(size - first)) {
                List<Integer> partition = new ArrayList<>(List.of(first));
                partition.addAll(rest);
                all.add(partition);
            }
        }
        return all;
    }

    private static List<Integer> split(int done, List<Integer> sizes) {
        List<Integer> split = new ArrayList<>();
        int rest = done;
        for (int size : sizes) {
            split.add(Math.min(rest, size));
            rest -= Math.min(rest, size);
        }
        return split;
    }

    @Test
    void statementsThatDidNotRunMayBeEditedAndCompleteStepsMayNotGrow() {
        InterruptedStep first = interrupted(step(List.of(entry(0, EntryState.STARTED))), statements(1));
        InterruptedStep edited =
                interrupted(step(List.of(entryWithText(0, "as it was", EntryState.STARTED))), statements(2));

        assertThat(new ResumePoint(
                                List.of(first, edited),
                                (entry, statement) -> ProbeResult.NOT_DONE,
                                UnaryOperator.identity())
                        .done())
                .containsExactly(0, 0);
        assertThatThrownBy(() -> new ResumePoint(
                                List.of(first, edited),
                                (entry, statement) -> ProbeResult.DONE,
                                UnaryOperator.identity())
                        .done())
                .isInstanceOf(InterruptedRunException.class);

        InterruptedStep grown =
                interrupted(step(List.of(entry(0, EntryState.STARTED))), statements(MOST_STATEMENTS + 1));
        assertThatThrownBy(() -> new ResumePoint(
                                List.of(grown, first), (entry, statement) -> ProbeResult.DONE, UnaryOperator.identity())
                        .done())
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("statement 5 was: no statement");
    }

    @Test
    void aFailedStatementIsNotDoneAndMayBeEdited() {
        List<JournalStatement> entries = List.of(
                entry(0, EntryState.DONE), entryWithText(1, "as it was before it was fixed", EntryState.FAILED));

        assertThat(resumePoint(step(entries), statements(3), ResumePointTest::mustNotProbe)
                        .done())
                .containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("states")
    void aStatementThatRanOrMayHaveRunMustNotChange(EntryState state) {
        ResumePoint resumePoint = resumePoint(
                step(List.of(entryWithText(0, "as it was before it was edited", state))),
                statements(1),
                ResumePointTest::mustNotProbe);

        assertThatThrownBy(resumePoint::done)
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("as it was before it was edited")
                .hasMessageContaining("statement 1");
    }

    @ParameterizedTest
    @MethodSource("states")
    void aStatementThatRanOrMayHaveRunMustStillExist(EntryState state) {
        ResumePoint resumePoint =
                resumePoint(step(List.of(entry(0, state))), statements(0), ResumePointTest::mustNotProbe);

        assertThatThrownBy(resumePoint::done)
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("no statement");
    }

    @Test
    void stopsIfTheStateIsInconsistent() {
        List<JournalStatement> entries = List.of(entry(0, EntryState.STARTED), entry(1, EntryState.STARTED));

        assertThatThrownBy(() -> resumePoint(step(entries), statements(2), (entry, s) -> ProbeResult.NEITHER_STATE)
                        .done())
                .isInstanceOf(StatementOutcomeUnknownException.class)
                .hasMessageContaining("statement 1 of migration 1f");
        assertThatThrownBy(() -> resumePoint(
                                step(entries),
                                statements(2),
                                (entry, s) -> entry.number() == 1 ? ProbeResult.NOT_DONE : ProbeResult.DONE)
                        .done())
                .isInstanceOf(StatementOutcomeUnknownException.class)
                .hasMessageContaining("statement 2 of migration 1f");
    }

    private static ResumePoint resumePoint(
            JournalStep step,
            List<PlannedStatement> statements,
            BiFunction<JournalStatement, PlannedStatement, ProbeResult> probe) {
        return new ResumePoint(List.of(interrupted(step, statements)), probe, UnaryOperator.identity());
    }

    private static InterruptedStep interrupted(JournalStep step, List<PlannedStatement> statements) {
        RevisionNode revision = new RevisionNode(step.revision(), List.of(), List.of(), List.of(), "");
        return new InterruptedStep(
                step, PreparedStep.of(new Step(Direction.UP, revision, List.of()), List.of(), statements), List.of());
    }

    private static Stream<EntryState> states() {
        return Stream.of(EntryState.DONE, EntryState.STARTED);
    }

    private static ProbeResult mustNotProbe(JournalStatement entry, PlannedStatement statement) {
        throw new AssertionError("probed " + entry + " for " + statement);
    }

    private static List<PlannedStatement> statements(int count) {
        return IntStream.range(0, count)
                .<PlannedStatement>mapToObj(i -> new PlannedStatement.Sql(text(i), Effect.IMPLICIT_COMMIT))
                .toList();
    }

    private static String text(int index) {
        return "statement " + (index + 1);
    }

    private static JournalStatement entry(int index, EntryState state) {
        return entryWithText(index, text(index), state);
    }

    private static JournalStatement entryWithText(int index, String text, EntryState state) {
        return new JournalStatement(index + 1, state, text, Sha256.of(text), null, null, Instant.EPOCH, null, null);
    }

    private static JournalStep step(List<JournalStatement> statements) {
        return new JournalStep(
                1,
                "1f",
                Action.UP,
                EntryState.STARTED,
                "",
                List.of(),
                List.of(),
                MOST_STATEMENTS,
                Instant.EPOCH,
                null,
                null,
                new JournalStep.Actor("user@host", "somebody, process 1", 1, "1.0"),
                statements);
    }
}
