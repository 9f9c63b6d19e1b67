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
 * A change of some attributes of a column, or of its name, that must repeat all other attributes of the current
 * definition.
 *
 * @param name the column's name
 * @param newName its new name
 * @param edits the attributes to change
 * @param position the position as SQL with a leading blank, or empty
 */
record CurrentColumnDefinition(String name, String newName, Map<Part, String> edits, String position)
        implements AlterClause {

    @Override
    public String text() {
        String changes = edits.isEmpty()
                ? "/* its current definition */"
                : "/* its current definition, with */ " + String.join(" ", edits.values());
        return "CHANGE COLUMN " + Quoting.name(name) + " " + Quoting.name(newName) + " " + changes + position;
    }

    @Override
    public Optional<Unknown> unknown() {
        String parts = Arrays.stream(Part.values())
                .filter(part -> !edits.containsKey(part))
                .map(Part::inWords)
                .collect(Collectors.joining(", "));
        return Optional.of(new Unknown(
                "the " + parts + " of column " + name,
                "Specify all attributes of column " + name + " with redefineColumn."));
    }

    @Override
    public String complete(TableText live) {
        String definition =
                ColumnText.of(live.column(name)).inheriting(live.collation()).with(edits);
        return "CHANGE COLUMN " + Quoting.name(name) + " " + Quoting.name(newName) + " " + definition + position;
    }
}
