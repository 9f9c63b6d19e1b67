package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.event.RunListener;
import dev.migrate.journal.Action;
import dev.migrate.journal.EditPolicy;
import dev.migrate.journal.EditedMigration;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Applied migrations that have changed since they ran. */
class EditedMigrationTest {

    private static final String ORIGINAL =
            "-- revision: 001\nCREATE TABLE a (id INT); -- the first\nCREATE TABLE b (name VARCHAR(20));\n";

    @TempDir
    private Path folder = Path.of("");

    @Revision(id = "001")
    private record Table(String column) implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("a", t -> t.column(column, integer()));
        }
    }

    @Revision(id = "001")
    private record UsesMissingClass() implements Migration {
        @Override
        public void up(Operations op) {
            throw new NoClassDefFoundError("com/example/Removed");
        }
    }

    @Revision(id = "002", parents = "001")
    private static final class Next implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("b", t -> t.column("id", integer()));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private MigratorBuilder builder(TestDatabase database) {
        return Migrator.builder().dataSource(database.dataSource()).sources(folder);
    }

    private Migrator migrator(TestDatabase database) {
        return builder(database).build();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void commentsWhiteSpaceAndLineEndingsDoNotCount(TestDatabase database) throws IOException {
        write("001.sql", ORIGINAL);
        migrator(database).upgrade("head");

        write(
                "001.sql",
                "\ufeff-- revision: 001\r\n-- up\r\nCREATE  TABLE a\r\n(id /* key */ INT);\r\nCREATE TABLE b (name VARCHAR(20) );");

        assertThat(migrator(database).check().edited()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void checkShowsTheDifferences(TestDatabase database) throws IOException {
        write("001.sql", ORIGINAL);
        migrator(database).upgrade("head");

        write(
                "001.sql",
                "-- revision: 001\nCREATE TABLE a (id INT);\nCREATE TABLE b (name VARCHAR(30));\nSET @a = 1;\n");

        CheckResult result = migrator(database).check();
        assertThat(result.edited())
                .containsExactly(new EditedMigration(
                        "001",
                        1,
                        List.of(
                                new EditedMigration.Difference(
                                        2, "CREATE TABLE b (name VARCHAR(20))", "CREATE TABLE b (name VARCHAR(30))"),
                                new EditedMigration.Difference(3, "", "SET @a = 1"))));
        assertThat(result.isUpToDate()).isTrue();
        assertThat(builder(database)
                        .editedMigrations(EditPolicy.REFUSE)
                        .build()
                        .check()
                        .isUpToDate())
                .isFalse();
        assertThat(builder(database)
                        .editedMigrations(EditPolicy.IGNORE)
                        .build()
                        .check()
                        .edited())
                .isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aRunWarnsOrRefuses(TestDatabase database) throws IOException {
        write("001.sql", ORIGINAL);
        migrator(database).upgrade("head");
        write("001.sql", ORIGINAL.replace("20", "30"));
        write("002.sql", "-- revision: 002\n-- parents: 001\nCREATE TABLE c (id INT);\n");

        assertThatThrownBy(() -> builder(database)
                        .editedMigrations(EditPolicy.REFUSE)
                        .build()
                        .upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageStartingWith("Applied migrations have changed since they ran: 001. Nothing was changed.");
        assertThat(database.tables()).doesNotContain("c");

        List<EditedMigration> warnings = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void editedMigrations(List<EditedMigration> edited) {
                warnings.addAll(edited);
            }
        };
        assertThat(builder(database).listener(listener).build().upgrade("head").after())
                .containsExactly("002");
        assertThat(warnings).extracting(EditedMigration::revision).containsExactly("001");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theNewTextIsAcceptedWithAReason(TestDatabase database) throws IOException {
        write("001.sql", ORIGINAL);
        migrator(database).upgrade("head");
        write("001.sql", ORIGINAL.replace("20", "30"));

        assertThat(migrator(database).acceptEdited("the length was raised by hand"))
                .extracting(EditedMigration::revision)
                .containsExactly("001");

        assertThat(migrator(database).check().edited()).isEmpty();
        assertThat(migrator(database).acceptEdited("again")).isEmpty();
        JournalStep accepted =
                migrator(database).journal(JournalPage.newestFirst(1)).get(0);
        assertThat(accepted.action()).isEqualTo(Action.STAMP);
        assertThat(accepted.note()).isEqualTo("The edited migration was accepted: the length was raised by hand");
        assertThat(accepted.actor().account()).isNotBlank();
        assertThat(accepted.statements().get(1).text()).contains("VARCHAR(30)");
        assertThat(migrator(database).current())
                .extracting(status -> status.revision().id())
                .containsExactly("001");
        migrator(database).downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aClassIsComparedAsWell(TestDatabase database) {
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Table("x"))
                .build()
                .upgrade("head");

        Migrator edited = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Table("y"))
                .build();

        assertThat(edited.check().edited())
                .extracting(EditedMigration::revision)
                .containsExactly("001");
    }

    @DatabaseTest(one = true)
    void aStampedRevisionIsNotCompared(TestDatabase database) throws IOException {
        write("001.sql", ORIGINAL);
        migrator(database).stamp("001");

        assertThat(migrator(database).check().edited()).isEmpty();
    }

    @DatabaseTest(one = true)
    void anAppliedClassThatCanNoLongerRunIsNotCompared(TestDatabase database) {
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Table("x"))
                .build()
                .upgrade("head");

        Migrator next = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new UsesMissingClass(), new Next())
                .build();

        assertThat(next.check().edited()).isEmpty();
        assertThat(next.upgrade("head").after()).containsExactly("002");
    }
}
