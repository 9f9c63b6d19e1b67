package dev.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The harness notices what must not be. */
class AftermathTest {

    private static final ServerState STATE = new ServerState(
            Map.of("TABLE t", "CREATE TABLE `t` (`id` int)"), Map.of("t", List.of("[1]", "[2]"), "witness", List.of()));
    private static final Aftermath RIGHT =
            new Aftermath(List.of("UP c1 DONE, 1 of 1"), List.of("CREATE TABLE t (id INT)", "DROP VIEW v"), STATE);

    @Test
    void whatIsEqualDoesNotDiffer() {
        assertThat(RIGHT.differences(new Aftermath(RIGHT.steps(), RIGHT.statements(), STATE)))
                .isEmpty();
    }

    @Test
    void aRowMoreAndATableLessAreReported() {
        ServerState doctored =
                new ServerState(Map.of(), Map.of("t", List.of("[1]", "[2]", "[2]"), "witness", List.of()));

        assertThat(RIGHT.differences(new Aftermath(RIGHT.steps(), RIGHT.statements(), doctored)))
                .containsExactly(
                        "TABLE t: expected CREATE TABLE `t` (`id` int) but found null",
                        "rows of t: expected [[1], [2]] but found [[1], [2], [2]]");
    }

    @Test
    void aStatementThatRanTwiceOrNotAtAllIsReported() {
        List<String> twice = List.of("CREATE TABLE t (id INT)", "DROP VIEW v", "DROP VIEW v");

        assertThat(RIGHT.differences(new Aftermath(RIGHT.steps(), twice, STATE)))
                .hasSize(1);
        assertThat(RIGHT.differences(new Aftermath(RIGHT.steps(), List.of("DROP VIEW v"), STATE)))
                .hasSize(1);
    }

    @Test
    void aStepThatIsNotDoneIsReported() {
        List<String> unfinished = List.of("UP c1 STARTED, 0 of 1");

        assertThat(RIGHT.differences(new Aftermath(unfinished, RIGHT.statements(), STATE)))
                .containsExactly("the journal has [UP c1 STARTED, 0 of 1] instead of [UP c1 DONE, 1 of 1]");
    }

    @CrashServerTest
    void whatIsDoneTwiceOnAServerIsReported(CrashServer server) throws SQLException {
        try (CrashDatabase database = new CrashDatabase(server, "doctored")) {
            database.recreate();
            BinaryLog log = BinaryLog.end(database.connection());
            database.migrator().upgrade("c2");
            Aftermath right = Aftermath.of(database, log);

            try (Statement statement = database.connection().createStatement()) {
                statement.execute("INSERT INTO witness VALUES ('c2 up')");
                statement.execute("ALTER TABLE `author` DROP INDEX `ix_email`");
                statement.execute("ALTER TABLE `author` ADD KEY `ix_email` (`email`)");
            }

            assertThat(right.differences(Aftermath.of(database, log)))
                    .hasSize(2)
                    .anyMatch(difference -> difference.contains("[[c2 up]] but found [[c2 up], [c2 up]]"))
                    .anyMatch(difference -> difference.contains("DROP INDEX `ix_email`"));
        }
    }
}
