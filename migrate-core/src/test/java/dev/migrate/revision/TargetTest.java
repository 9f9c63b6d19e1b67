package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.RevisionException;
import dev.migrate.testing.Property;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        head,             , head,      0
        heads,            , heads,     0
        base,             , base,      0
        current,          , current,   0
        ae10,             , ae10,      0
        +2,               , current,   2
        -1,               , current,  -1
        current+2,        , current,   2
        ae10+2,           , ae10,      2
        ae10-2,           , ae10,     -2
        head-1,           , head,     -1
        base+2,           , base,      2
        lib@head,      lib, head,      0
        lib@heads,     lib, heads,     0
        lib@base,      lib, base,      0
        lib@ae10,      lib, ae10,      0
        lib@+1,        lib, current,   1
        lib@-1,        lib, current,  -1
        lib@head-1,    lib, head,     -1
        lib@base+2,    lib, base,      2
        my-lib@head, my-lib, head,     0
        my-lib,           , my-lib,    0
        my-lib-3,         , my-lib,   -3
        release-2@head, release-2, head, 0
        """)
    void readsPlaces(String expression, @Nullable String branch, String anchor, int steps) {
        Target.Place place = TargetParser.place(expression);
        assertThat(place.branch()).isEqualTo(Optional.ofNullable(branch));
        assertThat(place.anchor().accept(new AnchorText())).isEqualTo(anchor);
        assertThat(place.steps()).isEqualTo(steps);
        assertThat(TargetParser.parse(place.expression())).isEqualTo(place);
    }

    @Test
    void ignoresSurroundingBlanks() {
        assertThat(TargetParser.parse(" head-1\n")).isEqualTo(TargetParser.parse("head-1"));
        assertThat(TargetParser.parse(" a : b ")).isEqualTo(TargetParser.parse("a:b"));
    }

    @Test
    void readsRanges() {
        assertThat(TargetParser.parse("a:lib@head"))
                .isEqualTo(new Target.Range(
                        Optional.of(TargetParser.place("a")), Optional.of(TargetParser.place("lib@head"))));
        assertThat(TargetParser.parse("-3:"))
                .isEqualTo(new Target.Range(Optional.of(TargetParser.place("-3")), Optional.empty()));
        assertThat(TargetParser.parse(":")).isEqualTo(new Target.Range(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""             | it is empty
        "  "           | it is empty
        @              | the branch is empty
        @head          | the branch is empty
        lib@           | nothing follows the @
        a@b@c          | contains the character '@'
        a:b:c          | it has more than one colon
        +              | contains the character '+'
        -              | is a sign without a number
        a+b            | contains the character '+'
        head@base      | is a keyword of target expressions
        +99999999999   | the number of steps is too large
        -2147483648    | the number of steps is too large
        """)
    void reportsSyntaxErrors(String expression, String reason) {
        assertThatThrownBy(() -> TargetParser.parse(expression))
                .isInstanceOfSatisfying(RevisionException.class, error -> {
                    assertThat(error.reason()).isEqualTo(RevisionException.Reason.SYNTAX);
                    assertThat(error.subject()).isEqualTo(expression);
                    assertThat(error.problem()).contains(reason);
                    assertThat(error.remedy()).contains("head", "base", "label@head");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", ":", "a:", ":b"})
    void rejectsARangeInPlaceOfAPlace(String expression) {
        assertThatThrownBy(() -> TargetParser.place(expression))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.RANGE_NOT_ALLOWED))
                .hasMessageContaining("is a range");
    }

    /** Any input yields a target that can be parsed again, or an error. */
    @Tag("slow")
    @Test
    void acceptsOrRejectsAnyString() {
        String[] pieces = {
            "head",
            "heads",
            "base",
            "current",
            "a",
            "ae10",
            "lib",
            "@",
            "+",
            "-",
            ":",
            "1",
            "2147483648",
            " ",
            "\n",
            "\u0000",
            "\uD83D\uDE00",
            "\uD800",
            "é",
            "\u2003",
            "٣",
            "'",
            "%s",
            ""
        };
        Property.of(random -> text(random, pieces), text -> Stream.empty()).holds(200_000, TargetTest::check);
    }

    private static String text(Random random, String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(7); n > 0; n--) {
            text.append(
                    random.nextInt(8) == 0 ? (char) random.nextInt(0x10000) : pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static void check(String text) {
        try {
            Target target = TargetParser.parse(text);
            assertThat(TargetParser.parse(target.expression()))
                    .as("from %s", text)
                    .isEqualTo(target);
        } catch (RevisionException error) {
            assertThat(error.problem().chars()).as("from %s", text).noneMatch(Character::isISOControl);
        }
    }
}
