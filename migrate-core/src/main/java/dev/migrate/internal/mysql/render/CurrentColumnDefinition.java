package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.parse.ColumnText;
import dev.migrate.internal.mysql.parse.ColumnText.Part;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.TableText;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change of some attributes of a column, or its name, that has to repeat all others as they are when the statement
 * runs.
 *
 * @param name the column's name
 * @param newName its name afterwards
 * @param edits the attributes that change
 * @param position where it stands, in SQL with a blank in front, or nothing
 */
record CurrentColumnDefinition(String name, String newName, Map<Part, String> edits, String position)
        implements AlterClause {

    @Override
    public String text() {
        String changes = edits.isEmpty() ? "its definition" : "its definition with " + String.join(" ", edits.values());
        return "CHANGE COLUMN " + Quoting.name(name) + " " + Quoting.name(newName) + " " + changes + position;
    }

    @Override
    public Optional<Unknown> unknown() {
        String parts = Arrays.stream(Part.values())
                .filter(part -> !edits.containsKey(part))
                .map(Part::inWords)
                .collect(Collectors.joining(", "));
        return Optional.of(new Unknown(
                "the " + parts + " of column " + name, "Give all of column " + name + " with redefineColumn."));
    }

    @Override
    public String complete(TableText live) {
        String definition = ColumnText.of(live.column(name)).with(edits);
        return "CHANGE COLUMN " + Quoting.name(name) + " " + Quoting.name(newName) + " " + definition + position;
    }
}
