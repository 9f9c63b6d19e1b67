package dev.migrate.internal.mysql.render;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.render.AlterClause.Unknown;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.TableText;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An ALTER TABLE with its clauses.
 *
 * @param table the table's name
 * @param clauses its clauses
 * @param changesEncoding whether a clause changes the collation that columns inherit
 */
record AlterStatement(String table, List<AlterClause> clauses, boolean changesEncoding)
        implements PlannedStatement.Completion {

    static PlannedStatement of(
            String table, List<AlterClause> clauses, boolean changesEncoding, EffectCheck effectCheck) {
        AlterStatement alter = new AlterStatement(table, clauses, changesEncoding);
        String text = alter.write(AlterClause::text);
        for (AlterClause clause : clauses) {
            if (clause.unknown().isPresent()) {
                return new PlannedStatement.DeferredSql(
                        text, "SHOW CREATE TABLE " + Quoting.name(table), alter, effectCheck);
            }
        }
        return new PlannedStatement.Sql(text, Effect.IMPLICIT_COMMIT, effectCheck);
    }

    @Override
    public String complete(String createTable) {
        TableText shown = TableText.of(createTable);
        TableText live = changesEncoding ? shown.withExplicitCollations() : shown;
        return write(clause -> clause.complete(live));
    }

    @Override
    public InvalidMigrationException databaseNeeded() {
        List<Unknown> unknown =
                clauses.stream().flatMap(clause -> clause.unknown().stream()).toList();
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.OFFLINE_SQL_UNSUPPORTED,
                "Without a database, the statement that changes table " + table + " cannot be written: "
                        + write(AlterClause::text) + ". It depends on "
                        + unknown.stream().map(Unknown::what).collect(Collectors.joining(", and ")) + ".",
                unknown.stream().map(Unknown::remedy).distinct().collect(Collectors.joining(" ")));
    }

    private String write(Function<AlterClause, String> sql) {
        String separator = clauses.size() == 1 ? "" : "\n  ";
        return clauses.stream()
                .map(sql)
                .collect(Collectors.joining(
                        "," + separator,
                        "ALTER TABLE " + Quoting.name(table) + (separator.isEmpty() ? " " : separator),
                        ""));
    }
}
