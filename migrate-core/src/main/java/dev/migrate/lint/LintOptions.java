package dev.migrate.lint;

import dev.migrate.provider.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of a check by rules. Immutable.
 *
 * @param severities the severities of rules that differ from the default, by the id of the rule
 * @param servers the servers for which each migration is rendered; may be empty
 */
public record LintOptions(Map<String, Severity> severities, List<ServerVersion> servers) {

    /** Every rule with its default severity, and no server. */
    public static final LintOptions DEFAULT = new LintOptions(Map.of(), List.of());

    /** Copies the collections. */
    public LintOptions {
        severities = Map.copyOf(severities);
        servers = List.copyOf(servers);
    }

    /**
     * Returns a copy with another severity for a rule.
     *
     * @param rule the id of the rule
     * @param severity the severity; {@link Severity#OFF} switches the rule off
     * @return the copy
     */
    public LintOptions with(String rule, Severity severity) {
        Map<String, Severity> changed = new TreeMap<>(severities);
        changed.put(rule, severity);
        return new LintOptions(changed, servers);
    }

    /**
     * Returns a copy with one more server.
     *
     * @param server the server for which each migration must render
     * @return the copy
     */
    public LintOptions with(ServerVersion server) {
        List<ServerVersion> more = new ArrayList<>(servers);
        more.add(server);
        return new LintOptions(severities, more);
    }
}
