package dev.migrate.internal.liquibase;

import dev.migrate.internal.codegen.ImportedText;
import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a changelog in SQL. Used once. */
final class FormattedSql {

    private static final Pattern HEADER = pattern("liquibase\\s+formatted\\s+sql(.*)");
    private static final Pattern CHANGESET = pattern("changeset\\s+(\"[^\"]+\"|[^:]+):\\s*(\"[^\"]+\"|\\S+)(.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(\"[^\"]*\"|\\S*)");
    private static final Pattern ROLLBACK = pattern("rollback\\b:?\\s?(.*)");
    private static final Pattern ROLLBACK_BLOCK =
            Pattern.compile("\\s*/\\*\\s*liquibase\\s+rollback\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = pattern("comment:?\\s(.*)");
    private static final Pattern PRECONDITION = pattern("preconditions?\\b.*");
    private static final Pattern CHECKSUM = pattern("validCheckSum\\b.*");
    private static final Pattern PROPERTY =
            pattern("property\\s+name:(\"[^\"]+\"|\\S+)\\s+value:(\"[^\"]*\"|\\S+)(.*)");
    private static final Pattern IGNORED_LINES = pattern("ignoreLines:(\\w+).*");
    private static final String RUN_ON_CHANGE = "runonchange";
    private static final String SEMICOLON = ";";
    private static final Set<String> NO_ROLLBACK = Set.of("", "empty", "not required");
    /** How Liquibase names the products to which the SQL can apply. */
    private static final Set<String> PRODUCTS = Set.of("mysql", "mariadb");

    private static final Pattern LITERAL_DELIMITER = Pattern.compile("[^\\s\\\\\\[\\](){}*+?.]{1,15}");
    private static final Pattern LINE_DELIMITER =
            Pattern.compile("\\\\n(?:\\\\s\\*)?(/|go)(?:\\\\s\\*)?(?:\\\\n|\\$)?.*");

    private final Path file;
    private final List<String> lines;
    private final List<Changeset> changesets = new ArrayList<>();
    private final List<String> tasks = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    /** The attributes of the header, which apply to each changeset without its own. */
    private Map<String, String> defaults = Map.of();

    private String path;
    private int next;

    FormattedSql(Path file, String text) {
        this.file = file;
        this.path = file.toString().replace('\\', '/');
        this.lines = text.lines().toList();
    }

    private static Pattern pattern(String comment) {
        return Pattern.compile("\\s*--\\s*" + comment, Pattern.CASE_INSENSITIVE);
    }

    static boolean isHeader(String line) {
        return HEADER.matcher(line).matches();
    }

    Changelog read() {
        while (next < lines.size()) {
            String line = lines.get(next++);
            Matcher changeset = CHANGESET.matcher(line);
            Matcher header = HEADER.matcher(line);
            if (changeset.matches()) {
                read(
                        unquoted(changeset.group(2)),
                        unquoted(changeset.group(1)).strip(),
                        attributes(changeset.group(3)));
            } else if (header.matches()) {
                defaults = attributes(header.group(1));
                path = defaults.getOrDefault("logicalfilepath", path);
            } else {
                readProperty(line);
            }
        }
        return new Changelog(changesets, tasks);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Matcher matcher = ATTRIBUTE.matcher(text); matcher.find(); ) {
            attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), unquoted(matcher.group(2)));
        }
        return attributes;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** The first value of a property applies. */
    private boolean readProperty(String line) {
        Matcher property = PROPERTY.matcher(line);
        if (!property.matches()) {
            return false;
        }
        String name = unquoted(property.group(1));
        if (attributes(property.group(3)).keySet().stream().anyMatch(Predicate.not("global"::equals))) {
            task("The property " + name + " is restricted to a product or a context and is not replaced.");
        } else {
            properties.putIfAbsent(name, unquoted(property.group(2)));
        }
        return true;
    }

    private void task(String task) {
        tasks.add(file + ": " + task);
    }

    private void read(String id, String author, Map<String, String> own) {
        Map<String, String> attributes = new LinkedHashMap<>(defaults);
        attributes.putAll(own);
        String name = "Changeset " + author + ":" + id;
        StringBuilder sql = new StringBuilder();
        StringBuilder rollback = new StringBuilder();
        String message = id;
        boolean hasRollback = false;
        List<String> unsupported = new ArrayList<>();
        while (next < lines.size() && !CHANGESET.matcher(lines.get(next)).matches()) {
            String line = lines.get(next++);
            Matcher undo = ROLLBACK.matcher(line);
            Matcher block = ROLLBACK_BLOCK.matcher(line);
            Matcher comment = COMMENT.matcher(line);
            Matcher ignored = IGNORED_LINES.matcher(line);
            if (undo.matches()) {
                hasRollback = true;
                rollback.append(undo.group(1)).append('\n');
            } else if (block.matches()) {
                hasRollback = true;
                readRollbackBlock(block.group(1), rollback);
            } else if (comment.matches()) {
                message =
                        comment.group(1).isBlank() ? message : comment.group(1).strip();
            } else if (PRECONDITION.matcher(line).matches()) {
                unsupported.add(line.strip());
            } else if (ignored.matches()) {
                skip(ignored.group(1));
            } else if (!CHECKSUM.matcher(line).matches() && !readProperty(line)) {
                sql.append(line).append('\n');
            }
        }
        if (isForOtherProducts(name, attributes) || isTrue(attributes, "ignore")) {
            task(name + " is not imported, because Liquibase does not run it on these databases.");
            return;
        }
        unsupported.forEach(line -> task(name + " has a precondition, which is not imported: " + line));
        listAttributes(name, attributes);
        changesets.add(new Changeset(
                file,
                attributes.getOrDefault("logicalfilepath", path),
                id,
                author,
                message,
                isTrue(attributes, RUN_ON_CHANGE),
                isSelective(attributes),
                statements(name, expanded(sql), attributes, ""),
                hasRollback ? Optional.of(rollback(name, expanded(rollback), attributes)) : Optional.empty()));
    }

    private void readRollbackBlock(String rest, StringBuilder rollback) {
        String line = rest;
        while (!line.contains("*/") && next < lines.size()) {
            rollback.append(line).append('\n');
            line = lines.get(next++);
        }
        rollback.append(line, 0, Math.max(0, line.indexOf("*/"))).append('\n');
    }

    private void skip(String count) {
        if (count.matches("\\d+")) {
            next = Math.min(lines.size(), next + Integer.parseInt(count));
            return;
        }
        while (next < lines.size()) {
            Matcher end = IGNORED_LINES.matcher(lines.get(next++));
            if (end.matches() && end.group(1).equalsIgnoreCase("end")) {
                return;
            }
        }
    }

    private String expanded(StringBuilder sql) {
        String text = sql.toString();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            text = text.replace("${" + property.getKey() + "}", property.getValue());
        }
        tasks.addAll(ImportedText.placeholderTasks(file, text, "Liquibase"));
        return text;
    }

    private boolean isForOtherProducts(String name, Map<String, String> attributes) {
        Set<String> given = new TreeSet<>(List.of(
                attributes.getOrDefault("dbms", "").toLowerCase(Locale.ROOT).split("[\\s,]+", -1)));
        given.remove("");
        Set<String> excluded = new TreeSet<>();
        Set<String> wanted = new TreeSet<>();
        given.forEach(each -> (each.startsWith("!") ? excluded : wanted).add(each.replace("!", "")));
        List<String> applies = PRODUCTS.stream()
                .filter(product -> !excluded.contains(product) && !wanted.contains("none"))
                .filter(product -> wanted.isEmpty() || wanted.contains("all") || wanted.contains(product))
                .toList();
        if (applies.size() == 1) {
            task(name + " is for " + applies.get(0) + " only. It is imported, and will run on every database.");
        }
        return applies.isEmpty();
    }

    private static boolean isTrue(Map<String, String> attributes, String key) {
        return "true".equalsIgnoreCase(attributes.get(key));
    }

    private static boolean isSelective(Map<String, String> attributes) {
        return attributes.containsKey("context")
                || attributes.containsKey("contextfilter")
                || attributes.containsKey("labels");
    }

    private void listAttributes(String name, Map<String, String> attributes) {
        attributes.forEach((key, value) -> {
            switch (key) {
                case "context", "contextfilter", "labels" ->
                    task(name + " is restricted to the "
                            + (key.equals("labels") ? "labels " : "contexts ") + value
                            + ". It is imported, and will run in every database.");
                case "runalways" -> {
                    if (isTrue(attributes, key)) {
                        task(name + " runs with every update of Liquibase. In Migrate, it runs "
                                + (isTrue(attributes, RUN_ON_CHANGE) ? "when it has changed" : "once")
                                + ". If that is not sufficient, run its statements with each deployment.");
                    }
                }
                case "failonerror" -> {
                    if (value.equalsIgnoreCase("false")) {
                        task(name + " may fail in Liquibase. A migration that fails ends the run.");
                    }
                }
                default -> {
                    // The others do not matter for SQL that is run once, or are read elsewhere.
                }
            }
        });
    }

    private List<String> rollback(String name, String sql, Map<String, String> attributes) {
        if (NO_ROLLBACK.contains(sql.strip().toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        Map<String, String> reference = attributes(sql);
        String id = reference.get("changesetid");
        if (id == null) {
            return statements(name, sql, attributes, "rollback");
        }
        String author = reference.get("changesetauthor");
        return changesets.stream()
                .filter(each -> each.id().equals(id) && each.author().equals(author))
                .findFirst()
                .orElseThrow(() -> ImportedText.failed(
                        name + " of " + file + " is rolled back with changeset " + author + ":" + id
                                + ", which the file does not contain.",
                        "Write the statements of the rollback into the changelog.",
                        null))
                .up();
    }

    private List<String> statements(String name, String sql, Map<String, String> attributes, String prefix) {
        boolean isStripped = !"false".equalsIgnoreCase(attributes.get("stripcomments"));
        String text = isStripped ? spacedComments(sql) : sql;
        String split = attributes.get(prefix + "splitstatements");
        String delimiter = delimiter(sql, attributes, prefix);
        if ("false".equalsIgnoreCase(split) && StatementSplitter.split(text).size() > 1) {
            return whole(text);
        }
        Matcher line = LINE_DELIMITER.matcher(delimiter.toLowerCase(Locale.ROOT));
        if (line.matches()) {
            return StatementSplitter.split(text, line.group(1), true);
        }
        if (!LITERAL_DELIMITER.matcher(delimiter).matches()) {
            throw ImportedText.failed(
                    name + " of " + file + " has the delimiter " + delimiter + ", a regular expression.",
                    "Replace it in a copy of the changelog with text, such as $$.",
                    null);
        }
        return StatementSplitter.split(text, delimiter, delimiter.equals("/"));
    }

    /** A rollback without a delimiter of its own may use that of the changeset. */
    private static String delimiter(String sql, Map<String, String> attributes, String prefix) {
        String ofChangeset = attributes.getOrDefault("enddelimiter", SEMICOLON);
        boolean isUsed = prefix.isEmpty() || sql.contains(ofChangeset);
        return attributes.getOrDefault(prefix + "enddelimiter", isUsed ? ofChangeset : SEMICOLON);
    }

    /** A text that Liquibase sends as one statement. */
    private static List<String> whole(String sql) {
        String text = sql.strip();
        return List.of(
                text.endsWith(SEMICOLON) ? text.substring(0, text.length() - 1).strip() : text);
    }

    /** Liquibase removes a comment after two dashes even if no blank follows them, as the servers require. */
    private static String spacedComments(String sql) {
        StringBuilder spaced = new StringBuilder();
        SqlLexer lexer = new SqlLexer(sql, new SqlSyntax(false, true, true));
        int copied = 0;
        while (lexer.next()) {
            if (lexer.kind() == SqlLexer.Kind.OTHER && sql.startsWith("--", lexer.start())) {
                spaced.append(sql, copied, lexer.start()).append("-- ");
                copied = lexer.start() + 2;
                int lineFeed = sql.indexOf('\n', copied);
                lexer.skipTo(lineFeed < 0 ? sql.length() : lineFeed);
            }
        }
        return spaced.append(sql, copied, sql.length()).toString();
    }
}
