package dev.migrate.dialect.mysql;

import dev.migrate.dialect.DatabaseNeededException;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.dialect.Trace;
import dev.migrate.dialect.mysql.Clause.Unknown;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts clauses together into one ALTER TABLE.
 *
 * @param table the table's name
 * @param clauses its clauses
 */
record AlterStatement(String table, List<Clause> clauses) implements Statement.Completion {

    static Statement of(String table, List<Clause> clauses, Trace trace) {
        AlterStatement alter = new AlterStatement(table, clauses);
        String text = alter.write(Clause::text);
        for (Clause clause : clauses) {
            if (clause.unknown().isPresent()) {
                return new Statement.Unfinished(text, "SHOW CREATE TABLE " + Quoting.name(table), alter, trace);
            }
        }
        return new Statement.Sql(text, Effect.COMMITS_BY_ITSELF, trace);
    }

    @Override
    public String complete(String createTable) {
        TableText live = TableText.of(createTable);
        return write(clause -> clause.complete(live));
    }

    @Override
    public DatabaseNeededException databaseNeeded() {
        List<Unknown> unknown =
                clauses.stream().flatMap(clause -> clause.unknown().stream()).toList();
        return new DatabaseNeededException(
                table,
                write(Clause::text),
                unknown.stream().map(Unknown::what).toList(),
                unknown.stream().map(Unknown::remedy).distinct().collect(Collectors.joining(" ")));
    }

    private String write(Function<Clause, String> sql) {
        String separator = clauses.size() == 1 ? "" : "\n  ";
        return clauses.stream()
                .map(sql)
                .collect(Collectors.joining(
                        "," + separator,
                        "ALTER TABLE " + Quoting.name(table) + (separator.isEmpty() ? " " : separator),
                        ""));
    }
}
