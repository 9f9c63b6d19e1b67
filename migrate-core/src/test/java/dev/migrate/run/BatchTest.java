package dev.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.dialect.Subject;
import dev.migrate.dialect.Trace;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which steps are announced with one note. */
class BatchTest {

    private static Statement change(String table) {
        return new Statement.Sql(
                "change " + table, Effect.COMMITS_BY_ITSELF, Trace.visible("state", "effect", Subject.of(table)));
    }

    private static Statement rows() {
        return new Statement.Sql("rows", Effect.TRANSACTIONAL);
    }

    private static Statement unseen() {
        return new Statement.Sql("unseen", Effect.COMMITS_BY_ITSELF, Trace.none());
    }

    private static PreparedStep step(Statement... statements) {
        RevisionNode revision = new RevisionNode("1f", List.of(), List.of(), List.of(), "");
        return PreparedStep.of(new Step(Direction.UP, revision, List.of()), List.of(statements));
    }

    private static List<Integer> sizes(boolean hasTokens, PreparedStep... steps) {
        List<Integer> sizes = new ArrayList<>();
        for (Batch batch : Batch.of(List.of(steps), hasTokens)) {
            sizes.add(batch.steps().size());
        }
        return sizes;
    }

    @Test
    void putsStepsTogetherOfWhichEachStatementCanBeSeen() {
        assertThat(sizes(false, step(change("a")), step(change("b"), change("c")), step(change("d"))))
                .containsExactly(3);
    }

    @Test
    void keepsApartWhatIsAboutTheSameThing() {
        assertThat(sizes(false, step(change("a")), step(change("b")), step(change("a")), step(change("b"))))
                .containsExactly(2, 2);
        assertThat(sizes(false, step(change("a"), change("a")), step(change("b"))))
                .containsExactly(1, 1);
    }

    @Test
    void leavesAloneWhatIsRecordedInAnotherWay() {
        assertThat(sizes(
                        false,
                        step(change("a")),
                        step(change("b"), rows()),
                        step(change("c")),
                        step(change("d")),
                        step(unseen()),
                        step(),
                        step(change("e"))))
                .containsExactly(1, 1, 2, 1, 1, 1);
    }

    @Test
    void doesWithoutWhereEachStatementHasItsToken() {
        assertThat(sizes(true, step(change("a")), step(change("b")))).containsExactly(1, 1);
    }

    @Test
    void lagsBehindBySixteenStepsAtMost() {
        PreparedStep[] steps = Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> step(change("t" + i)))
                .toArray(PreparedStep[]::new);

        assertThat(sizes(false, steps)).containsExactly(16, 16, 8);
        assertThat(sizes(false)).isEmpty();
    }
}
