package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.ObjectWords;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropEvent;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropRoutine;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropTrigger;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.Routine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Derives the inverse of a handwritten statement from its tokens, if the statement alone determines it. Used once.
 */
final class StatementInverse {

    static final String NOT_RECOGNIZED = "Its effect is not recognized.";
    private static final String MAY_HAVE_EXISTED = "The object may have existed before.";
    private static final String DEFINITION_LOST = "It does not contain the definition of what it removes or replaces.";

    private final StatementReader words;
    /** Whether nothing that the statement creates, replaces or drops existed before. */
    private final boolean isFirst;

    private StatementInverse(List<StatementToken> tokens, boolean isFirst) {
        words = new StatementReader(tokens);
        this.isFirst = isFirst;
    }

    /** Derives the inverse of a statement that commits implicitly. */
    static Inverse<Operation> of(List<StatementToken> tokens) {
        return new StatementInverse(tokens, false).find();
    }

    /** Derives the removal of what a statement creates that commits implicitly; nothing of it existed before. */
    static Inverse<Operation> removalOf(List<StatementToken> tokens) {
        boolean isDropped = new StatementReader(tokens).skip("DROP");
        return isDropped ? new Inverse.Exact<>(List.of()) : new StatementInverse(tokens, true).find();
    }

    static Inverse<Operation> none(String why) {
        return new Inverse.None<>(why);
    }

    private Inverse<Operation> find() {
        if (words.skip("CREATE")) {
            return create();
        }
        if (words.skip("RENAME")) {
            return words.skipAny("TABLE", "TABLES") ? renameTables() : none(NOT_RECOGNIZED);
        }
        if (words.skip("ALTER")) {
            return alter();
        }
        return none(words.skipAny("DROP", "TRUNCATE") ? DEFINITION_LOST : NOT_RECOGNIZED);
    }

    private Inverse<Operation> create() {
        if (words.skip("OR", "REPLACE") && !isFirst) {
            return none(DEFINITION_LOST);
        }
        ObjectWords.skipModifiers(words);
        if (words.skip("TABLE")) {
            return created(name -> new DropTable(name, null));
        }
        if (words.skip("INDEX")) {
            return createIndex();
        }
        return switch (ObjectWords.kind(words)) {
            case "VIEW" -> created(name -> new DropView(name, null));
            case "TRIGGER" -> created(name -> new DropTrigger(name, null));
            case "PROCEDURE" -> created(name -> new DropRoutine(Routine.Kind.PROCEDURE, name, null));
            case "FUNCTION" -> created(name -> new DropRoutine(Routine.Kind.FUNCTION, name, null));
            case "EVENT" -> created(name -> new DropEvent(name, null));
            case "SEQUENCE" -> created(name -> new DropSequence(name, null));
            default -> none(NOT_RECOGNIZED);
        };
    }

    private Inverse<Operation> created(Function<String, Operation> drop) {
        if (words.skipGuard() && !isFirst) {
            return none(MAY_HAVE_EXISTED);
        }
        String name = words.name();
        return name == null ? none(NOT_RECOGNIZED) : Inverse.exactly(drop.apply(name));
    }

    private Inverse<Operation> createIndex() {
        if (words.skipGuard()) {
            return none(MAY_HAVE_EXISTED);
        }
        String index = words.name();
        if (words.skip("USING")) {
            words.next();
        }
        String table = words.skip("ON") ? words.name() : null;
        return index == null || table == null
                ? none(NOT_RECOGNIZED)
                : Inverse.exactly(new AlterTable(table, List.of(new DropIndex(table, index, null))));
    }

    private Inverse<Operation> renameTables() {
        List<Operation> renames = new ArrayList<>();
        do {
            String from = words.name();
            String to = words.skip("TO") ? words.name() : null;
            if (from == null || to == null) {
                return none(NOT_RECOGNIZED);
            }
            renames.add(new RenameTable(to, from));
        } while (words.skipSign(','));
        Collections.reverse(renames);
        return words.isAtEnd() ? new Inverse.Exact<>(renames) : none(NOT_RECOGNIZED);
    }

    private Inverse<Operation> alter() {
        ObjectWords.skipModifiers(words);
        if (!words.skip("TABLE")) {
            return none(DEFINITION_LOST);
        }
        if (words.skipGuard()) {
            return none(MAY_HAVE_EXISTED);
        }
        String table = words.name();
        return table == null ? none(NOT_RECOGNIZED) : AlterTableInverse.of(table, words.rest());
    }
}
