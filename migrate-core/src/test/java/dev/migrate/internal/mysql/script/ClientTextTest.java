package dev.migrate.internal.mysql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.testing.HostileText;
import dev.migrate.testing.Property;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of a statement in a script with which the command-line client sends it unchanged. */
class ClientTextTest {

    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, false);

    private static String text(String sql) {
        return new ClientText(SYNTAX).of(sql);
    }

    private static List<String> sent(String script) {
        return ClientScript.statements(script + "\nSELECT 1;", SYNTAX);
    }

    @Test
    void usesTheSimplestForm() {
        assertThat(text("DROP TABLE a")).isEqualTo("DROP TABLE a;");
        assertThat(text("\n  INSERT INTO a VALUES ('b;c')\n")).isEqualTo("INSERT INTO a VALUES ('b;c');");
        assertThat(text("DELETE FROM a -- all")).isEqualTo("DELETE FROM a -- all\n;");
    }

    @Test
    void usesAnotherDelimiterForRoutines() {
        String trigger = "CREATE TRIGGER a BEFORE INSERT ON b FOR EACH ROW BEGIN SET @c = 1; SET @d = 2; END";

        assertThat(text(trigger)).isEqualTo("DELIMITER $$\n" + trigger + "\n$$\nDELIMITER ;");
        assertThat(sent(text(trigger))).containsExactly(trigger, "SELECT 1");
    }

    @Test
    void findsAnUnusedDelimiter() {
        String trigger = "CREATE TRIGGER a BEFORE INSERT ON b FOR EACH ROW BEGIN SET @$1$ = '$$'; SET @c = 2; END";

        assertThat(text(trigger)).startsWith("DELIMITER $2$\n");
        assertThat(sent(text(trigger))).containsExactly(trigger, "SELECT 1");
    }

    @Test
    void escapesLineEndsThatTheClientWouldChange() {
        assertThat(text("INSERT INTO a VALUES ('b\r\nc\0')")).isEqualTo("INSERT INTO a VALUES ('b\\r\nc\\0');");
    }

    @Test
    void rejectsStatementsThatTheClientWouldNotSend() {
        assertThat(catchThrowableOfType(InvalidMigrationException.class, () -> text("SELECT 'a")))
                .hasMessageContaining("a quote is not closed");
        assertThat(catchThrowableOfType(InvalidMigrationException.class, () -> text("quit")))
                .hasMessageContaining("a command for the command-line client: quit");
        assertThat(catchThrowableOfType(InvalidMigrationException.class, () -> text("-- nothing")))
                .hasMessageContaining("would not send this as one statement");
    }

    @Test
    void preservesAnyText() {
        Property.of(random -> HostileText.any(random, 80), text -> Stream.of()).holds(2_000, value -> {
            String insert = "INSERT INTO a VALUES (" + Quoting.text(value) + ", \""
                    + value.replace("\\", "\\\\").replace("\"", "\"\"") + "\")";
            String program = "CREATE PROCEDURE p() BEGIN " + insert + "; SELECT 1; END";
            for (String sql : List.of(insert, program)) {
                List<String> sent = sent(text(sql));
                assertThat(sent).hasSize(2);
                assertThat(sent.get(0).replace("\\r", "\r").replace("\\0", "\0"))
                        .isEqualTo(sql.replace("\\r", "\r").replace("\\0", "\0"));
            }
        });
    }
}
