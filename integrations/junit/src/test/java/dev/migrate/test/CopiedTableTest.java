package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopiedTableTest {

    @Test
    void inheritedCollationsAreNotSpecified() {
        String definition = """
            CREATE TABLE `t` (
              `a COLLATE utf8mb4_bin` varchar(9) COLLATE utf8mb4_bin DEFAULT 'it''s COLLATE utf8mb4_bin',
              `b` text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
              `c` text COLLATE utf8mb4_bin_x COMMENT 'a\\' COLLATE utf8mb4_bin'
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='x'""";
        assertThat(CopiedTable.statement(definition)).isEqualTo("""
            CREATE TABLE `t` (
              `a COLLATE utf8mb4_bin` varchar(9) DEFAULT 'it''s COLLATE utf8mb4_bin',
              `b` text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
              `c` text COLLATE utf8mb4_bin_x COMMENT 'a\\' COLLATE utf8mb4_bin'
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='x'""");
    }

    @Test
    void aTableWithoutACollationIsUnchanged() {
        String definition =
                "CREATE TABLE `t` (\n  `a` text COLLATE utf8mb4_bin\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";
        assertThat(CopiedTable.statement(definition)).isEqualTo(definition);
    }
}
