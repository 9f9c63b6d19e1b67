package dev.migrate.jfr;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrator;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;

/** The events, in real recordings. */
class FlightRecorderListenerTest {

    @TempDir
    private Path folder;

    @Revision(id = "1", message = "create a table and insert a row into one that may be missing")
    static final class Tables implements Migration {
        @Override
        public void up(Operations op) {
            op.keepSeparate();
            op.createTable("t", t -> t.column("id", integer()));
            op.executeReversible("INSERT INTO other VALUES (41 + 1)", "DELETE FROM other");
        }
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Tables())
                .listener(new FlightRecorderListener())
                .build();
    }

    private List<RecordedEvent> recorded(Runnable action) throws IOException {
        Path file = folder.resolve("test.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            action.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.migrate."))
                .toList();
    }

    private static List<RecordedEvent> named(String name, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    @DatabaseTest
    void aRunAndItsStatementsAreRecorded(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE other (id INT)");

        List<RecordedEvent> events = recorded(() -> migrator(database).upgrade("head"));

        RecordedEvent run = named("dev.migrate.Run", events).get(0);
        assertThat(run.getString("direction")).isEqualTo("UP");
        assertThat(run.getString("targets")).isEqualTo("head");
        assertThat(run.getInt("steps")).isEqualTo(1);
        assertThat(run.getBoolean("resumption")).isFalse();
        assertThat(run.getString("failure")).isEmpty();
        assertThat(run.getDuration()).isGreaterThan(Duration.ZERO);
        assertThat(run.getThread().getJavaName())
                .isEqualTo(Thread.currentThread().getName());
        List<RecordedEvent> statements = named("dev.migrate.Statement", events);
        assertThat(statements)
                .extracting(statement -> statement.getInt("number"))
                .containsExactly(1, 2);
        assertThat(statements)
                .allMatch(statement -> statement.getString("revision").equals("1")
                        && statement.getBoolean("done")
                        && !statement.getDuration().isNegative()
                        && !statement.getEndTime().isAfter(run.getEndTime()));
        assertThat(events).noneMatch(event -> event.toString().contains("INSERT"));
    }

    @DatabaseTest
    void aFailureAndItsRepairAreRecorded(TestDatabase database) throws IOException {
        Migrator migrator = migrator(database);

        List<RecordedEvent> failed = recorded(
                () -> assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class));
        database.execute("CREATE TABLE other (id INT)");
        List<RecordedEvent> repaired = recorded(() -> migrator.upgrade("head"));

        assertThat(named("dev.migrate.Run", failed))
                .singleElement()
                .satisfies(run ->
                        assertThat(run.getString("failure")).isEqualTo(StatementFailedException.class.getName()));
        assertThat(named("dev.migrate.Statement", failed))
                .extracting(statement -> statement.getBoolean("done"))
                .containsExactly(true, false);
        assertThat(named("dev.migrate.Run", repaired))
                .singleElement()
                .satisfies(run -> assertThat(run.getBoolean("resumption")).isTrue());
        assertThat(named("dev.migrate.Statement", repaired))
                .extracting(statement -> statement.getInt("number"))
                .containsExactly(2);
    }

    @DatabaseTest(one = true)
    void nothingIsRecordedWithoutARecording(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE other (id INT)");
        migrator(database).upgrade("head");

        assertThat(recorded(() -> {})).isEmpty();
    }
}
