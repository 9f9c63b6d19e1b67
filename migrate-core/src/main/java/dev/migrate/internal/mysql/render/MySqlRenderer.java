package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.effect.EffectCheckWriter;
import dev.migrate.internal.mysql.merge.AlterTableMerger;
import dev.migrate.internal.mysql.merge.InstantDdl;
import dev.migrate.internal.mysql.script.ScriptInverse;
import dev.migrate.internal.mysql.sql.QueriedTables;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.Safeguard;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the SQL of MySQL and MariaDB, which differ by version more than by vendor. */
public final class MySqlRenderer implements SqlRenderer {

    private final ServerVersion server;
    private final Definitions definitions;
    private final StatementWriter writer;
    private final AlterTableMerger merging;

    public MySqlRenderer(ServerVersion server) {
        this.server = server;
        definitions = new Definitions(server);
        merging = new AlterTableMerger(new InstantDdl(server));
        writer = new StatementWriter(
                definitions,
                new ChangeWriter(definitions, server),
                SqlSyntax.of(server),
                new EffectCheckWriter(),
                new SequenceWriter(server));
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
    public List<Operation> inverse(ExecuteScript script, int statements) {
        return ScriptInverse.of(script, statements, SqlSyntax.of(server));
    }

    @Override
    public List<Inverse<Operation>> removals(ExecuteScript script) {
        return ScriptInverse.removals(script, SqlSyntax.of(server));
    }

    @Override
    public Optional<String> answerAfter(Operation operation, String table, Optional<String> before) {
        return TableAfter.of(operation, table, before, definitions, new ColumnEdits(server));
    }

    @Override
    public String repartition(String table, @Nullable String partitioning) {
        return "ALTER TABLE " + Quoting.name(table) + " "
                + (partitioning == null ? "REMOVE PARTITIONING" : partitioning);
    }

    @Override
    public String quote(String name) {
        return Quoting.name(name);
    }

    @Override
    public String safeguard(Safeguard safeguard, boolean isActive) {
        return switch (safeguard) {
            case FOREIGN_KEY_CHECKS -> "SET SESSION foreign_key_checks = " + (isActive ? 1 : 0);
            case ROW_HISTORY -> "SET SESSION system_versioning_alter_history = " + (isActive ? "'ERROR'" : "'KEEP'");
        };
    }

    @Override
    public Set<String> queriedTables(String query) {
        return QueriedTables.names(query, SqlSyntax.of(server));
    }

    @Override
    public Set<String> namesIn(String expression) {
        return StatementTokens.of(expression, SqlSyntax.of(server)).stream()
                .filter(StatementToken::isName)
                .map(StatementToken::name)
                .collect(Collectors.toSet());
    }

    @Override
    public String quoteText(String text) {
        return Quoting.text(text);
    }
}
