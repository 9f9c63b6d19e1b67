package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.ConnectionFailedException.Reason;
import dev.migrate.error.MigrateException;
import dev.migrate.event.RunListener;
import dev.migrate.internal.JdbcProxy;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failed attempts to connect: what they name, what they recommend, and which are repeated. */
class ConnectionFailureTest {

    private static final String CLOSED_PORT = "jdbc:mysql://127.0.0.1:1/chat?user=ann&password=top-secret";

    private static ConnectionFailedException failure(DataSource dataSource) {
        return failure(Migrator.builder().dataSource(dataSource).build());
    }

    private static ConnectionFailedException failure(Migrator migrator) {
        return catchThrowableOfType(ConnectionFailedException.class, migrator::current);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql:", "jdbc:mariadb:"})
    void theTargetIsNamed(String driver) {
        DataSource dataSource = TestDatabase.dataSource(CLOSED_PORT.replace("jdbc:mysql:", driver));

        ConnectionFailedException failure = failure(dataSource);

        assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
        assertThat(failure)
                .hasMessageContaining("Cannot connect to the database chat at 127.0.0.1:1 as user ann: ")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void theTargetOfAPoolIsNamed() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:mysql://127.0.0.1:1/chat");
        config.setUsername("ann");
        config.setPassword("top-secret");
        config.setConnectionTimeout(250);
        config.setInitializationFailTimeout(-1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            ConnectionFailedException failure = failure(pool);

            assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
            assertThat(failure)
                    .hasMessageContaining("the database chat at 127.0.0.1:1 as user ann: ")
                    .hasMessageNotContaining("top-secret");
        }
    }

    @DatabaseTest
    void anUnreachableServerIsTriedAgainIfRequested(TestDatabase database) {
        Retries retries = new Retries();
        AtomicInteger attempts = new AtomicInteger();
        DataSource starting = failingOnce(database.dataSource(), attempts);

        assertThat(failure(starting).reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
        assertThat(retries.reported).isEmpty();

        attempts.set(0);
        Migrator patient = Migrator.builder()
                .dataSource(starting)
                .connectRetries(2)
                .listener(retries)
                .build();
        assertThat(patient.current()).isEmpty();
        assertThat(retries.reported).containsExactly("1 of 2 after PT1S");
    }

    @DatabaseTest
    void aRejectedLoginIsNotTriedAgain(TestDatabase database) {
        for (DataSource dataSource : List.of(
                database.dataSource("nobody", "wrong", database.name()),
                TestDatabase.dataSource(
                        database.mariaDbUrl().replaceAll("user=[^&]*", "user=nobody") + "&password=wrong"))) {
            Retries retries = new Retries();
            Migrator migrator = Migrator.builder()
                    .dataSource(dataSource)
                    .connectRetries(5)
                    .listener(retries)
                    .build();

            assertThat(failure(migrator).reason()).isEqualTo(Reason.NOT_CONNECTED);
            assertThat(retries.reported).isEmpty();
        }
    }

    @Test
    void anInterruptEndsThePause() {
        Migrator migrator = Migrator.builder()
                .dataSource(TestDatabase.dataSource(CLOSED_PORT))
                .connectRetries(1_000)
                .build();
        Thread.currentThread().interrupt();

        ConnectionFailedException failure = failure(migrator);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
    }

    @DatabaseTest
    void aCertificateThatIsNotTrustedHasItsOwnRemedy(TestDatabase database) {
        String url = database.url().replaceAll("sslMode=[^&]*&?", "");
        ConnectionFailedException failure =
                failure(TestDatabase.dataSource(url + (url.endsWith("&") ? "" : "&") + "sslMode=VERIFY_CA"));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_CONNECTED);
        assertThat(failure.remedy()).contains("sslMode=").doesNotContain("host and port");

        String mariaDb = database.mariaDbUrl().replaceAll("sslMode=[^&]*&?", "");
        ConnectionFailedException ofMariaDb =
                failure(TestDatabase.dataSource(mariaDb + (mariaDb.endsWith("&") ? "" : "&") + "sslMode=verify-full"));
        assertThat(ofMariaDb.reason()).isEqualTo(Reason.NOT_CONNECTED);
        assertThat(ofMariaDb.remedy()).contains("sslMode=").doesNotContain("host and port");
    }

    @DatabaseTest
    void aPublicKeyThatIsNotRetrievedHasItsOwnRemedy(TestDatabase database) {
        if (database.query("SHOW PLUGINS").stream().noneMatch(row -> "caching_sha2_password".equals(row.get(0)))) {
            assertThat(database.column("SELECT VERSION()").get(0)).matches("5\\.7\\..*|.*MariaDB.*");
            return;
        }
        String user = database.name() + "_key";
        database.execute(
                "CREATE USER " + user + " IDENTIFIED WITH caching_sha2_password BY 'top-secret'",
                "GRANT ALL ON " + database.name() + ".* TO " + user);
        try {
            String parameters = "?user=" + user + "&password=top-secret&sslMode=";
            String url = database.url().replaceFirst("\\?.*", "") + parameters + "DISABLED";
            String mariaDb = database.mariaDbUrl().replaceFirst("\\?.*", "") + parameters + "disable";
            for (String one : List.of(url, mariaDb)) {
                ConnectionFailedException failure = failure(TestDatabase.dataSource(one));

                assertThat(failure.reason()).isEqualTo(Reason.NOT_CONNECTED);
                assertThat(failure.remedy()).contains("allowPublicKeyRetrieval=true", "sslMode=");
            }
        } finally {
            database.execute("DROP USER " + user);
        }
    }

    /** Refuses the first connection like a server that is starting. */
    private static DataSource failingOnce(DataSource dataSource, AtomicInteger attempts) {
        return JdbcProxy.of(DataSource.class, dataSource, (method, original) -> {
            if (attempts.incrementAndGet() == 1) {
                throw new SQLException("Communications link failure", "08S01");
            }
            return original.proceed();
        });
    }

    private static final class Retries implements RunListener {

        private final List<String> reported = new ArrayList<>();

        @Override
        public void retryingConnection(MigrateException cause, int retry, int retries, Duration pause) {
            reported.add(retry + " of " + retries + " after " + pause);
        }
    }
}
