package dev.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.operation.Position;
import dev.migrate.testing.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnOrderTest {

    private static final List<String> ABC = List.of("a", "b", "c");

    static Stream<Arguments> moves() {
        return Stream.of(
                arguments("abc", "abc", ""),
                arguments("abc", "acb", "c"),
                arguments("abc", "cab", "c"),
                arguments("abc", "bca", "a"),
                arguments("abcde", "eabdc", "de"),
                arguments("abc", "cba", "bc"),
                arguments("abx", "ab", ""),
                arguments("ba", "xaby", "a"),
                arguments("", "ab", ""));
    }

    private static List<String> names(String letters) {
        return letters.isEmpty() ? List.of() : List.of(letters.split(""));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("moves")
    void asFewColumnsAsPossibleAreMoved(String now, String wanted, String moved) {
        assertThat(ColumnOrder.moved(names(now), names(wanted))).containsExactlyInAnyOrderElementsOf(names(moved));
    }

    @Test
    void movingTheColumnsYieldsTheTargetOrder() {
        Property.<List<String>>of(
                        random -> {
                            List<String> shuffled = new ArrayList<>(names("abcdefgh"));
                            Collections.shuffle(shuffled, random);
                            return shuffled;
                        },
                        shuffled -> Stream.empty())
                .holds(500, wanted -> {
                    List<String> now = new ArrayList<>(names("abcdefgh"));
                    ColumnOrder order = new ColumnOrder(now);
                    Set<String> moved = ColumnOrder.moved(now, wanted);
                    for (String column : wanted) {
                        if (moved.contains(column)) {
                            place(now, column, order.move(column, wanted));
                        }
                    }
                    assertThat(now).isEqualTo(wanted);
                });
    }

    private static void place(List<String> columns, String column, Position position) {
        columns.remove(column);
        columns.add(position.after() == null ? 0 : columns.indexOf(position.after()) + 1, column);
    }

    @Test
    void aPositionIsFirstOrAfterAnotherColumn() {
        assertThat(new ColumnOrder(ABC).positionOf("a")).isEqualTo(Position.first());
        assertThat(new ColumnOrder(ABC).positionOf("c")).isEqualTo(Position.after("b"));
    }

    @Test
    void aDroppedColumnHasAPositionUnlessItWasTheLast() {
        ColumnOrder order = new ColumnOrder(ABC);

        assertThat(order.remove("b")).isEqualTo(Position.after("a"));
        assertThat(order.remove("a")).isEqualTo(Position.first());
        assertThat(order.remove("c")).isNull();
        assertThat(order.has("c")).isFalse();
    }

    @Test
    void aNewColumnFollowsItsPredecessorsInTheTargetOrder() {
        List<String> wanted = List.of("x", "a", "y", "z", "b", "c", "w");
        ColumnOrder order = new ColumnOrder(ABC);

        assertThat(order.insert("y", wanted)).isEqualTo(Position.after("a"));
        assertThat(order.insert("z", wanted)).isEqualTo(Position.after("y"));
        assertThat(order.insert("x", wanted)).isEqualTo(Position.first());
        assertThat(order.insert("w", wanted)).isNull();
        assertThat(order.positionOf("b")).isEqualTo(Position.after("z"));
    }

    @Test
    void aRenamedColumnKeepsItsPosition() {
        ColumnOrder order = new ColumnOrder(ABC);

        order.rename("b", "x");

        assertThat(order.has("b")).isFalse();
        assertThat(order.positionOf("x")).isEqualTo(Position.after("a"));
        assertThat(order.positionOf("c")).isEqualTo(Position.after("x"));
    }
}
