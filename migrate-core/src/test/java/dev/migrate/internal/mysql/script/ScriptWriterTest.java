package dev.migrate.internal.mysql.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements that a server executes, several of which may be between two delimiters. */
class ScriptWriterTest {

    private static List<String> statements(String script) {
        return new ScriptWriter(new SqlSyntax(false, true, true))
                .lines("s.sql", script).stream()
                        .map(line -> line.line() + " " + line.sql())
                        .toList();
    }

    @Test
    void severalStatementsBetweenTwoDelimitersAreSeparate() {
        assertThat(statements("""
                DELIMITER $$
                DROP PROCEDURE IF EXISTS p;

                CREATE PROCEDURE p ()
                BEGIN
                  SELECT 1;
                END; -- and so on
                SELECT ';' /* ; */$$
                """))
                .containsExactly(
                        "2 DROP PROCEDURE IF EXISTS p",
                        "4 CREATE PROCEDURE p ()\nBEGIN\n  SELECT 1;\nEND",
                        "7 -- and so on\nSELECT ';'");
        assertThat(statements("DELIMITER //\nSELECT 1;;\n;//\n;//")).containsExactly("2 SELECT 1");
    }

    @Test
    void aSemicolonInAVersionCommentSeparatesNothing() {
        assertThat(statements("DELIMITER $$\n/*!50003 CREATE PROCEDURE p() SELECT 1; */$$"))
                .containsExactly("2 /*!50003 CREATE PROCEDURE p() SELECT 1; */");
    }

    @Test
    void backslashesAtTheEndOfALineAreNotSent() {
        assertThat(statements("SELECT 1, \\\n  '\\\na\\\\\nb' \\\r\n\\\nFROM t;\\\nSELECT 2\\"))
                .containsExactly("1 SELECT 1, \n  '\na\\\\\nb' \n\nFROM t", "7 SELECT 2");
    }

    @Test
    void lineEndsOfWindowsAreThoseOfTheServer() {
        assertThat(statements("SELECT 'a\r\nb\rc';\r\nDELIMITER $$\r\nSELECT 1\r\n$$\r\n"))
                .containsExactly("1 SELECT 'a\nb\rc'", "4 SELECT 1");
    }

    @Test
    void textInAnotherCharacterSetThanAnnouncedIsReadable() {
        assertThat(statements("SET NAMES latin1;\nSELECT 'a';\nSELECT 'é';\nSET NAMES utf8;\nSELECT 'é';"))
                .containsExactly(
                        "1 SET NAMES latin1",
                        "2 SELECT 'a'",
                        "3 SET SESSION character_set_client = utf8mb4",
                        "3 SELECT 'é'",
                        "3 SET SESSION character_set_client = latin1",
                        "4 SET NAMES utf8",
                        "5 SELECT 'é'");
    }
}
