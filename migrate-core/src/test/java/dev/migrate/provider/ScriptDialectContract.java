package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.HostileText;
import dev.migrate.testing.Property;
import dev.migrate.testing.TestDatabase;
import java.util.List;

/** The contract of {@link ScriptDialect}. */
public abstract class ScriptDialectContract extends ProviderContract {

    private static final int CASES = 100;

    @DatabaseTest
    void splitsAtSemicolonsOutsideOfQuotesAndComments(TestDatabase database) {
        List<ScriptStatement> statements = split(database, """
            -- the first; statement
            INSERT INTO a VALUES ('b;c');

            UPDATE a SET d = 1 /* e; f */
            WHERE g = 2;
            """);

        assertThat(statements)
                .extracting(statement -> statement.statement().text())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("INSERT INTO a VALUES ('b;c')"),
                        second -> assertThat(second).startsWith("UPDATE a").endsWith("WHERE g = 2"));
        assertThat(statements.get(1).line()).isEqualTo(4);
    }

    @DatabaseTest
    void aWrittenStatementIsReadBackUnchanged(TestDatabase database) {
        SqlRenderer renderer = renderer(database);
        // The client changes line ends, and no client takes NUL.
        Property.of(random -> HostileText.comment(random, 200).replace("\r", ""), ProviderContract::shorter)
                .holds(CASES, text -> {
                    String sql = "UPDATE a SET b = " + renderer.quoteText(text);
                    String script = dialect(database).clientText(sql) + "\n";
                    assertThat(split(database, script))
                            .extracting(statement -> statement.statement().text())
                            .containsExactly(sql);
                });
    }

    @DatabaseTest
    void aScriptOfCommentsHasNoStatements(TestDatabase database) {
        assertThat(split(database, "-- nothing\n")).isEmpty();
    }

    @DatabaseTest
    void rejectsAQuoteThatIsNotClosed(TestDatabase database) {
        assertThatThrownBy(() -> split(database, "INSERT INTO a VALUES ('b);\n"))
                .isInstanceOf(InvalidMigrationException.class);
        assertThatThrownBy(() -> dialect(database).clientText("SELECT 'a"))
                .isInstanceOf(InvalidMigrationException.class);
    }

    @DatabaseTest
    void theClientCommandHasPlaceholders(TestDatabase database) {
        assertThat(dialect(database).clientCommand()).contains("DATABASE", "FILE");
    }

    private ScriptDialect dialect(TestDatabase database) {
        return provider().scriptDialect(server(database));
    }

    private List<ScriptStatement> split(TestDatabase database, String script) {
        return dialect(database).split(new ExecuteScript("test", script));
    }
}
