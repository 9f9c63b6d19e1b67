package dev.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.operation.CreateEvent;
import dev.migrate.operation.CreateRoutine;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateTrigger;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each single difference is found in both directions, under its name, and nothing else. */
@Tag("slow")
class SingleDifferencesTest {

    @Test
    void theDocumentationListsAllDifferences() throws IOException {
        List<String> rows =
                SingleDifferences.all().stream().map(SingleDifference::row).toList();

        assertThat(Files.readString(Path.of("..", "docs", "autogenerate.md")))
                .contains("| --- | --- | --- | --- |\n" + String.join("\n", rows) + "\n\n");
    }

    /** Attributes that a server adds to a schema are added on both sides, so they make no difference here. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void eachDifferenceIsFoundWithoutAServer(String what, SingleDifference difference) {
        Schema one = difference.one().schema();
        Schema other = difference.other().schema();

        assertThat(Diffs.diff(one, one).isEmpty()).isTrue();
        assertThat(found(one, other, difference.there())).isEqualTo(difference.there());
        assertThat(found(other, one, difference.back())).isEqualTo(difference.back());
    }

    static Stream<Arguments> differences() {
        return SingleDifferences.all().stream().map(difference -> arguments(difference.what(), difference));
    }

    private static List<String> found(Schema from, Schema to, List<String> expected) {
        return shortened(Diffs.descriptions(Diffs.diff(from, to)), expected);
    }

    @DatabaseTest
    void eachDifferenceIsFoundAndNothingElse(TestDatabase database) throws SQLException {
        SoftAssertions softly = new SoftAssertions();
        try (TestSchema live = new TestSchema(database)) {
            for (SingleDifference difference : SingleDifferences.all()) {
                if (difference.where().has().test(live.renderer().server())) {
                    check(live, difference, softly);
                    live.clear();
                }
            }
        }
        softly.assertAll();
    }

    private static void check(TestSchema live, SingleDifference difference, SoftAssertions softly) {
        Schema one = difference.one().schema();
        Schema other = difference.other().schema();
        try {
            live.run(creation(one));
            softly.assertThat(descriptions(live.diff(one)))
                    .as("no difference: %s", difference.what())
                    .isEmpty();
            step(live, other, difference.there(), softly, difference.what());
            step(live, one, difference.back(), softly, difference.what() + ", and back");
        } catch (IllegalStateException | IllegalArgumentException e) {
            softly.fail(difference.what() + ": " + e.getMessage(), e);
        }
    }

    private static void step(
            TestSchema live, Schema wanted, List<String> expected, SoftAssertions softly, String what) {
        SchemaDiff diff = live.diff(wanted);
        List<String> found = descriptions(diff);
        softly.assertThat(shortened(found, expected)).as(what).isEqualTo(expected);
        live.run(diff.changes().stream().map(Change::operation).toList());
        softly.assertThat(descriptions(live.diff(wanted)))
                .as("%s, afterwards", what)
                .isEmpty();
    }

    private static List<String> shortened(List<String> found, List<String> expected) {
        List<String> shortened = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "";
            boolean isBeginning =
                    wanted.endsWith("…") && found.get(i).startsWith(wanted.substring(0, wanted.length() - 1));
            shortened.add(isBeginning ? wanted : found.get(i));
        }
        return shortened;
    }

    private static List<String> descriptions(SchemaDiff diff) {
        return diff.changes().stream()
                .map(change -> change.operation().description())
                .toList();
    }

    private static List<Operation> creation(Schema schema) {
        List<Operation> operations = new ArrayList<>();
        schema.tables().forEach(table -> operations.add(new CreateTable(table)));
        schema.routines().forEach(routine -> operations.add(new CreateRoutine(routine)));
        schema.views().forEach(view -> operations.add(new CreateView(view)));
        schema.triggers().forEach(trigger -> operations.add(new CreateTrigger(trigger)));
        schema.events().forEach(event -> operations.add(new CreateEvent(event)));
        return operations;
    }
}
