package dev.migrate.internal.lint;

import dev.migrate.lint.Finding;
import dev.migrate.lint.LintOptions;
import dev.migrate.lint.LintRule;
import dev.migrate.lint.Severity;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Applies the rules to migrations, in the order in which an upgrade from the base runs them: the repeatable ones last. */
public final class Linter {

    private static final List<Rule> RULES = List.of(
            new InvalidMigration(),
            new DifferentOperations(),
            new SeveralHeads(),
            new DataLoss(),
            new Renaming(),
            new NotNullWithoutDefault(),
            new NarrowerType(),
            new EnumOrder(),
            new CharsetConversion(),
            new TableCopy(),
            new TableRebuild(),
            new SeveralRebuilds(),
            new ForeignKeyColumn(),
            new ForeignKeyWithoutIndex(),
            new DroppedIndexOfForeignKey(),
            new MissingPrimaryKey(),
            new NondeterministicDefault(),
            new UnnamedConstraint(),
            new SchemaAndRows(),
            new CommittedRows(),
            new Irreversible(),
            new MissingComment());

    private final RevisionGraph graph;
    private final List<RevisionNode> repeatables;
    private final MigrationRecorder recorder;
    private final Map<String, Severity> severities;

    /**
     * Creates a linter.
     *
     * @param repeatables the repeatable migrations, in order
     * @throws IllegalArgumentException if the options name an unknown rule
     */
    public Linter(
            RevisionGraph graph, List<RevisionNode> repeatables, MigrationRecorder recorder, LintOptions options) {
        this.graph = graph;
        this.repeatables = List.copyOf(repeatables);
        this.recorder = recorder;
        severities = severities(options);
    }

    /** Returns the descriptions of all rules. */
    public static List<LintRule> rules() {
        return RULES.stream().map(Rule::description).toList();
    }

    private static Map<String, Severity> severities(LintOptions options) {
        Map<String, Severity> severities = new TreeMap<>();
        rules().forEach(rule -> severities.put(rule.id(), rule.severity()));
        options.severities().forEach((rule, severity) -> {
            if (severities.put(rule, severity) == null) {
                throw new IllegalArgumentException(unknown(rule));
            }
        });
        return severities;
    }

    private static String unknown(String rule) {
        return "There is no rule \"" + rule + "\". The rules are: "
                + rules().stream().map(LintRule::id).sorted().collect(Collectors.joining(", ")) + ".";
    }

    /**
     * Checks migrations.
     *
     * @param ids the revisions and repeatable migrations to report on
     * @return the findings, in the order of the migrations and then of the rules
     */
    public List<Finding> check(Collection<String> ids) {
        List<Finding> findings = new ArrayList<>();
        Map<String, RecordedMigration> recorded = new HashMap<>();
        RecordedSchema all = RecordedSchema.EMPTY;
        for (String id :
                inOrder(graph.revisions().stream().map(RevisionNode::id).toList())) {
            RecordedMigration migration = recorder.record(graph.node(id), graph.heads(), before(id, recorded));
            recorded.put(id, migration);
            all = all.after(migration.up());
            if (ids.contains(id)) {
                check(migration, findings);
            }
        }
        for (RevisionNode repeatable : repeatables) {
            RecordedMigration migration = recorder.record(repeatable, List.of(), all);
            all = migration.after();
            if (ids.contains(repeatable.id())) {
                check(migration, findings);
            }
        }
        return findings;
    }

    private List<String> inOrder(Collection<String> ids) {
        List<String> order = new ArrayList<>(graph.reverseTopologicalOrder(ids));
        Collections.reverse(order);
        return order;
    }

    /** Returns the schema that the revisions create that a revision needs; other branches may not be applied. */
    private RecordedSchema before(String id, Map<String, RecordedMigration> recorded) {
        List<String> required = graph.requirements(id);
        if (required.size() == 1) {
            return Objects.requireNonNull(recorded.get(required.get(0))).after();
        }
        RecordedSchema schema = RecordedSchema.EMPTY;
        for (String ancestor : inOrder(graph.ancestors(required))) {
            schema = schema.after(Objects.requireNonNull(recorded.get(ancestor)).up());
        }
        return schema;
    }

    private void check(RecordedMigration migration, List<Finding> findings) {
        Map<String, String> ignored = recorder.ignored(migration.id());
        for (Rule rule : RULES) {
            String id = rule.description().id();
            Severity severity = severities.getOrDefault(id, Severity.OFF);
            if (severity != Severity.OFF && !ignored.containsKey(id)) {
                rule.check(migration).forEach(problem -> findings.add(finding(id, severity, migration.id(), problem)));
            }
        }
        ignored.forEach((rule, reason) -> requireValid(rule, reason, migration.id(), findings));
    }

    private void requireValid(String rule, String reason, String revision, List<Finding> findings) {
        if (!severities.containsKey(rule)) {
            findings.add(invalid(
                    revision,
                    unknown(rule),
                    "Correct or remove the annotation @IgnoreRule, or the line \"-- ignore-rule:\" of an SQL"
                            + " file."));
        } else if (reason.isBlank()) {
            findings.add(invalid(
                    revision,
                    "The rule \"" + rule + "\" is ignored without a reason.",
                    "Explain why the finding is acceptable: reason = \"...\" in @IgnoreRule, or after the rule in \"--"
                            + " ignore-rule:\" of an SQL file."));
        }
    }

    private static Finding invalid(String revision, String consequence, String suggestion) {
        return finding("invalid-migration", Severity.ERROR, revision, Problem.ofMigration(consequence, suggestion));
    }

    private static Finding finding(String rule, Severity severity, String revision, Problem problem) {
        return new Finding(rule, severity, revision, problem.operation(), problem.consequence(), problem.suggestion());
    }
}
