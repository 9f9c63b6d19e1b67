package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.effect.PartState.After;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.TokenLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns, keys and constraints that a handwritten statement adds to a table. Not thread-safe. */
final class AddedParts {

    /** Attributes of a column that create a key or a constraint, whose name the server chooses. */
    private static final Set<String> UNNAMED_KEYS = Set.of("CHECK", "REFERENCES", "SERIAL", "UNIQUE");

    private final String table;
    private final List<PartState> parts = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private boolean isRecognized = true;
    private boolean isNamed = true;

    AddedParts(String table) {
        this.table = table;
    }

    /** Reads all definitions of a list in parentheses. */
    void readAll(List<StatementToken> definitions, boolean areColumns) {
        for (List<StatementToken> definition : TokenLists.split(definitions)) {
            read(new StatementReader(definition), areColumns);
        }
    }

    /**
     * Reads a definition.
     *
     * @param isColumn whether it is known to be the definition of a column
     */
    void read(StatementReader definition, boolean isColumn) {
        if (isColumn || !TokenLists.isKey(definition)) {
            boolean isVersioning = !isColumn && definition.isAt("SYSTEM", "VERSIONING");
            readColumn(isVersioning ? null : definition.name(), definition.rest());
            return;
        }
        String constraint = null;
        if (definition.skip("CONSTRAINT")) {
            definition.skipGuard();
            constraint = TokenLists.isKey(definition) ? null : definition.name();
        }
        readKey(definition, constraint);
    }

    private void readColumn(@Nullable String column, List<StatementToken> attributes) {
        add(column, name -> PartState.column(table, name, After.PRESENT));
        if (column != null) {
            columns.add(column);
        }
        StatementReader words = new StatementReader(attributes);
        for (StatementToken word = words.next(); word != null; word = words.next()) {
            if (word.depth() == attributes.get(0).depth()) {
                readAttribute(word, words);
            }
        }
    }

    private void readAttribute(StatementToken word, StatementReader following) {
        if (word.is("KEY") || word.is("PRIMARY")) {
            following.skip("KEY");
            addPrimaryKey();
        } else if (UNNAMED_KEYS.stream().anyMatch(word::is)) {
            following.skip("KEY");
            isNamed = false;
        }
    }

    private void addPrimaryKey() {
        parts.add(PartState.index(table, PartStateReader.PRIMARY_KEY, After.PRESENT));
    }

    private void readKey(StatementReader definition, @Nullable String constraint) {
        if (definition.skip("PRIMARY")) {
            addPrimaryKey();
        } else if (definition.skip("CHECK")) {
            // MySQL before 8.0.16 ignores it.
            isNamed = false;
            add(constraint, name -> PartState.constraint(table, name, After.PRESENT));
        } else if (definition.skip("FOREIGN", "KEY")) {
            readForeignKey(definition, constraint);
        } else if (definition.isAt("PERIOD")) {
            isRecognized = false;
        } else {
            definition.skipAny("UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR");
            definition.skipAny("INDEX", "KEY");
            definition.skipGuard();
            String index = definition.isAt("USING") ? null : definition.name();
            readIndex(definition, index == null ? constraint : index);
        }
    }

    private void readForeignKey(StatementReader definition, @Nullable String constraint) {
        definition.skipGuard();
        definition.name();
        List<String> keyColumns = TokenLists.columns(definition.group());
        if (constraint != null) {
            parts.add(PartState.constraint(table, constraint, After.PRESENT));
        } else {
            isNamed = false;
            add(keyColumns, names -> PartState.foreignKeyOn(table, names));
        }
    }

    private void readIndex(StatementReader definition, @Nullable String index) {
        if (index != null) {
            parts.add(PartState.index(table, index, After.PRESENT));
            return;
        }
        isNamed = false;
        if (definition.skip("USING")) {
            definition.next();
        }
        add(TokenLists.columns(definition.group()), names -> PartState.indexOn(table, names));
    }

    private <T> void add(@Nullable T subject, Function<T, PartState> part) {
        isRecognized &= subject != null;
        if (subject != null) {
            parts.add(part.apply(subject));
        }
    }

    List<PartState> parts() {
        return parts;
    }

    /** The names of the columns. */
    List<String> columns() {
        return columns;
    }

    /** Whether a part is known for each definition. */
    boolean areRecognized() {
        return isRecognized;
    }

    /**
     * Whether the text contains the name of each part, and each is shown by the catalog of every server: then a part of
     * another statement is a different one if its name is different.
     */
    boolean areNamed() {
        return isNamed;
    }

    /** The keys of the parts, by kind and name. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        for (PartState part : parts) {
            keys.add(part.part());
        }
        return keys;
    }
}
