package dev.migrate.diff;

import static dev.migrate.diff.Diffs.descriptions;
import static dev.migrate.diff.Diffs.diff;
import static dev.migrate.diff.Diffs.notes;
import static dev.migrate.diff.Diffs.schema;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dropped and added objects may be renames, which have to be declared. */
class RenamesTest {

    private static final Table USERS = users("users", "name", 40);

    private static Table users(String table, String name, int length) {
        return table(table, t -> {
            t.column("id", bigint()).notNull();
            t.column(name, varchar(length)).notNull();
            t.column("age", integer());
            t.primaryKey("id");
            t.index("ix_" + name, name);
        });
    }

    private static Table pets(String owners) {
        return table("pets", t -> {
            t.column("id", bigint()).notNull();
            t.column("owner", bigint());
            t.primaryKey("id");
            t.foreignKey("fk_owner", "owner").references(owners, "id");
        });
    }

    @Test
    void aSimilarColumnMayBeARename() {
        SchemaDiff diff = diff(USERS, users("users", "full_name", 40));

        assertThat(diff.probableRenames())
                .containsExactly(
                        new ProbableRename("users", "name", "full_name", "same type, same attributes, same position"));
        assertThat(descriptions(diff))
                .containsExactly(
                        "add column users.full_name",
                        "alter column users.full_name",
                        "create index ix_full_name on users",
                        "drop index ix_name on users",
                        "drop column users.name");
        assertThat(notes(diff))
                .filteredOn(note -> note.contains("Renames.column(\"users\", \"name\", \"full_name\")"))
                .hasSize(2);
    }

    @Test
    void aColumnOfAnotherTypeIsNoRename() {
        assertThat(diff(USERS, users("users", "full_name", 41)).probableRenames())
                .isEmpty();
    }

    @Test
    void aTableWithTheSameColumnsMayBeARename() {
        SchemaDiff diff = diff(USERS, users("people", "name", 40));

        assertThat(diff.probableRenames())
                .containsExactly(new ProbableRename(null, "users", "people", "3 of 3 columns are the same"));
        assertThat(descriptions(diff)).containsExactly("create table people", "drop table users");
        assertThat(notes(diff))
                .filteredOn(note -> note.contains("Renames.table(\"users\", \"people\")"))
                .hasSize(2);
    }

    @Test
    void declaredRenamesAreAppliedBeforeTheComparison() {
        Renames renames = Renames.NONE.table("users", "people").column("people", "name", "full_name");
        Schema from = schema(pets("users"), USERS);
        Schema to = schema(users("people", "full_name", 50), pets("people"));

        SchemaDiff diff = SchemaDiff.between(from, to, Diffs.OPTIONS.renames(renames));

        assertThat(descriptions(diff))
                .containsExactly(
                        "rename table users to people",
                        "rename column people.name to full_name",
                        "rename index ix_name on people to ix_full_name",
                        "alter column people.full_name");
        assertThat(diff.probableRenames()).isEmpty();
        List<Operation> operations =
                diff.changes().stream().map(Change::operation).toList();
        assertThat(Operations.inverseOf(operations).stream().map(Operation::description))
                .containsExactly(
                        "alter column people.full_name",
                        "rename index ix_full_name on people to ix_name",
                        "rename column people.full_name to name",
                        "rename table people to users");
    }

    @Test
    void aRenameToAnExistingColumnIsRejected() {
        DiffOptions options = Diffs.OPTIONS.renames(Renames.NONE.column("users", "name", "age"));

        assertThatThrownBy(() -> SchemaDiff.between(schema(USERS), schema(users("users", "x", 1)), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Column users.name cannot be renamed to age");
    }

    @Test
    void aRenameOfAMissingTableIsRejected() {
        DiffOptions options = Diffs.OPTIONS.renames(Renames.NONE.table("nobody", "users"));

        assertThatThrownBy(() -> SchemaDiff.between(schema(), schema(USERS), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Table nobody cannot be renamed to users");
    }
}
