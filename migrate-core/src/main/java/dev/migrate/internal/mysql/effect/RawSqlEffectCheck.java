package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.sql.ObjectWords;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.EffectCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the effect check of a statement written by hand, from its tokens. The check is about what the statement itself
 * changes, so that another change is not taken for it. A statement that is not recognized has no check. Used once.
 */
public final class RawSqlEffectCheck {

    /** The first words of statements that have the same result if they run again. */
    private static final Set<String> IDEMPOTENT = Set.of(
            "ANALYZE", "BEGIN", "CACHE", "CHECK", "COMMIT", "FLUSH", "GRANT", "LOAD", "OPTIMIZE", "REPAIR", "START");

    private final StatementReader words;

    private RawSqlEffectCheck(List<StatementToken> tokens) {
        this.words = new StatementReader(tokens);
    }

    /** Finds the effect check of a statement that commits implicitly. */
    public static EffectCheck of(List<StatementToken> tokens) {
        return new RawSqlEffectCheck(tokens).find();
    }

    private EffectCheck find() {
        StatementToken first = words.next();
        String word = first == null ? "" : first.text().toUpperCase(Locale.ROOT);
        if (IDEMPOTENT.contains(word)) {
            return EffectCheck.idempotent();
        }
        return switch (word) {
            case "CREATE" -> create();
            case "ALTER" -> alter();
            case "DROP" -> drop();
            case "RENAME" -> words.skipAny("TABLE", "TABLES") ? renameTables() : EffectCheck.none();
            default -> EffectCheck.none();
        };
    }

    private EffectCheck create() {
        boolean isReplacement = words.skip("OR", "REPLACE");
        ObjectWords.skipModifiers(words);
        if (words.skip("TABLE")) {
            return isReplacement ? EffectCheck.none() : createTable();
        }
        if (words.skip("INDEX")) {
            return isReplacement ? EffectCheck.idempotent() : index(PartState.After.PRESENT);
        }
        if (words.skipAny("DATABASE", "ROLE", "SCHEMA", "SERVER", "USER")) {
            return words.skipGuard() && !isReplacement ? EffectCheck.idempotent() : EffectCheck.none();
        }
        String kind = ObjectWords.kind(words);
        if (kind.isEmpty() || isUnobservable(kind)) {
            return EffectCheck.none();
        }
        boolean isRedefinition = isReplacement && !kind.equals("SEQUENCE");
        if (isRedefinition) {
            return EffectCheck.idempotent();
        }
        return isReplacement ? EffectCheck.none() : object(kind, " IS NOT NULL");
    }

    /** A library is no routine of the database, and an event may be dropped by the server as soon as it has ended. */
    private boolean isUnobservable(String kind) {
        boolean isLibrary = kind.equals("FUNCTION") && contains("SONAME");
        boolean mayEnd = kind.equals("EVENT") && (contains("AT") || contains("ENDS")) && !contains("PRESERVE");
        return isLibrary || mayEnd;
    }

    private EffectCheck createTable() {
        boolean isGuarded = words.skipGuard();
        String table = words.name();
        if (table == null) {
            return EffectCheck.none();
        }
        AddedParts added = definitions(table);
        List<String> columns = added.columns();
        String existence = CatalogExpressions.existence(table);
        if (isGuarded || columns.isEmpty()) {
            // An existing table may have other columns, or the columns are those of another table.
            return EffectCheck.stateComparison(existence, existence + " IS NOT NULL", Affected.table(table));
        }
        return EffectCheck.selfEvident(
                CatalogExpressions.hasColumns(table, columns),
                added.areNamed() && added.areRecognized()
                        ? Affected.created(table, added.keys())
                        : Affected.table(table));
    }

    /** The definitions of a table; none if these are another table's. */
    private AddedParts definitions(String table) {
        List<StatementToken> definitions = words.group();
        StatementReader start = new StatementReader(definitions);
        AddedParts added = new AddedParts(table);
        if (!start.skipAny("LIKE", "SELECT", "TABLE", "VALUES", "WITH") && !start.isAtSign('(')) {
            added.readAll(definitions, false);
        }
        return added;
    }

    private EffectCheck alter() {
        ObjectWords.skipModifiers(words);
        if (words.skip("TABLE")) {
            words.skipGuard();
            String table = words.name();
            return table == null ? EffectCheck.none() : AlterTableEffect.of(table, words);
        }
        String kind = ObjectWords.kind(words);
        return switch (kind) {
            case "VIEW", "PROCEDURE", "FUNCTION" -> EffectCheck.idempotent();
            case "EVENT" -> alterEvent();
            default -> EffectCheck.none();
        };
    }

    private EffectCheck alterEvent() {
        String event = words.name();
        String newName = nameAfter("RENAME", "TO");
        if (event == null || newName == null) {
            return event == null || contains("SCHEDULE") || contains("RENAME")
                    ? EffectCheck.none()
                    : EffectCheck.idempotent();
        }
        return TableEffect.relocation(List.of(event, newName), List.of(newName, event), CatalogExpressions::event);
    }

    private @Nullable String nameAfter(String... sequence) {
        StatementReader reader = new StatementReader(words.rest());
        while (!reader.isAtEnd()) {
            if (reader.skip(sequence)) {
                return reader.name();
            }
            reader.next();
        }
        return null;
    }

    private EffectCheck drop() {
        ObjectWords.skipModifiers(words);
        if (words.skip("INDEX")) {
            return index(PartState.After.ABSENT);
        }
        if (words.skipAny("TABLE", "TABLES")) {
            return dropped(CatalogExpressions::existence, Affected::tables);
        }
        String kind = ObjectWords.kind(words);
        return kind.isEmpty()
                ? EffectCheck.none()
                : dropped(
                        name -> state(kind, name),
                        names -> names.size() == 1 ? affected(kind, names.get(0)) : AffectedObjects.everything());
    }

    /** One or more names. */
    private EffectCheck dropped(UnaryOperator<String> state, Function<List<String>, AffectedObjects> affected) {
        words.skipGuard();
        List<String> names = new ArrayList<>();
        do {
            String name = words.name();
            if (name == null) {
                return EffectCheck.none();
            }
            names.add(name);
        } while (words.skipSign(','));
        List<String> states = names.stream().map(state).toList();
        List<String> effects = states.stream().map(one -> one + " IS NULL").toList();
        return EffectCheck.stateComparison(
                TableEffect.states(states), String.join(" AND ", effects), affected.apply(names));
    }

    private EffectCheck object(String kind, String condition) {
        words.skipGuard();
        String name = words.name();
        if (name == null) {
            return EffectCheck.none();
        }
        String state = state(kind, name);
        return EffectCheck.stateComparison(state, state + condition, affected(kind, name));
    }

    /** {@code INDEX name [USING type] ON table}. */
    private EffectCheck index(PartState.After after) {
        words.skipGuard();
        String index = words.name();
        if (words.skip("USING")) {
            words.next();
        }
        String table = words.skip("ON") ? words.name() : null;
        if (index == null || table == null) {
            return EffectCheck.none();
        }
        PartState part = PartState.index(table, index, after);
        return TableEffect.of(
                List.of(part),
                after == PartState.After.PRESENT ? Affected.parts(table, Set.of(part.part())) : Affected.table(table));
    }

    private EffectCheck renameTables() {
        TableRenames renames = new TableRenames();
        do {
            String from = words.name();
            String to = words.skip("TO") ? words.name() : null;
            if (from == null || to == null) {
                return EffectCheck.none();
            }
            renames.rename(from, to);
        } while (words.skipSign(','));
        return words.isAtEnd()
                ? TableEffect.relocation(renames.names(), renames.targets(), CatalogExpressions::content)
                : EffectCheck.none();
    }

    private static String state(String kind, String name) {
        return switch (kind) {
            case "VIEW" -> CatalogExpressions.view(name);
            case "TRIGGER" -> CatalogExpressions.trigger(name);
            case "EVENT" -> CatalogExpressions.event(name);
            case "SEQUENCE" -> CatalogExpressions.existence(name);
            default -> CatalogExpressions.routine(kind, name);
        };
    }

    /** A trigger is dropped or renamed with its table, and an event may be dropped by the server. */
    private static AffectedObjects affected(String kind, String name) {
        return switch (kind) {
            case "VIEW", "SEQUENCE" -> Affected.table(name);
            case "TRIGGER", "EVENT" -> AffectedObjects.everything();
            default -> Affected.routine(kind, name);
        };
    }

    private boolean contains(String word) {
        return words.rest().stream().anyMatch(token -> token.is(word));
    }
}
