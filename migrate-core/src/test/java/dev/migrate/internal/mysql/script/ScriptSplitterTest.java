package dev.migrate.internal.mysql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.script.ScriptCorpus.Script;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.testing.Property;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptSplitterTest {

    private static final SqlSyntax MARIADB = new SqlSyntax(false, true, true);
    private static final SqlSyntax MYSQL = new SqlSyntax(false, true, false);
    private static final List<SqlSyntax> ALL = List.of(
            MARIADB,
            MYSQL,
            new SqlSyntax(true, true, true),
            new SqlSyntax(false, false, false),
            new SqlSyntax(true, false, true));

    /** The fragments of random scripts; many of them change the meaning of the others. */
    private static final List<String> PIECES = List.of(
            "a",
            "1",
            " ",
            " ",
            "\n",
            "\n",
            "\r\n",
            "\t",
            ";",
            ";",
            ";;",
            "$$",
            "//",
            "'",
            "\"",
            "`",
            "''",
            "\\",
            "\\g",
            "\\G",
            "\\N",
            "-",
            "--",
            "-- ",
            "#",
            "/*",
            "*/",
            "/*!",
            "/*!50001 ",
            "/*M!",
            "/*+ ",
            "/",
            "*",
            "\0",
            "\uFEFF",
            "😀",
            "DELIMITER $$\n",
            "\nDELIMITER ;\n",
            "\ndelimiter //\n",
            "delimiter ",
            "\nDELIMITER '#'\n",
            "\nDELIMITER -\n",
            "use a\n",
            "\nUSE ",
            "source",
            "exit",
            "SELECT 1",
            "BEGIN ",
            " END");

    static Stream<Script> corpus() {
        return ScriptCorpus.all();
    }

    private static List<ScriptPart> statements(String text, SqlSyntax syntax) {
        return ScriptSplitter.split("s.sql", text, syntax).stream()
                .filter(segment -> segment.kind() == ScriptPart.Kind.STATEMENT)
                .toList();
    }

    private static List<String> texts(String text, SqlSyntax syntax) {
        return statements(text, syntax).stream().map(ScriptPart::text).toList();
    }

    private static InvalidMigrationException error(String text) {
        return catchThrowableOfType(InvalidMigrationException.class, () -> statements(text, MARIADB));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void splitsLikeTheClient(Script script) {
        assertThat(statements(script.text(), MARIADB))
                .extracting(statement -> statement.line() + " " + statement.text())
                .isEqualTo(script.statements());
    }

    @Test
    void treatsMariaDbVersionCommentsAsCommentsOnMySql() {
        assertThat(texts("/*M! it's; */ SELECT 1;", MYSQL)).containsExactly("SELECT 1");
    }

    @Test
    void followsTheSqlModeForQuotes() {
        ServerVersion server = DatabaseProviders.serverVersion("8.0.36");
        String doubled = "SELECT \"\\\";SELECT \"2\";";
        String single = "SELECT '\\';SELECT '2';";

        assertThat(texts(doubled, SqlSyntax.of(server, "ANSI_QUOTES")))
                .containsExactly("SELECT \"\\\"", "SELECT \"2\"");
        assertThat(texts(single, SqlSyntax.of(server, "STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES")))
                .containsExactly("SELECT '\\'", "SELECT '2'");
        assertThat(texts(doubled, SqlSyntax.of(server, "NO_BACKSLASH_ESCAPES")))
                .containsExactly("SELECT \"\\\"", "SELECT \"2\"");
        assertThat(error(doubled)).hasMessageContaining("line 1, column 21, a quote is not closed: \"");
        assertThat(error(single)).hasMessageContaining("line 1, column 21, a quote is not closed: '");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // script, with ¶ for a line end | line | column | problem
                "SELECT 1;¶  SELECT 'it;¶|2|10|a quote is not closed: '",
                "SELECT \"a\\\"|1|8|a quote is not closed: \"",
                "SELECT '😀', `a|1|13|a quote is not closed: `",
                "SELECT 1 /* never|1|10|a comment is not closed",
                "SELECT 1;¶/*/|2|1|a comment is not closed",
                "SELECT /*+ never|1|8|a comment is not closed",
                "SELECT 1;¶SELECT /*! 1|2|8|a version comment is not closed before the end of the statement",
                "/*!50001 SELECT 1; SELECT 2 */|1|1|a version comment is not closed",
                "SELECT 1;¶source other.sql¶|2|1|a command for the command-line client: source",
                "SELECT 1; SYSTEM ls;|1|11|a command for the command-line client: SYSTEM",
                "/* all */ exit|1|11|a command for the command-line client: exit",
                "SELECT 1;¶ \\. other.sql|2|2|a command for the command-line client: \\.",
                "\\! ls|1|1|a command for the command-line client: \\!",
                "SELECT 1 \\c|1|10|a command for the command-line client: \\c",
                "SELECT 1 \\x|1|10|a command for the command-line client: \\x",
                "\\d $$|1|1|a command for the command-line client: \\d",
                "SELECT 1; DELIMITER $$|1|11|a command for the command-line client: DELIMITER",
                "/* now */ DELIMITER $$|1|11|a command for the command-line client: DELIMITER",
                "DELIMITER;|1|1|a command for the command-line client: DELIMITER",
                "¶ DELIMITER ¶|2|2|DELIMITER is not followed by a single delimiter",
                "DELIMITER \\\\|1|1|DELIMITER is not followed by a single delimiter",
                "DELIMITER '|1|1|DELIMITER is not followed by a single delimiter",
                "DELIMITER ''|1|1|DELIMITER is not followed by a single delimiter",
                "DELIMITER 1234567890123456|1|1|DELIMITER is not followed by a single delimiter",
                "DELIMITER $$ SELECT 1$$|1|1|DELIMITER is not followed by a single delimiter",
                "DELIMITER $$ /* a */ SELECT 1 /* b */|1|1|DELIMITER is not followed by a single delimiter",
            })
    void reportsPositionsOfErrors(String script, int line, int column, String problem) {
        InvalidMigrationException error = error(script.replace('¶', '\n'));

        assertThat(error.reason()).isEqualTo(InvalidMigrationException.Reason.SCRIPT_SYNTAX);
        assertThat(error.problem())
                .startsWith("The script s.sql cannot be split into statements: at line " + line + ", column " + column
                        + ", ")
                .contains(problem);
    }

    @Test
    void ignoresTheByteOrderMark() {
        assertThat(error("\uFEFF 'a")).hasMessageContaining("line 1, column 2,");
        assertThat(error("\uFEFF\n'a")).hasMessageContaining("line 2, column 1,");
    }

    @Test
    void losesNoText() {
        int[] split = {0};
        scripts().holds(30_000, text -> {
            for (SqlSyntax syntax : ALL) {
                try {
                    StringBuilder joined = new StringBuilder();
                    for (ScriptPart segment : ScriptSplitter.split("s.sql", text, syntax)) {
                        assertThat(segment.text()).isNotEmpty();
                        assertThat(segment.line()).isEqualTo(lines(joined));
                        joined.append(segment.text());
                    }
                    assertThat(joined).hasToString(text);
                    split[0]++;
                } catch (InvalidMigrationException e) {
                    assertThat(e.problem()).containsPattern("at line [1-9][0-9]*, column [1-9][0-9]*, ");
                }
            }
        });
        assertThat(split[0]).as("texts that are scripts").isPositive();
    }

    @Test
    void findsTheStatementsOfRandomScripts() {
        scripts().holds(30_000, text -> {
            for (SqlSyntax syntax : ALL) {
                List<String> statements = statementsOrNone(text, syntax);
                String joined = statements.stream()
                        .map(statement -> statement + "§\n")
                        .collect(Collectors.joining("", "DELIMITER §\n", ""));
                assertThat(texts(joined, syntax)).isEqualTo(statements);
            }
        });
    }

    private static int lines(CharSequence text) {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }

    private static List<String> statementsOrNone(String text, SqlSyntax syntax) {
        try {
            return texts(text, syntax);
        } catch (InvalidMigrationException e) {
            return List.of();
        }
    }

    private static Property<String> scripts() {
        return Property.of(ScriptSplitterTest::anything, ScriptSplitterTest::shorter);
    }

    private static String anything(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static Stream<String> shorter(String text) {
        return IntStream.range(0, text.length()).mapToObj(i -> text.substring(0, i) + text.substring(i + 1));
    }
}
