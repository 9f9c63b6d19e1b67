package dev.migrate.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.journal.StatementState;
import dev.migrate.journal.StepState;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.revision.RevisionNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a step of up to four statements can be interrupted: which ones the journal knows as done, how far it
 * was announced, how far the server came, and what each statement leaves to be seen.
 */
class RecoveryTest {

    private static final int MOST_STATEMENTS = 4;

    /** What a statement leaves to be seen. */
    enum Sort {
        CHANGE(ProbeResult.DONE, ProbeResult.NOT_DONE),
        /** Its effect was there before, or cannot be told from what was. */
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
     * One way to be interrupted.
     *
     * @param sorts what the statements leave to be seen
     * @param known how many the journal knows as done
     * @param done how many the server has carried out
     * @param announced how many were announced
     */
    record Interruption(List<Sort> sorts, int known, int done, int announced) {

        Recovery recovery() {
            List<JournalStatement> entries = IntStream.range(0, announced)
                    .mapToObj(i -> entry(i, i < known ? StatementState.DONE : StatementState.STARTED))
                    .toList();
            return RecoveryTest.recovery(step(entries), statements(sorts.size()), (entry, statement) -> {
                Sort sort = sorts.get(entry.number() - 1);
                return entry.number() <= done ? sort.ifDone : sort.ifNotDone;
            });
        }

        /** The same statements as those of steps that were announced together; they are asked for in their order. */
        Recovery recovery(List<Integer> sizes) {
            List<InterruptedStep> steps = new ArrayList<>();
            for (int size : sizes) {
                List<JournalStatement> entries = IntStream.range(0, size)
                        .mapToObj(i -> entry(i, StatementState.STARTED))
                        .toList();
                steps.add(begun(step(entries), statements(size)));
            }
            AtomicInteger asked = new AtomicInteger();
            return new Recovery(steps, (entry, statement) -> {
                int index = asked.getAndIncrement();
                Sort sort = sorts.get(index);
                return index < done ? sort.ifDone : sort.ifNotDone;
            });
        }

        boolean isInTheDark() {
            return sorts.subList(known, announced).contains(Sort.NOT_OBSERVABLE);
        }
    }

    static Stream<Interruption> interruptions() {
        List<Interruption> all = new ArrayList<>();
        for (List<Sort> sorts : lists(MOST_STATEMENTS)) {
            for (int announced = 0; announced <= sorts.size(); announced++) {
                for (int done = 0; done <= announced; done++) {
                    for (int known = 0; known <= done; known++) {
                        all.add(new Interruption(sorts, known, done, announced));
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
    void goesOnBehindTheLastOneThatIsDoneAndRepeatsOnlyWhatChangesNothing() {
        assertThat(interruptions()).hasSizeGreaterThan(2_000).allSatisfy(interruption -> {
            Recovery recovery = interruption.recovery();
            if (interruption.isInTheDark()) {
                assertThatThrownBy(recovery::done).isInstanceOf(StatementOutcomeUnknownException.class);
            } else {
                int found = recovery.done().get(0);
                assertThat(found).isBetween(interruption.known(), interruption.done());
                assertThat(interruption.sorts().subList(found, interruption.done()))
                        .allMatch(sort -> sort == Sort.NO_CHANGE);
            }
        });
    }

    /** All of the statements were announced with one note, whatever step they belong to. */
    @Test
    void findsTheSameInStatementsOfSeveralSteps() {
        assertThat(interruptions()
                        .filter(each -> each.known() == 0
                                && each.announced() == each.sorts().size()))
                .hasSizeGreaterThan(300)
                .allSatisfy(interruption -> {
                    for (List<Integer> sizes : partitions(interruption.sorts().size())) {
                        Recovery together = interruption.recovery();
                        Recovery apart = interruption.recovery(sizes);
                        if (interruption.isInTheDark()) {
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
    void whatWasOnlyAnnouncedMayBeEditedAndWhatOthersHaveFollowedMayNotGrow() {
        InterruptedStep first = begun(step(List.of(entry(0, StatementState.STARTED))), statements(1));
        InterruptedStep edited =
                begun(step(List.of(entryWithText(0, "as it was", StatementState.STARTED))), statements(2));

        assertThat(new Recovery(List.of(first, edited), (entry, statement) -> ProbeResult.NOT_DONE).done())
                .containsExactly(0, 0);
        assertThatThrownBy(() -> new Recovery(List.of(first, edited), (entry, statement) -> ProbeResult.DONE).done())
                .isInstanceOf(InterruptedRunException.class);

        InterruptedStep grown = begun(step(List.of(entry(0, StatementState.STARTED))), statements(MOST_STATEMENTS + 1));
        assertThatThrownBy(() -> new Recovery(List.of(grown, first), (entry, statement) -> ProbeResult.DONE).done())
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("statement 5 was: no statement");
    }

    @Test
    void whatWasRefusedIsNotDoneAndMayBeEdited() {
        List<JournalStatement> entries = List.of(
                entry(0, StatementState.DONE),
                entryWithText(1, "as it was before somebody mended it", StatementState.FAILED));

        assertThat(recovery(step(entries), statements(3), RecoveryTest::mustNotLook)
                        .done())
                .containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatRanOrMayHaveRunMustReadTheSame(StatementState state) {
        Recovery recovery = recovery(
                step(List.of(entryWithText(0, "as it was before somebody edited it", state))),
                statements(1),
                RecoveryTest::mustNotLook);

        assertThatThrownBy(recovery::done)
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("as it was before somebody edited it")
                .hasMessageContaining("statement 1");
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatRanOrMayHaveRunMustStillBeThere(StatementState state) {
        Recovery recovery = recovery(step(List.of(entry(0, state))), statements(0), RecoveryTest::mustNotLook);

        assertThatThrownBy(recovery::done)
                .isInstanceOf(InterruptedRunException.class)
                .hasMessageContaining("is now: no statement");
    }

    @Test
    void stopsWhereSomebodyHasMeddled() {
        List<JournalStatement> entries = List.of(entry(0, StatementState.STARTED), entry(1, StatementState.STARTED));

        assertThatThrownBy(() -> recovery(step(entries), statements(2), (entry, s) -> ProbeResult.NEITHER_STATE)
                        .done())
                .isInstanceOf(StatementOutcomeUnknownException.class)
                .hasMessageContaining("statement 1 of migration 1f");
        assertThatThrownBy(() -> recovery(
                                step(entries),
                                statements(2),
                                (entry, s) -> entry.number() == 1 ? ProbeResult.NOT_DONE : ProbeResult.DONE)
                        .done())
                .isInstanceOf(StatementOutcomeUnknownException.class)
                .hasMessageContaining("statement 2 of migration 1f");
    }

    private static Recovery recovery(
            JournalStep step,
            List<PlannedStatement> statements,
            BiFunction<JournalStatement, PlannedStatement, ProbeResult> look) {
        return new Recovery(List.of(begun(step, statements)), look);
    }

    private static InterruptedStep begun(JournalStep step, List<PlannedStatement> statements) {
        RevisionNode revision = new RevisionNode(step.revision(), List.of(), List.of(), List.of(), "");
        return new InterruptedStep(step, PreparedStep.of(new Step(Direction.UP, revision, List.of()), statements));
    }

    private static Stream<StatementState> states() {
        return Stream.of(StatementState.DONE, StatementState.STARTED);
    }

    private static ProbeResult mustNotLook(JournalStatement entry, PlannedStatement statement) {
        throw new AssertionError("looked at " + entry + " for " + statement);
    }

    private static List<PlannedStatement> statements(int count) {
        return IntStream.range(0, count)
                .<PlannedStatement>mapToObj(i -> new PlannedStatement.Sql(text(i), Effect.IMPLICIT_COMMIT))
                .toList();
    }

    private static String text(int index) {
        return "statement " + (index + 1);
    }

    private static JournalStatement entry(int index, StatementState state) {
        return entryWithText(index, text(index), state);
    }

    private static JournalStatement entryWithText(int index, String text, StatementState state) {
        return new JournalStatement(index + 1, state, text, Sha256.of(text), null, null, Instant.EPOCH, null, null);
    }

    private static JournalStep step(List<JournalStatement> statements) {
        return new JournalStep(
                1,
                "1f",
                Action.UP,
                StepState.STARTED,
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
