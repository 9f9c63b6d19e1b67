package dev.migrate.internal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.provider.ScratchDatabase;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scratch databases of killed processes are dropped by the next run; those in use, recent or foreign ones are not. */
class AbandonedScratchDatabasesTest {

    private final List<String> created = new ArrayList<>();

    private String create(TestDatabase database, String name) {
        database.execute("CREATE DATABASE " + name);
        created.add(name);
        return name;
    }

    @DatabaseTest
    void onlyAbandonedDatabasesAreDropped(TestDatabase database) throws SQLException {
        Instant now = Instant.ofEpochSecond(Long.parseLong(
                String.valueOf(database.column("SELECT UNIX_TIMESTAMP()").get(0))));
        Instant old = now.minus(Duration.ofMinutes(61));
        try (Connection user = database.dataSource().getConnection();
                Statement using = user.createStatement()) {
            String abandoned = create(database, ScratchName.at(old).text());
            String used = create(database, ScratchName.at(old).text());
            String recent = create(database, ScratchName.at(now).text());
            String foreign = create(database, ScratchName.PREFIX + "of_" + database.name());
            using.execute(AbandonedScratchDatabases.lock(used));

            MySqlScratchDatabase.create(database.dataSource()).close();

            assertThat(database.column("SHOW DATABASES"))
                    .contains(used, recent, foreign)
                    .doesNotContain(abandoned);
        } finally {
            created.forEach(name -> database.execute("DROP DATABASE IF EXISTS " + name));
        }
    }

    @DatabaseTest
    void aSessionHoldsTheLockWhileItUsesTheDatabase(TestDatabase database) throws SQLException {
        try (ScratchDatabase scratch = MySqlScratchDatabase.create(database.dataSource())) {
            String isFree = "SELECT IS_FREE_LOCK('" + scratch.name() + "')";
            try (Connection connection = scratch.dataSource().getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(scratch.name());
                assertThat(database.column(isFree)).containsExactly("0");
            }
            assertThat(database.column(isFree)).containsExactly("1");
        }
    }

    @Test
    void namesOfOtherOriginAreNotParsed() {
        assertThat(ScratchName.parse("migrate_scratch_0123456789abcdef")).isEmpty();
        assertThat(ScratchName.parse("migrate_scratch_mine")).isEmpty();
        Instant now = Instant.ofEpochSecond(1_800_000_000);
        assertThat(ScratchName.parse(ScratchName.at(now).text()))
                .map(ScratchName::createdAt)
                .contains(now);
    }
}
