package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.testing.HistoryNotation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sequences that were measured on Alembic 1.20 with MySQL: the steps, and their changes of the version table. */
class MeasuredSequencesTest {

    private static final RevisionGraph DIAMOND = HistoryNotation.graph(HistoryNotation.DIAMOND);

    private static final RevisionGraph DEPENDENT = HistoryNotation.graph(HistoryNotation.DEPENDENT);

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
            upgrade head      |       | INS a; a→b; b→c2; c2→d2; INS c1; c1→d1; DEL d1; d2→e; e→f | f
            upgrade head      | d1    | INS c2; c2→d2; DEL d1; d2→e; e→f                          | f
            upgrade heads     |       | INS a; a→b; b→c2; c2→d2; INS c1; c1→d1; DEL d1; d2→e; e→f | f
            upgrade +1        | d1    | INS c2; c2→d2; DEL d1; d2→e                               | e
            downgrade b       | f     | f→e; INS d1; e→d2; d1→c1; DEL c1; d2→c2; c2→b             | b
            downgrade d1      | f     | f→e; INS d1; e→d2                                         | d1 d2
            stamp c2          | e     | e→c2                                                      | c2
            stamp e           | d1 c2 | DEL d1; c2→e                                              | e
            """)
    void writesWhatAlembicWritesOnADiamond(String command, @Nullable String rows, String changes, String after) {
        check(DIAMOND, command, rows, changes, after);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
            upgrade app@head   |       | INS a1; a1→a2; INS b1; DEL b1; a2→b2; b2→b3         | b3
            upgrade heads      |       | INS a1; a1→a2; INS b1; DEL b1; a2→b2; b2→b3; INS a3 | a3 b3
            upgrade lib@+1     | b3    | INS a3                                              | a3 b3
            downgrade app@base | b3    | b3→b2; INS b1; b2→a2; DEL b1                        | a2
            downgrade lib@base | b3    | b3→b2; INS b1; b2→a2; a2→a1; DEL a1                 | b1
            downgrade a1       | b3    | b3→b2; INS b1; b2→a2; a2→a1                         | a1 b1
            downgrade lib@-1   | a3 b3 | DEL a3                                              | b3
            stamp a1           | b3    | b3→a1                                               | a1
            """)
    void writesWhatAlembicWritesWithDependencies(String command, @Nullable String rows, String changes, String after) {
        check(DEPENDENT, command, rows, changes, after);
    }

    private static void check(
            RevisionGraph graph, String command, @Nullable String rows, String changes, String after) {
        Plan plan = PlanCommand.of(command).plan(graph, PlanCommand.words(rows));
        assertThat(RowChangeText.of(plan.rowChanges())).isEqualTo(changes);
        assertThat(plan.rowsAfter()).isEqualTo(PlanCommand.words(after));
    }
}
