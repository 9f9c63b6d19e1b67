package dev.migrate;

import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.model.Model;
import dev.migrate.plan.NewRevision;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.ShownDefinitions;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tries the files of a folder on a server, and prints a row for each: {@code NAME.sql} is the schema of an application, and
 * a folder with {@code a.sql} and {@code b.sql} is a pair of versions. The reference is the database that the command-line
 * client creates from the same file.
 *
 * <p>Usage: {@code SchemaTrial FOLDER HOST PORT}; the user is root, without a password.
 */
public final class SchemaTrial {

    private static final String DATABASE = "migrate_trial";
    private static final Pattern ENCODING = Pattern.compile("DEFAULT CHARSET=(\\w+) COLLATE=(\\w+)");

    private final Path folder;
    private final String host;
    private final String port;
    private final PrintStream out;

    private SchemaTrial(Path folder, String host, String port, PrintStream out) {
        this.folder = folder;
        this.host = host;
        this.port = port;
        this.out = out;
    }

    /** Tries all files. */
    public static void main(String[] arguments) throws IOException {
        new SchemaTrial(Path.of(arguments[0]), arguments[1], arguments[2], System.out).run();
    }

    private void run() throws IOException {
        out.println("| schema | equal to itself | created as by the client | downgraded | equal after upgrade |");
        out.println("| --- | --- | --- | --- | --- |");
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.sorted().toList();
        }
        for (Path entry : entries) {
            boolean isPair = Files.isDirectory(entry);
            Path from = isPair ? entry.resolve("a.sql") : null;
            Path to = isPair ? entry.resolve("b.sql") : entry;
            out.println("| " + entry.getFileName() + " | " + attempt(() -> self(to)) + " | "
                    + attempt(() -> roundTrip(from, to)) + " |");
        }
    }

    /** A trial; the result is a cell of the table. */
    private interface Trial {
        String result() throws IOException, SQLException, InterruptedException;
    }

    private static String attempt(Trial trial) {
        try {
            return trial.result();
        } catch (IOException | SQLException | RuntimeException e) {
            return String.valueOf(e.getMessage()).replaceAll("[\\s|]+", " ");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private String self(Path schema) throws IOException, SQLException, InterruptedException {
        create(DATABASE, schema);
        return differences(migrator(Files.createTempDirectory("trial"), schema));
    }

    private String roundTrip(@Nullable Path from, Path to) throws IOException, SQLException, InterruptedException {
        create(DATABASE + "_b", to);
        create(DATABASE, from);
        Map<String, String> before = definitions(DATABASE);
        Path migrations = Files.createTempDirectory("trial");
        migrator(migrations, to)
                .authoring()
                .autogenerate(
                        NewRevision.of("trial").id("t1"),
                        SourceOptions.of("trial").folder(migrations),
                        Renames.NONE);
        Migrator migrator = migrator(migrations, to);
        migrator.upgrade("head");
        String left = differences(migrator);
        Map<String, String> created = definitions(DATABASE);
        Map<String, String> reference = definitions(DATABASE + "_b");
        String other = from == null ? different(created, reference) : different(changed(created), changed(reference));
        migrator.downgrade("base");
        return other + " | "
                + different(ShownDefinitions.sorted(definitions(DATABASE)), ShownDefinitions.sorted(before)) + " | "
                + left;
    }

    private static String differences(Migrator migrator) {
        SchemaDiff diff = migrator.authoring().diff();
        List<String> all = new ArrayList<>(diff.remarks());
        diff.changes().forEach(change -> all.add(change.operation().description()));
        return all.isEmpty() ? "yes" : "no: " + String.join(", ", all);
    }

    private static String different(Map<String, String> some, Map<String, String> others) {
        List<String> names = ShownDefinitions.differences(some, others);
        return names.isEmpty() ? "yes" : "no: " + String.join(", ", names);
    }

    private Migrator migrator(Path migrations, Path schema) {
        return Migrator.builder()
                .dataSource(dataSource(DATABASE))
                .sources(migrations)
                .model(Model.ofScript(schema))
                .build();
    }

    private DataSource dataSource(String database) {
        return TestDatabase.dataSource("jdbc:mysql://" + host + ":" + port + "/" + database
                + "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    /** Creates a database with the command-line client. */
    private void create(String database, @Nullable Path schema) throws IOException, SQLException, InterruptedException {
        try (Connection connection = dataSource("mysql").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database);
            statement.execute("CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
        }
        if (schema != null) {
            Process client = new ProcessBuilder(
                            "mariadb",
                            "--no-defaults",
                            "-h",
                            host,
                            "-P",
                            port,
                            "-u",
                            "root",
                            "--default-character-set=utf8mb4",
                            "-c",
                            database)
                    .redirectInput(schema.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!client.waitFor(10, TimeUnit.MINUTES) || client.exitValue() != 0) {
                throw new IOException("client: " + said);
            }
        }
    }

    private Map<String, String> definitions(String database) throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        try (Connection connection = dataSource(database).getConnection()) {
            ShownDefinitions.of(connection, database)
                    .forEach((name, definition) -> definitions.put(name, comparable(definition)));
        }
        return definitions;
    }

    /**
     * Of a changed table, the order of columns and keys does not count, nor do the display widths of integers, nor whether
     * a column specifies the encoding of its table.
     */
    private static Map<String, String> changed(Map<String, String> definitions) {
        Map<String, String> changed = new TreeMap<>();
        ShownDefinitions.sorted(definitions)
                .forEach((name, definition) ->
                        changed.put(name, withoutTableEncoding(definition).replaceAll("int\\(\\d+\\)", "int")));
        return changed;
    }

    private static String withoutTableEncoding(String definition) {
        Matcher encoding = ENCODING.matcher(definition);
        return encoding.find()
                ? definition.replaceAll(
                        "( CHARACTER SET " + encoding.group(1) + ")? COLLATE " + encoding.group(2) + "\\b", "")
                : definition;
    }

    /** Without what is data, and without the words for defaults, which have no effect. */
    private static String comparable(String definition) {
        // A server may keep the text of a trigger as it was written.
        String unquoted = definition.contains(" TRIGGER ") ? definition.replace("`", "") : definition;
        return unquoted.replaceAll(" AUTO_INCREMENT=\\d+", "")
                .replace(" USING BTREE", "")
                .replaceAll(" ON (DELETE|UPDATE) (RESTRICT|NO ACTION)", "")
                .replaceAll("\\s+FOR EACH ROW\\s+", " FOR EACH ROW ");
    }
}
