package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.StatementFailedException;
import dev.migrate.lint.LintOptions;
import dev.migrate.plan.Direction;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.plan.VerifiedRevision.Status;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.TextFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Repeatable migrations in scratch databases: in verifications and rehearsals. */
class RepeatableTrialsTest {

    @TempDir
    private Path folder = Path.of("");

    private void write(String name, String text) {
        TextFile.write(folder.resolve(name + ".sql"), text);
    }

    private void repeatable(String name, String statement) {
        write(name, "-- repeatable: " + name + "\n" + statement + ";\n");
    }

    private void view(String name, String query) {
        repeatable(name, "CREATE OR REPLACE VIEW " + name + " AS " + query);
    }

    private void writeFirst() {
        write("001", "-- revision: 001\nCREATE TABLE item (id INT PRIMARY KEY, price INT NOT NULL);\n");
    }

    private void writeSecond() {
        write("002", "-- revision: 002\n-- parents: 001\nALTER TABLE item ADD tax INT NOT NULL DEFAULT 1;\n");
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder)
                .build();
    }

    private Verification verification(TestDatabase database) {
        return migrator(database).authoring().verify(LintOptions.DEFAULT);
    }

    private static List<String> results(Verification verification) {
        return verification.revisions().stream()
                .map(each -> each.revision().id() + " " + each.status())
                .toList();
    }

    private static List<String> details(Verification verification, Status status) {
        return verification.revisions().stream()
                .filter(each -> each.status() == status)
                .map(VerifiedRevision::details)
                .flatMap(List::stream)
                .toList();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aVerificationRunsThemTwiceAfterTheRevisions(TestDatabase database) {
        writeFirst();
        view("a_view", "SELECT id FROM z_view");
        repeatable("grants", "GRANT SELECT ON item TO nobody");
        repeatable("rows", "REPLACE INTO item (id, price) VALUES (1, 1)");
        view("z_view", "SELECT id FROM item");

        Verification verification = verification(database);

        assertThat(results(verification))
                .containsExactly(
                        "001 VERIFIED", "grants SKIPPED", "rows VERIFIED", "z_view VERIFIED", "a_view VERIFIED");
        assertThat(details(verification, Status.SKIPPED))
                .singleElement()
                .asString()
                .startsWith("grants cannot be verified: a statement may reach ");
        assertThat(verification.isSuccessful()).isTrue();
        assertThat(verification.schema()).contains("a_view", "z_view");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aVerificationFindsThoseThatAreNotRepeatable(TestDatabase database) {
        writeFirst();
        repeatable("key", "ALTER TABLE item ADD KEY (price)");
        repeatable("rows", "INSERT INTO item (id, price) VALUES (1, 1)");
        view("z_view", "SELECT id FROM item");

        Verification verification = verification(database);

        assertThat(results(verification))
                .containsExactly("001 VERIFIED", "key FAILED", "rows FAILED", "z_view SKIPPED");
        assertThat(details(verification, Status.FAILED))
                .satisfiesExactly(
                        key -> assertThat(key)
                                .startsWith("The second run has another result than the first: table item")
                                .contains("price_2"),
                        rows -> assertThat(rows)
                                .startsWith("The second run failed. ")
                                .contains("Duplicate entry '1'"));
        assertThat(verification.isSuccessful()).isFalse();
        assertThat(verification.schema()).isNull();

        repeatable("rows", "REPLACE INTO item (id, price) VALUES (1, 1)");
        verification = verification(database);
        assertThat(results(verification))
                .containsExactly("001 VERIFIED", "key FAILED", "rows VERIFIED", "z_view VERIFIED");
        assertThat(verification.schema()).contains("z_view").doesNotContain("price_2");

        repeatable("use", "USE other");
        assertThat(results(verification(database)))
                .containsExactly("001 VERIFIED", "use FAILED", "key SKIPPED", "rows SKIPPED", "z_view SKIPPED");
    }

    private static List<String> statements(Rehearsal rehearsal) {
        return rehearsal.statements().stream()
                .map(each -> each.direction() + " " + each.revision().id())
                .toList();
    }

    private static void assertSuccessful(Rehearsal rehearsal) {
        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.remarks()).isEmpty();
        assertThat(rehearsal.difference())
                .isNotNull()
                .satisfies(diff -> assertThat(diff.changes()).isEmpty());
        assertThat(rehearsal.remainder())
                .isNotNull()
                .satisfies(diff -> assertThat(diff.changes()).isEmpty());
        assertThat(rehearsal.isSuccessful()).isTrue();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aRehearsalRunsThemInBothDirections(TestDatabase database) {
        writeFirst();
        view("v", "SELECT id, price FROM item");
        migrator(database).upgrade();
        writeSecond();
        view("v", "SELECT id, price + tax AS price FROM item");
        view("w", "SELECT id FROM v");

        Rehearsal up = migrator(database).rehearse(Direction.UP);
        assertSuccessful(up);
        assertThat(statements(up)).containsExactly("UP 002", "UP v", "UP w", "DOWN w", "DOWN 002", "DOWN v");
        assertThat(database.tables()).containsExactly("alembic_version", "item", "v");

        migrator(database).upgrade();
        Rehearsal down = migrator(database).rehearse(Direction.DOWN, "001");
        assertSuccessful(down);
        assertThat(statements(down)).containsExactly("DOWN w", "DOWN 002", "DOWN v", "UP 002", "UP v", "UP w");

        view("w", "SELECT id, price FROM v");
        Rehearsal text = migrator(database).rehearse(1, Direction.UP);
        assertSuccessful(text);
        assertThat(statements(text)).containsExactly("UP w", "DOWN w");
        assertThat(migrator(database).check().pending()).hasSize(1);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aRehearsalReportsThoseThatFailOrCannotBeRehearsed(TestDatabase database) {
        writeFirst();
        repeatable("grants", "GRANT SELECT ON item TO nobody");
        view("v", "SELECT tax FROM item");

        Rehearsal rehearsal = migrator(database).rehearse(Direction.UP);

        assertThat(rehearsal.failure())
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("Migration v failed")
                .hasMessageContaining("'tax'");
        assertThat(rehearsal.remarks())
                .anySatisfy(remark ->
                        assertThat(remark).startsWith("The repeatable migration grants cannot be rehearsed: "));
    }
}
