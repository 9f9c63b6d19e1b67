package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.TableText;
import java.util.Optional;

/** Renames an index on a server without RENAME INDEX: it is dropped and created in one statement. */
record RenamedIndex(String from, String to) implements AlterClause {

    @Override
    public String text() {
        return "DROP INDEX " + Quoting.name(from) + ", ADD /* its definition as */ " + Quoting.name(to);
    }

    @Override
    public Optional<Unknown> unknown() {
        return Optional.of(
                new Unknown("the definition of index " + from, "Use dropIndex and createIndex with its columns."));
    }

    @Override
    public String complete(TableText live) {
        String definition =
                live.index(from).orElseThrow(() -> new IllegalStateException("The table has no index " + from));
        String quoted = "KEY " + Quoting.name(from) + " (";
        int at = definition.indexOf(quoted);
        return "DROP INDEX " + Quoting.name(from) + ", ADD " + definition.substring(0, at) + "KEY " + Quoting.name(to)
                + definition.substring(at + quoted.length() - 2);
    }
}
