package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.error.MigrateException;
import dev.migrate.event.RunListener;
import dev.migrate.internal.mysql.session.LockName;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A run that disappears without closing its connection, as after a power failure or a firewall timeout: the server
 * keeps the session and its lock.
 */
class LostClientTest {

    /** Instead of the 45 seconds of a run. */
    private static final Duration IDLE = Duration.ofSeconds(2);

    @Revision(id = "1", message = "one and two")
    static final class Tables implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("one", t -> t.column("id", integer()));
            op.execute("INSERT INTO one VALUES (1)");
            op.createTable("two", t -> t.column("id", integer()));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("two");
            op.dropTable("one");
        }
    }

    @Revision(id = "1", message = "after how long without a command the server ends the session")
    static final class Timeout implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("timeout", t -> t.column("seconds", integer()));
            op.execute("INSERT INTO timeout VALUES (@@SESSION.wait_timeout)");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("timeout");
        }
    }

    /** A proxy between a client and the server that drops its connections when a statement starts. */
    private static final class Firewall implements RunListener, AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final TestDatabase database;
        private final URI server;
        private final int statement;
        private final List<Socket> clients = new ArrayList<>();
        private final Set<Socket> forgotten = new HashSet<>();
        private final List<Socket> all = new ArrayList<>();
        private final List<String> lockWasFree = new ArrayList<>();
        private boolean isForgetful = true;

        Firewall(TestDatabase database, int statement) throws IOException {
            this.database = database;
            server = URI.create(database.url().substring("jdbc:".length()));
            this.statement = statement;
            inBackground(this::accept);
        }

        DataSource dataSource() {
            MysqlDataSource dataSource = new MysqlDataSource();
            dataSource.setUrl("jdbc:mysql://127.0.0.1:" + listener.getLocalPort() + server.getRawPath() + "?"
                    + server.getRawQuery());
            return dataSource;
        }

        @Override
        public void statementStarted(Step step, int number, String text) {
            if (isForgetful && number == statement) {
                isForgetful = false;
                forget();
            }
        }

        @Override
        public void reconnecting(MigrateException cause) {
            String lock = LockName.of(database.name(), "alembic_version");
            lockWasFree.addAll(database.column("SELECT IS_FREE_LOCK('" + lock + "')"));
        }

        private synchronized void forget() {
            forgotten.addAll(clients);
            clients.forEach(Firewall::end);
            clients.clear();
        }

        private void accept() {
            try {
                while (true) {
                    Socket client = listener.accept();
                    Socket toServer = new Socket(server.getHost(), server.getPort());
                    add(client, toServer);
                    inBackground(() -> pass(client, toServer, client));
                    inBackground(() -> pass(toServer, client, client));
                }
            } catch (IOException e) {
                // It was closed.
            }
        }

        private synchronized void add(Socket client, Socket toServer) {
            clients.add(client);
            all.add(client);
            all.add(toServer);
        }

        /** Failures on the client's side are hidden from the server: nothing is closed. */
        private void pass(Socket from, Socket to, Socket client) {
            byte[] buffer = new byte[8192];
            try {
                int length = from.getInputStream().read(buffer);
                while (length >= 0 && isRemembered(client)) {
                    to.getOutputStream().write(buffer, 0, length);
                    length = from.getInputStream().read(buffer);
                }
            } catch (IOException e) {
                // The client has disconnected.
            }
        }

        /** A client that notices the closed connection may send a quit command before it is closed here as well. */
        private synchronized boolean isRemembered(Socket client) {
            return !forgotten.contains(client);
        }

        private static void inBackground(Runnable work) {
            Thread thread = new Thread(work, "firewall");
            thread.setDaemon(true);
            thread.start();
        }

        private static void end(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void close() throws IOException {
            listener.close();
            all.forEach(Firewall::end);
        }
    }

    @DatabaseTest
    void itsLockIsReleasedBeforeTheNextRunTimesOut(TestDatabase database) throws IOException {
        try (Firewall firewall = new Firewall(database, 3)) {
            RunResult result = Migrator.builder()
                    .dataSource(firewall.dataSource())
                    .migrations(new Tables())
                    .listener(firewall)
                    .idleTimeout(IDLE)
                    .build()
                    .upgrade("head");

            assertThat(firewall.lockWasFree).containsExactly("0");
            assertThat(result.after()).containsExactly("1");
            assertThat(database.column("SELECT id FROM one")).containsExactly("1");
            assertThat(database.tables()).contains("one", "two");
        }
    }

    @DatabaseTest
    void theServerEndsTheSessionBeforeTheNextRunTimesOut(TestDatabase database) {
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Timeout())
                .build()
                .upgrade("head");

        // The default wait of the next run is 60 seconds.
        assertThat(database.column("SELECT seconds FROM timeout")).containsExactly("45");
    }
}
