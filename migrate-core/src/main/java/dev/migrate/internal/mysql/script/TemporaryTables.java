package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementTokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the temporary tables that statements create. Stateless. */
final class TemporaryTables {

    private TemporaryTables() {}

    static Set<String> createdBy(List<String> statements, SqlSyntax syntax) {
        Set<String> names = new LinkedHashSet<>();
        for (String sql : statements) {
            StatementReader words = new StatementReader(StatementTokens.of(sql, syntax));
            boolean isCreation = words.skip("CREATE");
            words.skip("OR", "REPLACE");
            if (isCreation && words.skip("TEMPORARY", "TABLE")) {
                words.skipGuard();
                String name = words.name();
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
