package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clauses after the name in {@code CREATE EVENT} and {@code ALTER EVENT}. Immutable.
 *
 * @param schedule the schedule, or null
 * @param isPreserved whether the server keeps the event when it has ended
 * @param newName the name after {@code RENAME TO}, or null
 * @param status the status as written, in upper case, or null
 * @param statusStart the offset of the status, or the one where it would be
 * @param statusEnd the offset after the status
 * @param comment the comment as an SQL literal, or null
 * @param body the statement after {@code DO}; empty if there is none
 */
public record EventText(
        @Nullable EventSchedule schedule,
        boolean isPreserved,
        @Nullable String newName,
        @Nullable String status,
        int statusStart,
        int statusEnd,
        @Nullable String comment,
        String body) {

    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, false);
    private static final Set<String> CLAUSES =
            Set.of("STARTS", "ENDS", "ON", "RENAME", "ENABLE", "DISABLE", "COMMENT", "DO");
    private static final String ENABLED = "ENABLE";
    private static final String EMPTY_COMMENT = "''";

    /** Parses the text after the name, which begins with the schedule. */
    public static EventText of(String definition) {
        return read(definition, new StatementReader(StatementTokens.of(definition, SYNTAX)));
    }

    /**
     * Parses the clauses of a statement.
     *
     * @param sql the statement
     * @param words its tokens; those up to the name have been read
     */
    public static EventText read(String sql, StatementReader words) {
        EventSchedule schedule = words.skip("ON", "SCHEDULE") ? schedule(sql, words) : null;
        boolean hasCompletion = words.skip("ON", "COMPLETION");
        boolean isPreserved = hasCompletion && !words.skip("NOT");
        words.skip("PRESERVE");
        String newName = words.skip("RENAME", "TO") ? words.name() : null;
        int start = startOf(words, sql);
        String status = status(words);
        int end = status == null ? start : endBefore(words, sql);
        String comment = null;
        if (words.skip("COMMENT")) {
            StatementToken text = words.next();
            comment = text == null || text.text().equals(EMPTY_COMMENT) ? null : text.text();
        }
        String body = words.skip("DO") ? sql.substring(startOf(words, sql)).strip() : "";
        return new EventText(schedule, isPreserved, newName, status, start, end, comment, body);
    }

    /**
     * Returns a definition without the clause {@code ON COMPLETION NOT PRESERVE}, which is the default. MySQL rejects it in
     * the mode HIGH_NOT_PRECEDENCE (measured on 5.7.22 to 9.7.4).
     *
     * @param definition the text after the name
     */
    public static String withoutDefaultCompletion(String definition) {
        StatementReader words = new StatementReader(StatementTokens.of(definition, SYNTAX));
        if (!words.skip("ON", "SCHEDULE")) {
            return definition;
        }
        schedule(definition, words);
        int start = startOf(words, definition);
        return words.skip("ON", "COMPLETION", "NOT", "PRESERVE")
                ? definition.substring(0, start) + definition.substring(startOf(words, definition))
                : definition;
    }

    private static EventSchedule schedule(String sql, StatementReader words) {
        return new EventSchedule(
                words.skip("AT") ? clause(sql, words) : null,
                words.skip("EVERY") ? clause(sql, words) : null,
                words.skip("STARTS") ? clause(sql, words) : null,
                words.skip("ENDS") ? clause(sql, words) : null);
    }

    /** Reads up to the next clause. */
    private static String clause(String sql, StatementReader words) {
        int start = startOf(words, sql);
        StringBuilder plain = new StringBuilder();
        boolean isPlain = true;
        int end = start;
        StatementToken token = words.peek();
        while (token != null && !startsClause(token)) {
            boolean isWord = token.kind() == StatementToken.Kind.WORD;
            isPlain &= isWord || token.kind() == StatementToken.Kind.TEXT;
            plain.append(plain.isEmpty() ? "" : " ")
                    .append(isWord ? token.text().toUpperCase(Locale.ROOT) : token.text());
            end = token.end();
            words.next();
            token = words.peek();
        }
        return isPlain ? plain.toString() : sql.substring(start, end);
    }

    private static boolean startsClause(StatementToken token) {
        return token.kind() == StatementToken.Kind.WORD
                && token.depth() == 0
                && CLAUSES.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String status(StatementReader words) {
        if (words.skip(ENABLED)) {
            return ENABLED;
        }
        if (!words.skip("DISABLE")) {
            return null;
        }
        for (String replica : List.of("SLAVE", "REPLICA")) {
            if (words.skip("ON", replica)) {
                return "DISABLE ON " + replica;
            }
        }
        return "DISABLE";
    }

    private static int startOf(StatementReader words, String sql) {
        StatementToken token = words.peek();
        return token == null ? sql.stripTrailing().length() : token.start();
    }

    /** White space before the next clause is part of it. */
    private static int endBefore(StatementReader words, String sql) {
        int end = startOf(words, sql);
        return sql.substring(0, end).stripTrailing().length();
    }

    /** Whether the server drops the event when it has ended. */
    public boolean isDroppedByServer() {
        return schedule != null && !isPreserved && (schedule.at() != null || schedule.ends() != null);
    }

    /**
     * Returns the definition of an event that was created disabled, as its statement specifies it.
     *
     * @param definition the definition in the database
     * @param statement the schedule and the status that the statements specify
     */
    public static String specified(String definition, EventText statement) {
        EventText text = of(definition);
        EventSchedule own = text.schedule;
        EventSchedule other = statement.schedule;
        return text.with(own == null || other == null ? own : own.specified(other), statement.status)
                .text();
    }

    /**
     * Returns a definition with what it leaves to the database. If it describes the same event as that of the
     * database, it is the definition in the database.
     *
     * @param wanted the definition of the target schema
     * @param actual the definition in the database
     */
    public static String completed(String wanted, String actual) {
        EventText text = of(wanted);
        EventText there = of(actual);
        EventSchedule own = text.schedule;
        EventSchedule other = there.schedule;
        if (own == null || other == null) {
            return wanted;
        }
        EventSchedule completed = own.canonical().completed(other);
        if (text.with(completed, text.status).isLike(there)) {
            return actual;
        }
        boolean isRecurring = own.every() != null && other.every() != null;
        return isRecurring ? text.with(completed, text.status).text() : wanted;
    }

    private boolean isLike(EventText other) {
        return normal().equals(other.normal());
    }

    /** Returns the text without differences in notation. */
    private EventText normal() {
        String normalStatus = status == null ? ENABLED : status.replace("REPLICA", "SLAVE");
        return new EventText(schedule, isPreserved, null, normalStatus, 0, 0, comment, body);
    }

    /** Returns a copy with another schedule and status. */
    public EventText with(@Nullable EventSchedule newSchedule, @Nullable String newStatus) {
        return new EventText(newSchedule, isPreserved, null, newStatus, statusStart, statusEnd, comment, body);
    }

    /** Returns the definition in the notation of the server. */
    private String text() {
        return "ON SCHEDULE " + (schedule == null ? "" : schedule.text())
                + " ON COMPLETION " + (isPreserved ? "" : "NOT ") + "PRESERVE "
                + (status == null ? ENABLED : status)
                + (comment == null ? "" : " COMMENT " + comment)
                + " DO " + body;
    }
}
