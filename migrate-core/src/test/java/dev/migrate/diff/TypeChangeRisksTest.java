package dev.migrate.diff;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.schema.CharacterType;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Encoding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The risks of type changes; harmless ones have no note. */
class TypeChangeRisksTest {

    private static Arguments risks(ColumnType from, ColumnType to, String... words) {
        return arguments(from, to, List.of(words));
    }

    private static CharacterType latin(CharacterType type) {
        return type.encoding(new Encoding("latin1", "latin1_swedish_ci"));
    }

    private static CharacterType unicode(CharacterType type) {
        return type.encoding(new Encoding("utf8mb4", "utf8mb4_general_ci"));
    }

    private static CharacterType charset(String charset) {
        return varchar(9).encoding(new Encoding(charset, null));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                risks(integer(), integer()),
                risks(tinyint(), smallint()),
                risks(smallint(), mediumint()),
                risks(mediumint(), integer()),
                risks(integer(), bigint()),
                risks(bigint(), integer(), "does not fit"),
                risks(integer(), mediumint(), "does not fit"),
                risks(mediumint(), smallint(), "does not fit"),
                risks(smallint(), tinyint(), "does not fit"),
                risks(tinyint().unsigned(), smallint()),
                risks(tinyint(), integer().unsigned(), "negative"),
                risks(tinyint().unsigned(), smallint().unsigned()),
                risks(integer().unsigned(), integer(), "does not fit"),
                risks(integer(), tinyint().unsigned(), "does not fit", "negative"),
                risks(bool(), tinyint()),
                risks(bool(), bit(7), "negative"),
                risks(bit(7), bool()),
                risks(bit(8), bool(), "does not fit"),
                risks(bit(8), tinyint().unsigned()),
                risks(decimal(9, 2), decimal(9, 3), "does not fit"),
                risks(decimal(9, 2), decimal(10, 3)),
                risks(decimal(9, 3), decimal(9, 2), "rounded to 2 decimal"),
                risks(decimal(9, 2), decimal(9, 2).unsigned(), "negative"),
                risks(decimal(9, 2).unsigned(), decimal(9, 2)),
                risks(decimal(2, 0), tinyint()),
                risks(decimal(3, 0), tinyint(), "does not fit"),
                risks(decimal(3, 1), tinyint(), "rounded to 0 decimal"),
                risks(tinyint(), decimal(3, 0)),
                risks(tinyint(), decimal(2, 0), "does not fit"),
                risks(singlePrecision(), doublePrecision()),
                risks(doublePrecision(), singlePrecision(), "rounded"),
                risks(doublePrecision(), doublePrecision().rounded(9, 2), "rounded"),
                risks(doublePrecision().rounded(9, 2), doublePrecision()),
                risks(doublePrecision(), doublePrecision().unsigned(), "negative"),
                risks(doublePrecision().unsigned(), doublePrecision()),
                risks(integer(), doublePrecision(), "another kind"),
                risks(doublePrecision(), decimal(9, 2), "another kind"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                risks(unicode(varchar(20)), unicode(varchar(30))),
                risks(unicode(varchar(30)), unicode(varchar(20)), "longer"),
                risks(unicode(varchar(255)), unicode(tinytext())),
                risks(unicode(varchar(256)), unicode(tinytext()), "longer"),
                risks(unicode(tinytext()), unicode(text())),
                risks(unicode(text()), unicode(mediumtext())),
                risks(unicode(mediumtext()), unicode(longtext())),
                risks(unicode(longtext()), unicode(mediumtext()), "longer"),
                risks(unicode(mediumtext()), unicode(text()), "longer"),
                risks(unicode(text()), unicode(tinytext()), "longer"),
                risks(unicode(tinytext()), unicode(varchar(255))),
                risks(unicode(tinytext()), unicode(varchar(254)), "longer"),
                risks(unicode(enumeration("a")), unicode(varchar(9))),
                risks(unicode(varchar(9)), unicode(enumeration("a")), "not a member"),
                risks(unicode(varchar(9)), unicode(set("a")), "not a member"),
                risks(unicode(enumeration("a")), unicode(set("a")), "not a member"),
                risks(unicode(set("a")), unicode(enumeration("a")), "not a member"),
                risks(unicode(enumeration("a", "b", "c")), unicode(enumeration("c", "d")), "a, b"),
                risks(unicode(set("a", "b", "c")), unicode(set("c")), "a, b"),
                risks(unicode(set("a")), unicode(set("a", "b"))),
                risks(unicode(varchar(9)), integer(), "another kind"),
                risks(latin(varchar(9)), unicode(varchar(9)), "compared"),
                risks(unicode(varchar(9)), latin(varchar(9)), "latin1"),
                risks(unicode(varchar(9)), latin(varchar(8)), "longer", "latin1"),
                risks(charset("utf8mb4"), charset("utf8mb4").collation("utf8mb4_bin"), "compared"),
                risks(charset("latin1"), charset("utf8mb3"), "compared"),
                risks(charset("ascii"), charset("utf8mb3"), "compared"),
                risks(charset("ucs2"), charset("utf8mb3"), "compared"),
                risks(charset("utf8mb4"), charset("utf8mb3"), "utf8mb3"),
                risks(charset("gbk"), charset("utf8mb3"), "utf8mb3"),
                risks(charset("latin1"), charset("ascii"), "ascii"));
    }

    static Stream<Arguments> momentsAndBytes() {
        return Stream.of(
                risks(date(), datetime()),
                risks(timestamp(), datetime()),
                risks(datetime(), timestamp(), "are lost"),
                risks(datetime(), date(), "are lost"),
                risks(datetime(), time(), "are lost"),
                risks(time(), datetime(), "are lost"),
                risks(date(), timestamp(), "are lost"),
                risks(year(), date(), "are lost"),
                risks(datetime(3), datetime(6)),
                risks(datetime(6), datetime(3), "to 3 digits"),
                risks(timestamp(6), datetime(), "to 0 digits"),
                risks(datetime(6), date(), "are lost", "to 0 digits"),
                risks(varbinary(20), varbinary(30)),
                risks(varbinary(30), varbinary(20), "does not fit"),
                risks(binary(20), varbinary(20)),
                risks(varbinary(255), tinyblob()),
                risks(varbinary(256), tinyblob(), "does not fit"),
                risks(tinyblob(), blob()),
                risks(blob(), mediumblob()),
                risks(mediumblob(), longblob()),
                risks(longblob(), mediumblob(), "does not fit"),
                risks(mediumblob(), blob(), "does not fit"),
                risks(blob(), tinyblob(), "does not fit"),
                risks(tinyblob(), varbinary(255)),
                risks(tinyblob(), varbinary(254), "does not fit"),
                risks(blob(), integer(), "another kind"),
                risks(integer(), blob(), "another kind"));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource({"numbers", "texts", "momentsAndBytes"})
    void eachRiskIsNotedOnce(ColumnType from, ColumnType to, List<String> words) {
        List<String> risks = TypeChangeRisks.of(from, to);

        assertThat(risks).hasSameSizeAs(words);
        for (int i = 0; i < words.size(); i++) {
            assertThat(risks.get(i)).contains(words.get(i));
        }
    }

    @Test
    void everyNarrowingHasARisk() {
        List<ColumnType> widening = List.of(tinyint(), smallint(), mediumint(), integer(), bigint(), decimal(20, 0));
        for (int i = 0; i < widening.size(); i++) {
            for (int k = 0; k < widening.size(); k++) {
                assertThat(TypeChangeRisks.of(widening.get(i), widening.get(k)).isEmpty())
                        .as("%s to %s", widening.get(i), widening.get(k))
                        .isEqualTo(i <= k);
            }
        }
    }
}
