package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.IntegerType;
import dev.migrate.schema.Literal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses inserts of constants: {@code INSERT INTO a (b) VALUES (1)}. */
final class InsertText {

    private InsertText() {}

    /** Returns the rows, or the statement itself if it inserts anything else. */
    static Operation read(String sql, String table, List<String> columns) {
        List<String> groups = groups(sql);
        int values = groups.size() - 1;
        List<String> names = values == 1 ? names(groups.get(0)) : columns;
        List<Literal> row = values < 0 || values > 1 ? List.of() : literals(groups.get(values));
        return row.isEmpty() || row.size() != names.size()
                ? new ExecuteSql(sql, List.of())
                : new InsertRows(table, names, List.of(row));
    }

    private static List<String> groups(String sql) {
        return Tokens.of(sql).stream().filter(token -> token.startsWith("(")).toList();
    }

    private static List<String> names(String group) {
        return Tokens.list(Tokens.unwrapped(group)).stream()
                .map(QuotedSql::name)
                .toList();
    }

    private static List<Literal> literals(String group) {
        List<Literal> literals = new ArrayList<>();
        for (String value : Tokens.list(Tokens.unwrapped(group))) {
            Literal literal = literal(value);
            if (literal == null) {
                return List.of();
            }
            literals.add(literal);
        }
        return literals;
    }

    private static @Nullable Literal literal(String sql) {
        DefaultValue value = DefaultReader.ofSql(new IntegerType(IntegerType.Size.BIGINT, false, 0), sql);
        if (value == null) {
            return new Literal.Null();
        }
        return value instanceof DefaultValue.Constant constant ? constant.literal() : null;
    }
}
