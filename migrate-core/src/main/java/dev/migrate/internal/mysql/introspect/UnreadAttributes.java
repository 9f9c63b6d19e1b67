package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the attributes in {@code SHOW CREATE TABLE} for which a table of a schema has no place. Used once. */
final class UnreadAttributes {

    private static final Set<String> READ = Set.of(
            "AUTO_INCREMENT",
            "CHARSET",
            "COLLATE",
            "COMMENT",
            "DEFAULT CHARSET",
            "DEFAULT COLLATE",
            "ENGINE",
            "ROW_FORMAT");
    private static final Pattern VERSION_COMMENT = Pattern.compile("/\\*!\\d*\\s*(\\w+).*", Pattern.DOTALL);
    private static final Set<String> COLUMN_ATTRIBUTES = Set.of("COLUMN_FORMAT", "STORAGE");

    private final TableOptions options;
    private final List<String> found = new ArrayList<>();

    private UnreadAttributes(TableOptions options) {
        this.options = options;
    }

    /** Returns the attributes in words. */
    static List<String> of(ShowCreate shown, TableOptions options) {
        UnreadAttributes attributes = new UnreadAttributes(options);
        shown.definitions().forEach(attributes::readDefinition);
        attributes.readOptions(Tokens.of(shown.options()));
        return attributes.found;
    }

    private void readDefinition(List<String> tokens) {
        String first = tokens.get(0);
        if (first.startsWith("`")) {
            tokens.forEach(token -> readColumnAttribute(first, token));
        } else if (first.equals("PRIMARY") && tokens.contains("COMMENT")) {
            found.add("comment of the primary key");
        }
        int key = tokens.indexOf("KEY");
        if (key >= 0 && key < 2 && tokens.contains("KEY_BLOCK_SIZE")) {
            found.add("KEY_BLOCK_SIZE of "
                    + (first.equals("PRIMARY") ? "the primary key" : "index " + tokens.get(key + 1)));
        }
    }

    private void readColumnAttribute(String column, String token) {
        String name = firstWord(token);
        if (COLUMN_ATTRIBUTES.contains(name)) {
            found.add(name + " of column " + column);
        }
    }

    /** The first word of a version comment, or the token itself. */
    private static String firstWord(String token) {
        Matcher comment = VERSION_COMMENT.matcher(token);
        return (comment.matches() ? comment.group(1) : token).toUpperCase(Locale.ROOT);
    }

    private void readOptions(List<String> tokens) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if (firstWord(token).equals("PARTITION")) {
                return;
            }
            if (token.startsWith("/*!")) {
                readOption(firstWord(token));
            } else if (token.equals("=")) {
                readOption(String.join(" ", words));
                words.clear();
                at++;
            } else if (!token.equals(",")) {
                words.add(token.replace("`", "").toUpperCase(Locale.ROOT));
            }
        }
    }

    private void readOption(String name) {
        if (!READ.contains(name) && !options.others().containsKey(name)) {
            found.add("option " + name);
        }
    }
}
