package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.TokenLists;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Derives the inverse of an ALTER TABLE from what its clauses add and rename. Used once. */
final class AlterTableInverse {

    private static final String PREVIOUS_LOST = "It does not contain the previous definition of what it changes.";
    private static final String NAME_UNKNOWN = "It does not name everything that it adds; the server chooses the name.";
    private static final String COMBINED = "It renames the table and changes it; write two statements.";

    private final String table;
    private final List<TableChange> changes = new ArrayList<>();
    private @Nullable String problem;

    private AlterTableInverse(String table) {
        this.table = table;
    }

    /** Derives the inverse of what follows the name of the table. */
    static Inverse<Operation> of(String table, List<StatementToken> tokens) {
        return new AlterTableInverse(table).read(tokens);
    }

    private Inverse<Operation> read(List<StatementToken> tokens) {
        List<List<StatementToken>> clauses = TokenLists.split(tokens);
        String newName = clauses.size() == 1 ? newName(new StatementReader(clauses.get(0))) : null;
        if (newName != null) {
            return Inverse.exactly(new RenameTable(newName, table));
        }
        clauses.forEach(clause -> readClause(new StatementReader(clause)));
        if (problem != null) {
            return new Inverse.None<>(problem);
        }
        Collections.reverse(changes);
        return changes.isEmpty()
                ? new Inverse.Exact<>(List.of())
                : Inverse.exactly(new AlterTable(table, withoutIndexesTwice()));
    }

    /** The new name of the table, or null if the clause does not rename it. */
    private static @Nullable String newName(StatementReader clause) {
        if (!clause.skip("RENAME")) {
            return null;
        }
        boolean isTable = clause.skipAny("TO", "AS") || clause.skipSign('=');
        boolean isOther = clause.isAt("COLUMN") || clause.isAt("INDEX") || clause.isAt("KEY");
        String name = isTable || !isOther ? clause.name() : null;
        return clause.isAtEnd() ? name : null;
    }

    private void readClause(StatementReader clause) {
        if (clause.isAt("ADD", "PARTITION")
                || clause.isAt("ADD", "SYSTEM", "VERSIONING")
                || clause.isAt("ADD", "PERIOD")) {
            problem = PREVIOUS_LOST;
        } else if (clause.skip("ADD")) {
            readAdd(clause);
        } else if (clause.skip("RENAME")) {
            readRename(clause);
        } else if (!clause.isAt("ALGORITHM") && !clause.isAt("LOCK")) {
            problem = PREVIOUS_LOST;
        }
    }

    private void readAdd(StatementReader clause) {
        boolean isColumn = clause.skip("COLUMN");
        if (clause.skipGuard()) {
            problem = "What it adds may have existed before.";
        } else if (clause.isAtSign('(')) {
            TokenLists.split(clause.group()).forEach(each -> readAdded(new StatementReader(each), isColumn));
        } else {
            readAdded(clause, isColumn);
        }
    }

    private void readAdded(StatementReader added, boolean isColumn) {
        if (!isColumn && TokenLists.isKey(added)) {
            readKey(added);
            return;
        }
        String column = added.name();
        boolean hasForeignKey = added.rest().stream().anyMatch(token -> token.is("REFERENCES"));
        add(column == null || hasForeignKey ? null : new DropColumn(table, column, null, null));
    }

    private void readKey(StatementReader key) {
        String constraint = null;
        if (key.skip("CONSTRAINT")) {
            constraint = TokenLists.isKey(key) ? null : key.name();
        }
        if (key.skip("PRIMARY")) {
            add(new DropPrimaryKey(table, List.of()));
        } else if (key.skip("CHECK")) {
            add(constraint == null ? null : new DropCheck(table, constraint, null));
        } else if (key.skip("FOREIGN", "KEY")) {
            String name = constraint == null ? key.name() : constraint;
            add(name == null ? null : new DropForeignKey(table, name, true, null));
        } else {
            readIndex(key, constraint);
        }
    }

    private void readIndex(StatementReader key, @Nullable String constraint) {
        key.skipAny("UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR");
        key.skipAny("INDEX", "KEY");
        String index = key.isAt("USING") ? null : key.name();
        String name = index == null ? constraint : index;
        add(name == null ? null : new DropIndex(table, name, null));
    }

    private void readRename(StatementReader clause) {
        boolean isColumn = clause.skip("COLUMN");
        boolean isIndex = !isColumn && clause.skipAny("INDEX", "KEY");
        String from = clause.name();
        String to = clause.skip("TO") ? clause.name() : null;
        if (from == null || to == null || !(isColumn || isIndex)) {
            problem = COMBINED;
        } else {
            add(isColumn ? new RenameColumn(table, to, from) : new RenameIndex(table, to, from));
        }
    }

    private void add(@Nullable TableChange change) {
        if (change == null) {
            problem = NAME_UNKNOWN;
        } else {
            changes.add(change);
        }
    }

    /** An index with the name of the foreign key was added by the statement, not by the server. */
    private List<TableChange> withoutIndexesTwice() {
        List<TableChange> distinct = new ArrayList<>();
        for (TableChange change : changes) {
            boolean isTwice = change instanceof DropForeignKey key
                    && changes.stream()
                            .anyMatch(each -> each instanceof DropIndex index
                                    && index.index().equalsIgnoreCase(key.foreignKey()));
            distinct.add(
                    isTwice ? new DropForeignKey(table, ((DropForeignKey) change).foreignKey(), false, null) : change);
        }
        return distinct;
    }
}
