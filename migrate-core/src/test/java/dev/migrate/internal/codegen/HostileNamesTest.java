package dev.migrate.internal.codegen;

import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.Change;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.revision.RevisionNode;
import dev.migrate.testing.HostileText;
import dev.migrate.testing.Property;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is in names, strings, notes and messages, the source compiles and yields the same operations. */
@Tag("slow")
class HostileNamesTest {

    /** Texts with a special meaning for the compiler, in addition to those of {@link HostileText}. */
    private static final List<String> FOR_JAVA = List.of(
            "\\u0041",
            "\\\\u0022",
            "\\u",
            "\\uuu000a",
            "\\u002a/",
            "*/",
            "/**",
            "//",
            "\"\"\"",
            "\"",
            "\\",
            "\\s",
            "\\\n",
            " \n",
            "\n ",
            "\n\n",
            "\t\n\t",
            "\r",
            "\f",
            "\u000B",
            "\u001C",
            "\u2028",
            "\u202E",
            "\uD800",
            "\uDC00",
            "\u0000",
            "${up}",
            "@param",
            "{@code",
            "<b>",
            "&amp;",
            "a long line of words that goes on and on, so that it has to be cut somewhere in the middle of it");

    /** A text, printed with its special characters escaped. */
    private record Nasty(String text) {
        @Override
        public String toString() {
            return JavaText.literal(text);
        }

        Stream<Nasty> smaller() {
            return IntStream.range(0, text.length())
                    .mapToObj(i -> new Nasty(text.substring(0, i) + text.substring(i + 1)));
        }
    }

    private static Nasty nasty(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
            text.append(
                    random.nextBoolean() ? HostileText.any(random, 30) : FOR_JAVA.get(random.nextInt(FOR_JAVA.size())));
        }
        return new Nasty(text.toString());
    }

    /** One text in every possible place. */
    private static List<Operation> operations(String text) {
        String name = "x" + text;
        return Operations.recordedBy(op -> {
            op.createTable(name, t -> {
                t.column(name, varchar(9)).defaultValue(text).comment(text);
                t.column("e", enumeration("y" + text, "z"));
                t.column("g", varchar(9)).generatedAs("'" + text + "'");
                t.index(name, name).comment(text);
                t.check(name, "1 = 1 " + text);
                t.comment(text);
                t.partitionedBy("PARTITION BY x" + text);
            });
            op.createView(name, "SELECT " + text + ".");
            op.createView("v", text + "x");
            op.execute("DO ? " + text, text);
            op.execute(text + "\nDO 1");
            op.scriptText("DO 1;" + text);
            op.namedScript(name, text + "DO 1;");
            op.renameTable(name, name + "2");
        });
    }

    @Test
    void textsAreReadBackUnchanged() {
        Property.of(HostileNamesTest::nasty, Nasty::smaller)
                .holds(100, nasty -> SourceRoundTrip.check(operations(nasty.text())));
    }

    @Test
    void notesAndMessagesAreNeverCode() {
        Property.of(HostileNamesTest::nasty, Nasty::smaller).holds(60, nasty -> {
            String text = nasty.text();
            List<Operation> up = Operations.recordedBy(op -> op.dropTable("t"));
            List<Change> noted = List.of(new Change(up.get(0), List.of(text, text)));
            RevisionNode revision = new RevisionNode(text, List.of(text), List.of(text, text), List.of(text), text);
            MigrationSpec draft = new MigrationSpec(
                    "com.example", "M001", revision, LocalDate.of(2026, 11, 25), noted, Optional.of(List.of()));
            String source = MigrationSource.of(draft, Template.standard());

            CompiledSource compiled = CompiledSource.of("com.example.M001", source);

            assertThat(compiled.up()).isEqualTo(up);
            assertThat(compiled.down()).isEmpty();
            Revision read = compiled.migration().getClass().getAnnotation(Revision.class);
            assertThat(read.id()).isEqualTo(text);
            assertThat(read.parents()).containsExactly(text);
            assertThat(read.labels()).containsExactly(text, text);
            assertThat(read.dependsOn()).containsExactly(text);
            assertThat(read.message()).isEqualTo(text);
        });
    }

    @Test
    void notesAreWrapped() {
        String note = "word ".repeat(100);
        List<Operation> up = Operations.recordedBy(op -> op.dropTable("t"));

        String source = MigrationSource.of(
                SourceRoundTrip.draft(List.of(new Change(up.get(0), List.of(note))), Optional.empty()),
                Template.standard());

        assertThat(source.lines()).allMatch(line -> line.length() <= 120);
        assertThat(source.lines().filter(line -> line.startsWith("        // word")))
                .hasSize(5);
    }
}
