package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs scripts like the command-line client: statement by statement in one session, until one fails. */
public final class ClientScript {

    private ClientScript() {}

    /** The statements that the client would send. */
    static List<String> statements(String script, SqlSyntax syntax) {
        // The client's conversion of its input, unless it runs with --binary-mode.
        return ScriptSplitter.split("of the test", script.replace("\r\n", "\n"), syntax).stream()
                .filter(segment -> segment.kind() == ScriptPart.Kind.STATEMENT)
                .map(ScriptPart::text)
                .toList();
    }

    /** Runs a script; throws the exception of the first failed statement, and uncommitted changes are lost. */
    public static void run(String script, TestDatabase database) throws SQLException {
        SqlSyntax syntax = SqlSyntax.of(
                DatabaseProviders.renderer(database.server().version()).server(), "");
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements(script, syntax)) {
                statement.execute(sql);
            }
        }
    }
}
