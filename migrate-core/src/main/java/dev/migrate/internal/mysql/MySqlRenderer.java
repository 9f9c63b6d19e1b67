package dev.migrate.internal.mysql;

import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.Operation;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScriptStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import java.util.List;

/** The SQL of MySQL and MariaDB, which differ by version more than by vendor. */
final class MySqlRenderer implements SqlRenderer {

    /**
     * What MySQL 5.7 and later have by default, named in full: MariaDB's default lacks half of it, and without the
     * strict mode a MODIFY cuts texts and clips numbers with no more than a warning. ANSI_QUOTES and
     * NO_BACKSLASH_ESCAPES, which change what a literal is, stay out.
     */
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private final ServerVersion server;
    private final StatementWriter writer;
    private final AlterTableMerger merging;
    private final SqlSyntax syntax;

    MySqlRenderer(ServerVersion server) {
        this.server = server;
        Definitions definitions = new Definitions(server);
        merging = new AlterTableMerger(new InstantDdl(server));
        syntax = SqlSyntax.of(server, SQL_MODE);
        writer = new StatementWriter(
                definitions, new ChangeWriter(definitions, server), syntax, new EffectCheckWriter());
    }

    @Override
    public ServerVersion server() {
        return server;
    }

    @Override
    public List<Operation> merge(List<Operation> operations) {
        return merging.merge(operations);
    }

    @Override
    public List<PlannedStatement> render(Operation operation) {
        return operation.accept(writer);
    }

    @Override
    public List<ScriptStatement> split(ExecuteScript script) {
        return new ScriptWriter(syntax).statements(script);
    }

    @Override
    public String forClient(String sql) {
        return new ClientText(syntax).of(sql);
    }

    @Override
    public String quote(String name) {
        return Quoting.name(name);
    }

    @Override
    public String quoteText(String text) {
        return Quoting.text(text);
    }

    @Override
    public String sqlMode() {
        return SQL_MODE;
    }
}
