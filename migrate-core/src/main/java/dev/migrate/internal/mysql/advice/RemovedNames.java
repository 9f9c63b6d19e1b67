package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of tables and columns that do not exist any more after a statement, or that exist again. Immutable.
 *
 * @param tables the tables that it drops or renames
 * @param columns the columns of its table that it drops or renames
 * @param definitions the columns of its table whose definition it changes
 * @param added the columns of its table that it adds, or renames to these names
 */
record RemovedNames(List<String> tables, List<String> columns, List<String> definitions, List<String> added) {

    /** Reads them from a statement. */
    static RemovedNames of(TableStatement statement) {
        Reader reader = new Reader();
        statement.renames().stream().map(Map.Entry::getKey).forEach(reader.tables::add);
        reader.tables.addAll(statement.dropped());
        if (statement.kind() == TableStatement.Kind.ALTER) {
            clauses(statement).forEach(reader::read);
        }
        return new RemovedNames(reader.tables, reader.columns, reader.definitions, reader.added);
    }

    private static List<List<StatementToken>> clauses(TableStatement statement) {
        List<StatementToken> tokens = statement.tokens().stream()
                .filter(token -> token.start() >= statement.clauses())
                .toList();
        List<List<StatementToken>> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size()
                    || (tokens.get(i).depth() == 0 && tokens.get(i).isSign(','))) {
                clauses.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        return clauses;
    }

    private static final class Reader {
        private final List<String> tables = new ArrayList<>();
        private final List<String> columns = new ArrayList<>();
        private final List<String> definitions = new ArrayList<>();
        private final List<String> added = new ArrayList<>();

        private void read(List<StatementToken> clause) {
            StatementReader words = new StatementReader(clause);
            if (words.skip("DROP")) {
                boolean isColumn = words.skip("COLUMN")
                        || !words.skipAny(
                                "INDEX",
                                "KEY",
                                "PRIMARY",
                                "FOREIGN",
                                "CONSTRAINT",
                                "CHECK",
                                "PARTITION",
                                "PERIOD",
                                "SYSTEM");
                words.skipGuard();
                add(columns, isColumn ? words.name() : null);
            } else if (words.skip("CHANGE")) {
                words.skip("COLUMN");
                words.skipGuard();
                renamed(words.name(), words.name());
            } else if (words.skip("RENAME", "COLUMN")) {
                words.skipGuard();
                String from = words.name();
                words.skip("TO");
                renamed(from, words.name());
            } else if (words.skip("ADD")) {
                words.skip("COLUMN");
                words.skipGuard();
                add(added, words.name());
            } else if (words.skip("MODIFY")) {
                words.skip("COLUMN");
                words.skipGuard();
                add(definitions, words.name());
            }
        }

        private void renamed(@Nullable String from, @Nullable String to) {
            boolean isSame = from != null && from.equalsIgnoreCase(String.valueOf(to));
            add(isSame ? definitions : columns, from);
            add(added, isSame ? null : to);
        }

        private static void add(List<String> names, @Nullable String name) {
            if (name != null) {
                names.add(name);
            }
        }
    }
}
