package dev.migrate.internal.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnDatabaseTest {

    /** The name qualifies tables, their columns, functions and sequences. It may also be an alias or a column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        select `d`.`t`.`a` AS `a` from `d`.`t`                  | select `t`.`a` AS `a` from `t`
        select `b`.`a` from (`d`.`t` `b` join `m`.`z` on(1))    | select `b`.`a` from (`t` `b` join `m`.`z` on(1))
        select 1 from ((`d`.`t` join `d`.`u`) left join `d`.`v` on((`d`.`u`.`x` = `d`.`v`.`x`)))\
         | select 1 from ((`t` join `u`) left join `v` on((`u`.`x` = `v`.`x`)))
        select `d`.`f`(`d`.`t`.`a`) from `d`.`t`                | select `f`(`t`.`a`) from `t`
        select 1 where 1 in (select `d`.`t`.`x` from `d`.`t`)   | select 1 where 1 in (select `t`.`x` from `t`)
        select 1 from `d`.`t` union select 2 from `d`.`u`       | select 1 from `t` union select 2 from `u`
        nextval(`d`.`s`)                                        | nextval(`s`)
        select `d`.`a` from `m`.`t` `d`                         | select `d`.`a` from `m`.`t` `d`
        select `d`.`d`.`d` from `d`.`d`                         | select `d`.`d` from `d`
        select extract(year from `d`.`a`) from `m`.`t` `d`      | select extract(year from `d`.`a`) from `m`.`t` `d`
        select '`d`.`t`' from `e`.`d`                           | select '`d`.`t`' from `e`.`d`
        """)
    void isRemovedWhereItQualifiesAnObject(String sql, String expected) {
        assertThat(new OwnDatabase("d").removedFrom(sql)).isEqualTo(expected);
    }
}
