package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.script.RawSql;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.operation.InsertRows;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.schema.Literal;
import java.util.ArrayList;
import java.util.List;

/** Renders inserts, split into statements that are much smaller than the maximum packet size of every server. */
final class InsertWriter {

    private static final int MOST_ROWS = 1_000;
    /**
     * The smallest default of max_allowed_packet among the supported servers is 4 MiB; a character has up to 4 bytes.
     */
    private static final int MOST_CHARACTERS = 1 << 18;

    private InsertWriter() {}

    static List<PlannedStatement> write(InsertRows operation) {
        String head = "INSERT INTO " + Quoting.name(operation.table()) + " " + Quoting.names(operation.columns())
                + " VALUES\n  ";
        List<PlannedStatement> statements = new ArrayList<>();
        StringBuilder sql = new StringBuilder(head);
        int rows = 0;
        for (List<Literal> values : operation.rows()) {
            String row = Quoting.literals(values);
            boolean isFull = rows == MOST_ROWS || sql.length() + row.length() > MOST_CHARACTERS;
            if (rows > 0 && isFull) {
                statements.add(statement(sql));
                sql = new StringBuilder(head);
                rows = 0;
            }
            sql.append(rows == 0 ? "" : ",\n  ").append(row);
            rows++;
        }
        statements.add(statement(sql));
        return statements;
    }

    private static PlannedStatement statement(StringBuilder sql) {
        return new PlannedStatement.Sql(
                sql.toString(), Effect.TRANSACTIONAL, EffectCheck.none(), RawSql.GENERATES_KEYS);
    }
}
