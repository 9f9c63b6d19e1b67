package dev.migrate.examples.emotionalchat;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.Migrator;
import dev.migrate.ServerInfo;
import dev.migrate.error.MigrateException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The entry point of the application, which first migrates its database and then uses it.
 *
 * <p>Without an argument, it starts an embedded server. Otherwise, it uses the database of the JDBC URL; the password
 * is in the URL or in the environment variable {@value #PASSWORD_VARIABLE}.
 */
public final class EmotionalChat {

    private static final String DATABASE = "emotional_chat";
    private static final String MIGRATIONS = "dev.migrate.examples.emotionalchat.migrations";
    private static final String PASSWORD_VARIABLE = "MIGRATE_PASSWORD";
    private static final String URL_PREFIX = "jdbc:mysql://";

    private final Report report;

    private EmotionalChat(Report report) {
        this.report = report;
    }

    /**
     * Runs the application and ends the process: with 0 for success, 1 for a failure.
     *
     * @param arguments the JDBC URL of a database, or nothing
     */
    public static void main(String[] arguments) {
        String url = arguments.length == 0 ? "" : arguments[0];
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(url, System.getenv(PASSWORD_VARIABLE), out, System.err));
    }

    static int run(String url, @Nullable String password, PrintStream out, PrintStream err) {
        EmotionalChat application = new EmotionalChat(new Report(out));
        try {
            if (url.isBlank()) {
                application.runOnEmbeddedServer();
            } else if (url.startsWith(URL_PREFIX)) {
                application.run(url, password);
            } else {
                err.println("emotional-chat: The JDBC URL must begin with " + URL_PREFIX + ", for MariaDB as well.");
                return 1;
            }
            return 0;
        } catch (MigrateException e) {
            err.println("emotional-chat: " + e.getMessage());
        } catch (SQLException e) {
            String cause = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            err.println("emotional-chat: The database reported an error: " + cause);
        } catch (IOException e) {
            err.println("emotional-chat: " + e.getMessage() + ". Pass the JDBC URL of a server as the argument.");
        }
        return 1;
    }

    private void runOnEmbeddedServer() throws IOException, SQLException {
        report.heading("Starting an embedded MariaDB");
        try (EmbeddedServer server = EmbeddedServer.start()) {
            run(server.createDatabase(DATABASE), null);
        }
        report.heading("The embedded MariaDB is stopped, and its files are deleted.");
    }

    private void run(String url, @Nullable String password) throws SQLException {
        try (HikariDataSource pool = pool(url, password)) {
            Migrator migrator =
                    Migrator.builder().dataSource(pool).scan(MIGRATIONS).build();
            ServerInfo server = migrator.check().server();
            report.heading("Database");
            report.print(server);

            report.heading("Upgrade to head");
            report.print(migrator.upgrade("head"));

            talk(new ConversationRepository(pool));

            report.heading("Downgrade by one revision");
            report.print(migrator.downgrade("-1"));
            report.line("The table user_feedback is dropped, and all feedback with it.");

            report.heading("Upgrade to head again");
            report.print(migrator.upgrade("head"));
            report.line("The table user_feedback is back, and empty.");
        }
    }

    private void talk(ConversationRepository conversations) throws SQLException {
        LocalDateTime twoMinutesAgo = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(2);
        long session = conversations.store(Conversation.example(twoMinutesAgo));
        report.heading("Conversation " + session + ", stored and read back");
        Conversation stored = conversations.find(session);
        if (stored == null) {
            throw new IllegalStateException("Session " + session + " was stored but cannot be found.");
        }
        report.print(stored);
    }

    /** Connects on the first request for a connection, and then fails immediately with the server's error. */
    private static HikariDataSource pool(String url, @Nullable String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        if (password != null) {
            pool.setPassword(password);
        }
        pool.setMaximumPoolSize(4);
        // Every time that the server fills in is in UTC, independent of its time zone.
        pool.setConnectionInitSql("SET time_zone = '+00:00'");
        return pool;
    }
}
