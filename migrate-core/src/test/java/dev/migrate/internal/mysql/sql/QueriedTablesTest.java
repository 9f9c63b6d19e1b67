package dev.migrate.internal.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriedTablesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        SELECT total FROM lines_all                                | lines_all
        select `a`.`b` AS `c` from `t` `a`                         | t
        SELECT 1 FROM a, b AS x JOIN c ON (b.y = c.z), d WHERE e   | a b c d
        SELECT 1 FROM (a JOIN (b, c)) STRAIGHT_JOIN d              | a b c d
        SELECT (SELECT x FROM b) FROM (SELECT y FROM c) AS d       | b c
        SELECT 1 WHERE EXISTS (SELECT 1 FROM b GROUP BY x, y)      | b
        SELECT EXTRACT(YEAR FROM x), TRIM('a' FROM y) FROM t       | t
        WITH w (x) AS (SELECT 1 FROM a), v AS (SELECT 2) SELECT * FROM w, v, b | a b
        SELECT 1 FROM a UNION ALL (SELECT 2 FROM b ORDER BY c, d)  | a b
        SELECT 1 FROM other.t, u                                   | u
        SELECT 1 FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$')) j, t | t
        SELECT ROW_NUMBER() OVER (PARTITION BY a, b ORDER BY c, d) FROM t | t
        SELECT 1 -- FROM x                                         | ""
        """)
    void areThoseAfterFromAndJoin(String query, String names) {
        List<String> expected = names.isEmpty() ? List.of() : List.of(names.split(" "));

        assertThat(QueriedTables.names(query, new SqlSyntax(false, true, false)))
                .containsExactlyElementsOf(expected);
    }
}
