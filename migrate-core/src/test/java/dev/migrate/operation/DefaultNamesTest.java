package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The servers allow names of 64 characters. */
class DefaultNamesTest {

    private static String index(String table) {
        return new DefaultNames().index(table, List.of("x"));
    }

    @Test
    void aNameOfSixtyFourCharactersIsNotCut() {
        assertThat(index("t".repeat(59))).isEqualTo("ix_" + "t".repeat(59) + "_x");
    }

    @Test
    void aLongerNameEndsInAHashOfTheWholeName() {
        assertThat(index("t".repeat(60))).matches("ix_t{52}_[0-9a-f]{8}");
    }

    @Test
    void aCharacterOutsideOfTheBasicPlaneIsNotSplit() {
        String emoji = "😀";

        assertThat(index(emoji.repeat(40))).matches("ix_(" + emoji + "){26}_[0-9a-f]{8}");
        assertThat(index("t".repeat(51) + emoji + "t".repeat(20))).matches("ix_t{51}_[0-9a-f]{8}");
        assertThat(index("t" + emoji.repeat(40))).matches("ix_t(" + emoji + "){25}_[0-9a-f]{8}");
    }
}
