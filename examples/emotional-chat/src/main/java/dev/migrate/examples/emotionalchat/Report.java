package dev.migrate.examples.emotionalchat;

import dev.migrate.RunResult;
import dev.migrate.ServerInfo;
import dev.migrate.event.CompletedStep;
import dev.migrate.plan.Direction;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints a report of the application's actions. */
final class Report {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    /** The indentation of a message's text. */
    private static final String BELOW = " ".repeat(22);

    private final PrintStream out;
    private boolean isFirst = true;

    Report(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        out.print(isFirst ? "" : "\n");
        out.println(text);
        isFirst = false;
    }

    void line(String text) {
        out.println("  " + text);
    }

    void print(ServerInfo server) {
        line(server.version() + ", " + (server.database() == null ? "no database" : "database " + server.database()));
    }

    void print(RunResult result) {
        for (CompletedStep completed : result.steps()) {
            line(String.format(
                    Locale.ROOT,
                    "%s  %-24s  %-9s %s, %s in %d ms",
                    completed.revision().id(),
                    completed.revision().message(),
                    completed.direction() == Direction.UP ? "applied" : "reverted",
                    MOMENT.format(completed.completedAt()),
                    statements(completed.statements()),
                    completed.elapsed().toMillis()));
        }
        if (result.steps().isEmpty()) {
            line("Nothing to do: the database is at " + String.join(", ", result.after()) + ".");
        }
    }

    private static String statements(int count) {
        return count + (count == 1 ? " statement" : " statements");
    }

    void print(Conversation conversation) {
        User user = conversation.user();
        line(user.displayName() + " <" + user.email() + ">: " + conversation.title());
        for (Message message : conversation.messages()) {
            String sender = message.sender().word();
            line(String.format(Locale.ROOT, "%-10s%-10s%s", TIME.format(message.sentAt()), sender, message.content()));
            if (message.quoted() != null) {
                out.println(BELOW + "quotes " + message.quoted());
            }
            Emotion emotion = message.emotion();
            if (emotion != null) {
                out.println(
                        BELOW + emotion.feeling().word() + " " + emotion.confidence() + "  " + emotion.scoresAsJson());
            }
        }
        Feedback feedback = conversation.feedback();
        line(
                feedback == null
                        ? "no feedback"
                        : String.format(
                                Locale.ROOT,
                                "%-10s%-10s%s",
                                "feedback",
                                feedback.rating() + " of 5",
                                feedback.remark() + " (" + feedback.category() + ")"));
    }
}
