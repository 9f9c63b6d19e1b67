package dev.migrate.internal.mysql.script;

import java.util.List;
import java.util.stream.Stream;

/** Scripts with special cases, and their statements. */
final class ScriptCorpus {

    /**
     * A script.
     *
     * @param title the special case
     * @param text the script
     * @param statements its statements, each preceded by its line
     */
    record Script(String title, String text, List<String> statements) {
        @Override
        public String toString() {
            return title;
        }
    }

    private ScriptCorpus() {}

    static Stream<Script> all() {
        return Stream.of(statements(), delimiters(), comments(), versionComments(), quotes(), characters(), real())
                .flatMap(List::stream);
    }

    private static Script script(String title, String text, String... statements) {
        return new Script(title, text, List.of(statements));
    }

    private static List<Script> statements() {
        return List.of(
                script("nothing", ""),
                script("white space", " \n\t\n"),
                script("one without a delimiter", "SELECT 1", "1 SELECT 1"),
                script("several on a line", "SELECT 1;SELECT 2; SELECT 3", "1 SELECT 1", "1 SELECT 2", "1 SELECT 3"),
                script("one on several lines", "\nSELECT\n  1\n;\n", "2 SELECT\n  1"),
                script("empty ones", ";;\n;SELECT 1;;\n;", "2 SELECT 1"),
                script(
                        "ended by \\g and \\G",
                        "SELECT 1\\gSELECT 2\\G\nSELECT 3",
                        "1 SELECT 1",
                        "1 SELECT 2",
                        "2 SELECT 3"),
                script("ended twice", "SELECT 1\\g;\nSELECT 2;\\G", "1 SELECT 1", "2 SELECT 2"),
                script("\\N is NULL", "SELECT \\N;SELECT 2", "1 SELECT \\N", "1 SELECT 2"),
                script("USE with a delimiter", "USE shop;SELECT 1", "1 USE shop", "1 SELECT 1"),
                script("USE without one", "use shop \nSELECT 1;", "1 use shop", "2 SELECT 1"),
                script("USE `with` quotes", "USE `my shop`\nSELECT 1;", "1 USE `my shop`", "2 SELECT 1"),
                script("USE at the end", "SELECT 1;\n USE shop", "1 SELECT 1", "2 USE shop"),
                script(
                        "USE inside of a statement",
                        "SELECT 1 FROM t\nuse key\n(a);",
                        "1 SELECT 1 FROM t\nuse key\n(a)"),
                script("commands as names", "SELECT\nsource FROM status;", "1 SELECT\nsource FROM status"),
                script("a command as a label", "exit: BEGIN NOT ATOMIC END", "1 exit: BEGIN NOT ATOMIC END"),
                script("HELP is for the server", "HELP 'SELECT';", "1 HELP 'SELECT'"),
                script(
                        "BEGIN and END do not hold it together",
                        "CREATE PROCEDURE p() BEGIN SELECT 1; END;",
                        "1 CREATE PROCEDURE p() BEGIN SELECT 1",
                        "1 END"));
    }

    private static List<Script> delimiters() {
        return List.of(
                script(
                        "there and back",
                        "DELIMITER $$\nSELECT 1; SELECT 2$$\nDELIMITER ;\nSELECT 3;",
                        "2 SELECT 1; SELECT 2",
                        "4 SELECT 3"),
                script(
                        "in any case, with white space",
                        "  delimiter\t//  \nSELECT 1//\n\n DeLiMiTeR ;\nSELECT 2",
                        "2 SELECT 1",
                        "5 SELECT 2"),
                script(
                        ";;",
                        "DELIMITER ;;\nSELECT 1; SELECT 2;;\nDELIMITER ;\nSELECT 3;",
                        "2 SELECT 1; SELECT 2",
                        "4 SELECT 3"),
                script("a word", "DELIMITER go\nSELECT 1 go SELECT 2\ngo\n", "2 SELECT 1", "2 SELECT 2"),
                script("the case of a word counts", "DELIMITER go\nSELECT 1 AS GO go", "2 SELECT 1 AS GO"),
                script("in the middle of a word", "DELIMITER go\nSELECT ergo", "2 SELECT er"),
                script("in quotes", "DELIMITER '$$'\nSELECT 1;$$ SELECT 2", "2 SELECT 1;", "2 SELECT 2"),
                script("one that looks like a comment", "DELIMITER #\nSELECT 1 # SELECT 2", "2 SELECT 1", "2 SELECT 2"),
                script("a comment behind", "DELIMITER $$ -- from here on\nSELECT 1;$$", "2 SELECT 1;"),
                script("another comment behind", "DELIMITER $$ /* from here on */\nSELECT 1;$$", "2 SELECT 1;"),
                script("behind comments", "-- a\n# b\n/* c\nd */\nDELIMITER $$\nSELECT 1;$$", "6 SELECT 1;"),
                script("at the end", "SELECT 1;\nDELIMITER $$", "1 SELECT 1"),
                script("inside of a statement", "SELECT\nDELIMITER FROM t;", "1 SELECT\nDELIMITER FROM t"),
                script("in a quote", "SELECT '\nDELIMITER $$\n';SELECT 2", "1 SELECT '\nDELIMITER $$\n'", "3 SELECT 2"),
                script("in a comment", "/*\nDELIMITER $$\n*/SELECT 1;SELECT 2", "3 SELECT 1", "3 SELECT 2"),
                script("a word that begins like it", "delimiter_log();", "1 delimiter_log()"));
    }

    private static List<Script> comments() {
        return List.of(
                script("alone", "-- a\n# b\n/* c */;\n-- d;\n"),
                script(
                        "around a statement",
                        "-- a\n/* b */ SELECT 1 # c\n; -- d\nSELECT 2 /* e */",
                        "2 SELECT 1",
                        "4 SELECT 2"),
                script(
                        "inside of a statement",
                        "SELECT 1 -- a\n, 2 # b\n, /* c */ 3;",
                        "1 SELECT 1 -- a\n, 2 # b\n, /* c */ 3"),
                script(
                        "delimiters inside",
                        "SELECT 1 -- a;\n+ /* ; */ 2 # ;\n+ 3;",
                        "1 SELECT 1 -- a;\n+ /* ; */ 2 # ;\n+ 3"),
                script(
                        "quotes inside",
                        "SELECT 1 -- it's\n, /* \" */ 2 # `\n, 3;SELECT 4",
                        "1 SELECT 1 -- it's\n, /* \" */ 2 # `\n, 3",
                        "3 SELECT 4"),
                script("dashes of a sum", "SELECT 1--1;SELECT 2", "1 SELECT 1--1", "1 SELECT 2"),
                script("dashes at the end", "SELECT 1 --", "1 SELECT 1"),
                script("dashes before a line end", "SELECT 1 --\n;SELECT 2;", "1 SELECT 1", "2 SELECT 2"),
                script("dashes and a tab", "SELECT 1 --\tit's\n;", "1 SELECT 1"),
                script(
                        "dashes alone between statements",
                        "--it's;\nSELECT 1;--it's\nSELECT 2",
                        "2 SELECT 1",
                        "3 SELECT 2"),
                script("do not nest", "/* a /* b */ SELECT 1;", "1 SELECT 1"),
                script("a slash is no end", "/*/ a */ SELECT 1;", "1 SELECT 1"),
                script("stars", "/***/ SELECT 1 /****/;/**/", "1 SELECT 1"),
                script(
                        "no comment inside of one",
                        "SELECT 1 /* -- */, 2 -- /*\n, 3;SELECT 4",
                        "1 SELECT 1 /* -- */, 2 -- /*\n, 3",
                        "2 SELECT 4"),
                script("a product", "SELECT 2*/* two */3;", "1 SELECT 2*/* two */3"),
                script("a backslash inside", "SELECT 1 /* \\! */, 2 -- \\\n;", "1 SELECT 1 /* \\! */, 2"),
                script(
                        "hints",
                        "SELECT /*+ NO_ICP(t) it's ; */ 1;SELECT 2",
                        "1 SELECT /*+ NO_ICP(t) it's ; */ 1",
                        "1 SELECT 2"));
    }

    private static List<Script> versionComments() {
        return List.of(
                script(
                        "alone",
                        "/*!40101 SET NAMES utf8 */;\n/*! SELECT 1 */;",
                        "1 /*!40101 SET NAMES utf8 */",
                        "2 /*! SELECT 1 */"),
                script("inside", "SELECT 1 /*!50001 + 1 */;", "1 SELECT 1 /*!50001 + 1 */"),
                script("MariaDB's", "/*M!100101 SELECT 'a' */;SELECT 2", "1 /*M!100101 SELECT 'a' */", "1 SELECT 2"),
                script(
                        "a quote inside",
                        "SELECT /*! 'it''s; */' */, 1;SELECT 2",
                        "1 SELECT /*! 'it''s; */' */, 1",
                        "1 SELECT 2"),
                script(
                        "a comment inside",
                        "/*! SELECT 1 -- ; */\n*/;SELECT 2",
                        "1 /*! SELECT 1 -- ; */\n*/",
                        "2 SELECT 2"),
                script(
                        "a backslash inside",
                        "/*M!999999\\- enable the sandbox mode */\nSELECT 1;",
                        "1 /*M!999999\\- enable the sandbox mode */\nSELECT 1"),
                script(
                        "another delimiter around",
                        """
                        DELIMITER ;;
                        /*!50003 CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN
                        SET @a = 1;
                        END */;;
                        """,
                        "2 /*!50003 CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN\nSET @a = 1;\nEND */"));
    }

    private static List<Script> quotes() {
        return List.of(
                script(
                        "delimiters inside",
                        "SELECT ';', \";\", `;`;SELECT 2",
                        "1 SELECT ';', \";\", `;`",
                        "1 SELECT 2"),
                script(
                        "comments inside",
                        "SELECT '-- ', \"# /*\", `*/`;SELECT 2",
                        "1 SELECT '-- ', \"# /*\", `*/`",
                        "1 SELECT 2"),
                script(
                        "doubled",
                        "SELECT 'it''s;', \"a\"\"b;\", `c``d;`;SELECT 2",
                        "1 SELECT 'it''s;', \"a\"\"b;\", `c``d;`",
                        "1 SELECT 2"),
                script(
                        "escaped",
                        "SELECT 'it\\'s;', \"a\\\"b;\";SELECT 2",
                        "1 SELECT 'it\\'s;', \"a\\\"b;\"",
                        "1 SELECT 2"),
                script(
                        "escaped backslashes",
                        "SELECT '\\\\', '\\\\\\'';SELECT 2",
                        "1 SELECT '\\\\', '\\\\\\''",
                        "1 SELECT 2"),
                script("no escapes between backquotes", "SELECT `a\\`;SELECT 2", "1 SELECT `a\\`", "1 SELECT 2"),
                script(
                        "one quote in another",
                        "SELECT '\"', \"'\", '`', `'`;SELECT 2",
                        "1 SELECT '\"', \"'\", '`', `'`",
                        "1 SELECT 2"),
                script("empty", "SELECT '', \"\", '''';SELECT 2", "1 SELECT '', \"\", ''''", "1 SELECT 2"),
                script("with line ends inside", "SELECT 'a\n;\nb';\nSELECT 2", "1 SELECT 'a\n;\nb'", "4 SELECT 2"),
                script(
                        "with a command inside",
                        "SELECT '\\g \\! \\x';SELECT 2",
                        "1 SELECT '\\g \\! \\x'",
                        "1 SELECT 2"),
                script(
                        "with an introducer",
                        "SELECT _utf8'a;', x'3B', N'b;';SELECT 2",
                        "1 SELECT _utf8'a;', x'3B', N'b;'",
                        "1 SELECT 2"));
    }

    private static List<Script> characters() {
        return List.of(
                script(
                        "carriage returns",
                        "DELIMITER $$\r\nSELECT 1;\r\n$$\r\nDELIMITER ;\r\nSELECT '\r\n' --\r\n;\r\n",
                        "2 SELECT 1;",
                        "5 SELECT '\r\n'"),
                script("a byte order mark", "\uFEFFSELECT 1;", "1 SELECT 1"),
                script("a byte order mark and a delimiter", "\uFEFFDELIMITER $$\nSELECT 1;$$", "2 SELECT 1;"),
                script("a zero", "SELECT '\0;';SELECT 2", "1 SELECT '\0;'", "1 SELECT 2"),
                script("emoji", "SELECT '😀;', `😀;` -- 😀;\n;SELECT 2", "1 SELECT '😀;', `😀;`", "2 SELECT 2"),
                script("an emoji as delimiter", "DELIMITER 😀\nSELECT 1;😀SELECT 2", "2 SELECT 1;", "2 SELECT 2"),
                script("spaces that are none", "SELECT 1;\u00A0", "1 SELECT 1", "1 \u00A0"));
    }

    private static List<Script> real() {
        return List.of(script(
                "a dump",
                """
                -- MySQL dump 10.13  Distrib 8.0.36
                /*!40101 SET @saved_cs_client     = @@character_set_client */;
                DROP TABLE IF EXISTS `t`;
                CREATE TABLE `t` (
                  `a` varchar(20) DEFAULT 'it''s; -- no comment'
                ) ENGINE=InnoDB;

                --
                -- Dumping data for table `t`
                --

                INSERT INTO `t` VALUES ('\\\\'),('\\';');
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER g BEFORE INSERT ON t
                FOR EACH ROW BEGIN
                  SET NEW.a = 'x';
                END */;;
                DELIMITER ;
                -- Dump completed\
                """,
                "2 /*!40101 SET @saved_cs_client     = @@character_set_client */",
                "3 DROP TABLE IF EXISTS `t`",
                "4 CREATE TABLE `t` (\n  `a` varchar(20) DEFAULT 'it''s; -- no comment'\n) ENGINE=InnoDB",
                "12 INSERT INTO `t` VALUES ('\\\\'),('\\';')",
                "14 /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER g BEFORE INSERT ON t\n"
                        + "FOR EACH ROW BEGIN\n  SET NEW.a = 'x';\nEND */"));
    }
}
