package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Omission;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Completes a model with attributes of the database that the model does not specify.
 *
 * <p>This happens before the conversion to canonical form, because inherited attributes of tables and columns are
 * resolved here.
 */
public final class UnspecifiedAttributes {

    private final Schema actual;
    private final Set<Attribute> attributes;
    private final Renames renames;
    private final UnaryOperator<String> quoting;
    private final boolean isOrdered;

    private UnspecifiedAttributes(
            Schema actual,
            Set<Attribute> attributes,
            Renames renames,
            UnaryOperator<String> quoting,
            boolean isOrdered) {
        this.actual = actual;
        this.attributes = attributes;
        this.renames = renames;
        this.quoting = quoting;
        this.isOrdered = isOrdered;
    }

    /**
     * Completes a schema.
     *
     * @param wanted the target schema; it need not be in canonical form
     * @param actual the schema of the database, in canonical form
     * @param attributes the attributes that the model does not specify
     * @param renames the declared renames
     * @param quoting quotes a name in the style of the expressions of the actual schema
     * @param isOrdered whether the columns of the target schema have an order, which is mentioned if it is another one
     * @return the completed target schema, which must still be converted to canonical form
     */
    public static Schema fill(
            Schema wanted,
            Schema actual,
            Set<Attribute> attributes,
            Renames renames,
            UnaryOperator<String> quoting,
            boolean isOrdered) {
        return new UnspecifiedAttributes(actual, attributes, renames, quoting, isOrdered).fill(wanted);
    }

    private Schema fill(Schema wanted) {
        Map<String, Table> there = new HashMap<>();
        actual.tables().forEach(table -> there.put(renamed(table.name()), table));
        List<Table> tables = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>(wanted.omissions());
        for (Table table : wanted.tables()) {
            Table other = there.get(table.name());
            if (other == null) {
                tables.add(table);
            } else {
                UnspecifiedTableAttributes filled = new UnspecifiedTableAttributes(
                        table, other, attributes, renames.columnsOf(table.name()), quoting);
                tables.add(filled.fill());
                if (isOrdered) {
                    filled.otherOrder().ifPresent(omissions::add);
                }
            }
        }
        return new Schema(
                attributes.contains(Attribute.ENCODING) && wanted.encoding().equals(Encoding.INHERITED)
                        ? actual.encoding()
                        : wanted.encoding(),
                tables,
                both(wanted.views(), actual.views(), View::name, UnspecifiedAttributes::in),
                both(wanted.triggers(), triggers(wanted), Trigger::name, UnspecifiedAttributes::in),
                both(
                        wanted.routines(),
                        actual.routines(),
                        routine -> routine.kind() + CaseInsensitiveNames.folded(routine.name()),
                        UnspecifiedAttributes::in),
                both(
                        wanted.events(),
                        actual.events(),
                        event -> CaseInsensitiveNames.folded(event.name()),
                        UnspecifiedAttributes::in),
                both(wanted.sequences(), actual.sequences(), Sequence::name, (own, other) -> own),
                omissions);
    }

    private String renamed(String table) {
        return renames.tables().getOrDefault(table, table);
    }

    /** The options of tables that are kept. */
    private List<Trigger> triggers(Schema wanted) {
        Set<String> tables = new HashSet<>();
        wanted.tables().forEach(table -> tables.add(table.name()));
        return actual.triggers().stream()
                .map(trigger -> trigger.withTable(renamed(trigger.table())))
                .filter(trigger -> tables.contains(trigger.table()))
                .toList();
    }

    /**
     * The objects of the target schema and, if they are unspecified, those of the database. A model has no creation
     * context, so the context in the database is used.
     */
    private <T> List<T> both(List<T> wanted, List<T> there, Function<T, String> name, BiFunction<T, T, T> inContextOf) {
        Map<String, T> others = new HashMap<>();
        there.forEach(each -> others.put(name.apply(each), each));
        List<T> all = new ArrayList<>();
        for (T each : wanted) {
            T other = others.remove(name.apply(each));
            all.add(other == null ? each : inContextOf.apply(each, other));
        }
        if (attributes.contains(Attribute.STORED_OBJECT)) {
            there.stream().filter(each -> others.containsKey(name.apply(each))).forEach(all::add);
        }
        return all;
    }

    private static View in(View wanted, View there) {
        return wanted.withContext(context(wanted.context(), there.context()));
    }

    private static Trigger in(Trigger wanted, Trigger there) {
        return wanted.withContext(context(wanted.context(), there.context()));
    }

    private static Routine in(Routine wanted, Routine there) {
        return wanted.withContext(context(wanted.context(), there.context()));
    }

    private static ScheduledEvent in(ScheduledEvent wanted, ScheduledEvent there) {
        return wanted.withSettings(
                wanted.timeZone() == null ? there.timeZone() : wanted.timeZone(),
                context(wanted.context(), there.context()));
    }

    /** With the same collation, another character set only means that the text was sent in another encoding. */
    private static CreationContext context(CreationContext wanted, CreationContext there) {
        boolean isOfSession = wanted.charset() == null && wanted.collation() == null;
        boolean isSame = isOfSession || Objects.equals(wanted.collation(), there.collation());
        CreationContext encoding = isSame ? there : wanted;
        return new CreationContext(
                wanted.sqlMode() == null ? there.sqlMode() : wanted.sqlMode(),
                encoding.charset(),
                encoding.collation());
    }
}
