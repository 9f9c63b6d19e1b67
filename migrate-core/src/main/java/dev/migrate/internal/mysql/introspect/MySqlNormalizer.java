package dev.migrate.internal.mysql.introspect;

import dev.migrate.error.SchemaException;
import dev.migrate.internal.mysql.canonical.CanonicalForm;
import dev.migrate.internal.mysql.canonical.ServerFacts;
import dev.migrate.internal.mysql.canonical.SpecifiedEncodings;
import dev.migrate.internal.mysql.canonical.SpecifiedIndexes;
import dev.migrate.internal.mysql.parse.EventText;
import dev.migrate.internal.mysql.parse.SequenceText;
import dev.migrate.internal.mysql.render.MySqlRenderer;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.operation.CreateTable;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Omission;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.ServerDefaults;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Converts a target schema to its {@linkplain CanonicalForm canonical form}, with expressions as the server writes
 * them.
 *
 * <p>Expressions are sent to the server only for tables that differ from the existing ones: the server does not change
 * expressions that it has written itself.
 */
public final class MySqlNormalizer implements Normalizer {

    private final Connection connection;
    private final CanonicalForm form;
    private final SqlRenderer renderer;

    private MySqlNormalizer(Connection connection, ServerFacts facts) {
        this.connection = connection;
        form = new CanonicalForm(facts);
        renderer = new MySqlRenderer(facts.server());
    }

    /**
     * Reads the facts that the form depends on.
     *
     * @throws SchemaException if a query fails, or the connection has no database
     */
    public static MySqlNormalizer on(Connection connection) {
        try (IntrospectionSession session = IntrospectionSession.open(connection)) {
            return new MySqlNormalizer(connection, session.facts());
        } catch (SQLException e) {
            throw IntrospectionSession.notReadable(e);
        }
    }

    @Override
    public ServerDefaults defaults() {
        return form.facts().defaults();
    }

    @Override
    public Schema normalize(Schema wanted, Schema actual, Map<String, String> renamedTables) {
        Omissions omissions = new Omissions(form.facts().database());
        IgnoredAttributes ignored = new IgnoredAttributes(form.facts().server(), omissions);
        Map<String, Table> existing = new HashMap<>();
        actual.tables().forEach(table -> existing.put(renamedTables.getOrDefault(table.name(), table.name()), table));
        Set<String> newSequences = new HashSet<>();
        wanted.sequences().forEach(sequence -> newSequences.add(Quoting.name(sequence.name())));
        actual.sequences().forEach(sequence -> newSequences.remove(Quoting.name(sequence.name())));
        Map<String, Table> tables = new LinkedHashMap<>();
        List<Table> differing = new ArrayList<>();
        for (Table table : wanted.tables()) {
            Table other = existing.get(table.name());
            Table canonical = form.of(ignored.removedFrom(GeneratedKey.keep(table, other)));
            if (other == null) {
                canonical = SpecifiedEncodings.in(SpecifiedIndexes.in(canonical, table.indexes()), table);
            }
            boolean isSame = canonical.equals(other);
            // The same instance, which makes the comparison of the two cheap.
            tables.put(table.name(), isSame ? other : canonical);
            if (other != null && !isSame && !usesAny(newSequences, canonical)) {
                differing.add(canonical);
            }
        }
        ExpressionRewriter.rewrite(connection, differing, this::create, omissions)
                .forEach(table -> tables.put(table.name(), form.of(table)));
        List<Omission> all = new ArrayList<>(wanted.omissions());
        all.addAll(omissions.all());
        return form.with(wanted, List.copyOf(tables.values()))
                .withEvents(events(wanted, actual))
                .withSequences(sequences(wanted, actual))
                .withOmissions(all);
    }

    /** The server could not rewrite a default with a sequence that does not exist yet. */
    private static boolean usesAny(Set<String> quotedSequences, Table table) {
        return table.columns().stream()
                .map(Column::defaultValue)
                .anyMatch(value -> value instanceof DefaultValue.Expression expression
                        && quotedSequences.stream().anyMatch(expression.sql()::contains));
    }

    /** The start of an event, for instance, is that in the database unless it is specified. */
    private static List<ScheduledEvent> events(Schema wanted, Schema actual) {
        Map<String, ScheduledEvent> existing = new HashMap<>();
        actual.events().forEach(event -> existing.put(event.name().toLowerCase(Locale.ROOT), event));
        return wanted.events().stream()
                .map(event -> {
                    ScheduledEvent other = existing.get(event.name().toLowerCase(Locale.ROOT));
                    return other == null
                            ? event
                            : event.withDefinition(EventText.completed(event.definition(), other.definition()));
                })
                .toList();
    }

    /** Options that are not specified are those in the database. */
    private List<Sequence> sequences(Schema wanted, Schema actual) {
        Map<String, SequenceText> existing = new HashMap<>();
        actual.sequences().forEach(sequence -> existing.put(sequence.name(), SequenceText.of(sequence.definition())));
        return wanted.sequences().stream()
                .map(sequence -> {
                    SequenceText options = SequenceText.of(sequence.definition());
                    SequenceText other = existing.get(sequence.name());
                    SequenceText all = other == null ? options : options.completed(other);
                    return sequence.withDefinition(
                            all.withoutEngine(form.facts().defaultEngine()).text());
                })
                .toList();
    }

    private String create(Table table) {
        return renderer.render(new CreateTable(table)).get(0).text();
    }
}
