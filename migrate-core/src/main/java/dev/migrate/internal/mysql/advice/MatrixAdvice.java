package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.merge.InstantDdl;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableLock;
import dev.migrate.provider.TableSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Derives costs from operations and the version of the server, without executing anything. */
final class MatrixAdvice {

    private final InstantDdl instantDdl;
    private final SqlSyntax syntax;
    private final OriginalTables tables;

    MatrixAdvice(ServerVersion server, OriginalTables tables) {
        this.instantDdl = new InstantDdl(server);
        this.syntax = SqlSyntax.of(server);
        this.tables = tables;
    }

    List<List<StatementAdvice>> advise(List<RenderedOperation> operations) {
        Set<String> created = new HashSet<>();
        List<List<StatementAdvice>> advice = new ArrayList<>();
        for (RenderedOperation rendered : operations) {
            List<StatementAdvice> ofOperation = new ArrayList<>();
            for (PlannedStatement statement : rendered.statements()) {
                ofOperation.add(advise(rendered.operation(), statement.text(), created));
            }
            advice.add(ofOperation);
        }
        return advice;
    }

    private StatementAdvice advise(Operation operation, String sql, Set<String> created) {
        Optional<TableStatement> parsed = TableStatement.of(sql, syntax);
        if (parsed.isEmpty()) {
            return StatementAdvice.withoutCost(sql, null);
        }
        String table = parsed.get().table();
        if (parsed.get().kind() == TableStatement.Kind.CREATE) {
            created.add(OriginalTables.key(table));
        }
        TableSize size = created.contains(OriginalTables.key(table))
                ? TableSize.ofNew(table)
                : tables.find(table).orElse(null);
        return parsed.get().kind().isChange()
                ? new StatementAdvice(sql, size, cost(operation), false, null, null, List.of())
                : StatementAdvice.withoutCost(sql, size);
    }

    /** The cost of an operation: instant according to the version, or unknown. */
    DdlCost cost(Operation operation) {
        return isInstant(operation)
                ? new DdlCost(DdlAlgorithm.INSTANT, TableLock.NONE, false, DdlCost.Source.VERSION_MATRIX)
                : DdlCost.unknown();
    }

    private boolean isInstant(Operation operation) {
        if (operation instanceof AlterTable alter) {
            return alter.changes().stream().allMatch(change -> change.accept(instantDdl));
        }
        return operation instanceof TableChange change && change.accept(instantDdl);
    }
}
