package dev.migrate.internal.liquibase;

import dev.migrate.internal.mysql.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the output of Liquibase's {@code update-sql}. It contains no rollbacks. Stateless. */
final class UpdateSql {

    private static final Pattern CHANGESET = Pattern.compile("(?m)^-- Changeset (.+?)::(.+)::(.+)$");
    /** Comments of Liquibase itself after the last changeset. */
    private static final Pattern END = Pattern.compile("(?m)^-- Release Database Lock$");

    private static final Pattern RECORDED = Pattern.compile("(?is)(?:INSERT INTO|UPDATE) \\S*DATABASECHANGELOG\\b.*");
    private static final Pattern COMMENT = Pattern.compile("(?:--[^\\n]*\\n\\s*)+");

    private UpdateSql() {}

    static Changelog read(Path file, String text) {
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
            List<String> statements = statements(text.substring(start, isFound ? marker.start() : length));
            changesets.add(new Changeset(file, path, id, author, id, false, statements, Optional.empty()));
        }
        return new Changelog(changesets, List.of());
    }

    private static List<String> statements(String sql) {
        return StatementSplitter.split(sql).stream()
                .filter(statement ->
                        !RECORDED.matcher(withoutComments(statement)).matches())
                .toList();
    }

    private static String withoutComments(String statement) {
        return COMMENT.matcher(statement).lookingAt()
                ? COMMENT.matcher(statement).replaceFirst("")
                : statement;
    }
}
