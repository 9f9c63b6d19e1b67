package dev.migrate.internal.alembic;

import dev.migrate.internal.mysql.sql.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the output of {@code --sql}: for each revision a comment, its statements, and the statement that records it.
 */
final class AlembicOutput {

    private static final Pattern RUNNING =
            Pattern.compile("(?m)^-- Running (?:upgrade[^\\n]*->([^\\n]*)|downgrade([^\\n]*?)->[^\\n]*)$");

    /** The version table may have any name; its column always has this name. */
    private static final Pattern RECORDS =
            Pattern.compile("(?is)(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+\\S+\\s[^;]*\\bversion_num\\b.*");

    private static final Pattern FRAME = Pattern.compile(
            "(?is)BEGIN|COMMIT|START\\s+TRANSACTION|CREATE\\s+TABLE\\s+\\S+\\s*\\(\\s*version_num\\b.*");

    /** The statement after the last step of a downgrade, as Alembic 1.8 writes it. */
    private static final Pattern DROP = Pattern.compile("(?is)DROP\\s+TABLE\\s+(\\S+)");

    private AlembicOutput() {}

    /**
     * Finds the statements of each revision whose step is complete.
     *
     * @return the statements of the revisions, by id
     */
    static Map<String, List<String>> statements(String output) {
        Map<String, List<String>> found = new TreeMap<>();
        String text = output.replace("\r\n", "\n");
        Matcher running = RUNNING.matcher(text);
        boolean isFound = running.find();
        while (isFound) {
            String id = (running.group(1) == null ? running.group(2) : running.group(1)).strip();
            int start = running.end();
            isFound = running.find();
            List<String> statements = new ArrayList<>(
                    StatementSplitter.split(text.substring(start, isFound ? running.start() : text.length())));
            removeLast(statements, FRAME);
            removeVersionTable(statements);
            if (removeLast(statements, RECORDS)) {
                removeLast(statements, FRAME);
                found.put(id, List.copyOf(statements));
            }
        }
        return found;
    }

    private static void removeVersionTable(List<String> statements) {
        int last = statements.size() - 1;
        if (last > 0) {
            Matcher drop = DROP.matcher(statements.get(last));
            String before = statements.get(last - 1);
            if (drop.matches() && RECORDS.matcher(before).matches() && before.contains(" " + drop.group(1) + " ")) {
                statements.remove(last);
            }
        }
    }

    private static boolean removeLast(List<String> statements, Pattern pattern) {
        boolean isRemoved = false;
        while (!statements.isEmpty()
                && pattern.matcher(statements.get(statements.size() - 1)).matches()) {
            statements.remove(statements.size() - 1);
            isRemoved = true;
        }
        return isRemoved;
    }
}
