package dev.migrate.internal.liquibase;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementSplitter;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output of Liquibase's {@code update-sql}. It contains no rollbacks. Depending on the version of Liquibase, one
 * blank or two follow the dashes of a comment (two: 4.33). Stateless.
 */
final class UpdateSql {

    private static final Pattern CHANGESET = Pattern.compile("(?m)^-- +Changeset (.+?)::(.+)::(.+)$");
    /** Comments of Liquibase itself after the last changeset. */
    private static final Pattern END = Pattern.compile("(?m)^-- +Release Database Lock$");

    private static final Pattern RECORDED = Pattern.compile("(?is)(?:INSERT INTO|UPDATE) \\S*DATABASECHANGELOG\\b.*");
    private static final Pattern QUALIFIED = Pattern.compile("(?i)INTO `?([^\\s`]+)`?\\.`?DATABASECHANGELOG`? ");
    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, false);
    private static final Pattern COMMENT = Pattern.compile("(?:--[^\\n]*\\n\\s*)+");

    private UpdateSql() {}

    static Changelog read(Path file, String text) {
        Matcher qualified = QUALIFIED.matcher(text);
        String database = qualified.find() ? qualified.group(1) : null;
        Matcher end = END.matcher(text);
        int length = end.find() ? end.start() : text.length();
        List<Changeset> changesets = new ArrayList<>();
        Matcher marker = CHANGESET.matcher(text);
        boolean isFound = marker.find();
        while (isFound) {
            String path = marker.group(1);
            String id = marker.group(2);
            String author = marker.group(3).strip();
            int start = marker.end();
            isFound = marker.find();
            List<String> statements = statements(text.substring(start, isFound ? marker.start() : length), database);
            changesets.add(new Changeset(file, path, id, author, id, false, false, statements, Optional.empty()));
        }
        return new Changelog(changesets, List.of());
    }

    private static List<String> statements(String sql, @Nullable String database) {
        return StatementSplitter.split(sql).stream()
                .filter(statement ->
                        !RECORDED.matcher(withoutComments(statement)).matches())
                .map(statement -> database == null ? statement : unqualified(statement, database))
                .toList();
    }

    /** Liquibase qualifies all names with the database of its connection. */
    private static String unqualified(String sql, String database) {
        List<StatementToken> tokens = StatementTokens.of(sql, SYNTAX);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            boolean isQualified = i > 0 && tokens.get(i - 1).isSign('.');
            if (token.isName()
                    && token.name().equals(database)
                    && tokens.get(i + 1).isSign('.')
                    && !isQualified) {
                text.append(sql, copied, token.start());
                copied = tokens.get(i + 1).end();
            }
        }
        return text.append(sql, copied, sql.length()).toString();
    }

    private static String withoutComments(String statement) {
        return COMMENT.matcher(statement).lookingAt()
                ? COMMENT.matcher(statement).replaceFirst("")
                : statement;
    }
}
