package dev.migrate.internal.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.script.RawSql;
import org.junit.jupiter.api.Test;

/** Cases that the test of the splitter does not cover. */
class SqlLexerTest {

    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, false);

    @Test
    void findsPlaceholdersOutsideOfQuotesAndComments() {
        String sql = """
            SELECT ?, '?', "?", `?`, 'it''s ?', 'it\\'s ?' -- ?
            , ?/* ? */ # ?
            FROM t WHERE a = ? /*+ ? */ AND b IN (?,?) /*!50001 OR ? */ AND c -> '$.?'\
            """;

        assertThat(SqlLexer.placeholders(sql, SYNTAX))
                .hasSize(6)
                .allSatisfy(offset -> assertThat(sql.charAt(offset)).isEqualTo('?'))
                .startsWith(7, sql.indexOf("?/*"));
    }

    @Test
    void findsPlaceholdersAccordingToTheSqlMode() {
        String sql = "SELECT '\\' ? '";

        assertThat(SqlLexer.placeholders(sql, SYNTAX)).isEmpty();
        assertThat(SqlLexer.placeholders(sql, new SqlSyntax(false, false, false)))
                .containsExactly(11);
    }

    @Test
    void findsNoPlaceholderAfterAnUnclosedQuote() {
        assertThat(SqlLexer.placeholders("? ' ?", SYNTAX)).containsExactly(0);
        assertThat(SqlLexer.placeholders("", SYNTAX)).isEmpty();
    }

    @Test
    void findsTheFirstWord() {
        assertThat(RawSql.firstWord(" /* a */ -- b\n((select_it(1)")).isEqualTo("select_it");
        assertThat(RawSql.firstWord("/*! SELECT 1 */")).isEmpty();
        assertThat(RawSql.firstWord("'a'")).isEmpty();
        assertThat(RawSql.firstWord("-- a")).isEmpty();
    }
}
