package dev.migrate.pairs;

import dev.migrate.Migrator;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.model.Model;
import dev.migrate.plan.NewRevision;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.ShownDefinitions;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Migrates a random schema to a changed copy of it and back. The server creates both schemas from their scripts, and
 * parts that it rejects are left out. The rest is compared with what the generated migration and its downgrade create.
 */
final class PairTrial {

    private static final List<String> MODES =
            List.of("", "NO_ENGINE_SUBSTITUTION", "STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION", "ANSI");

    /** What has no effect, what is data, and the attributes that a migration only mentions. */
    private static final Pattern NOT_COMPARED = Pattern.compile(" AUTO_INCREMENT=\\d+"
            + "| TRANSACTIONAL=1"
            + "| PAGE_CHECKSUM=1"
            + "|(?<=\\)|HASH|BTREE) KEY_BLOCK_SIZE=\\d+"
            + "| USING (HASH|BTREE)"
            + "| ON (DELETE|UPDATE) (RESTRICT|NO ACTION)"
            + "| /\\*!50606 (COLUMN_FORMAT|STORAGE) \\w+ \\*/"
            + "|(?<=FOR EACH ROW)\\s+");

    private static final Pattern ENCODING = Pattern.compile("DEFAULT CHARSET=(\\w+) COLLATE=(\\w+)");

    private final TestDatabase database;
    private final ServerVersion server;
    private final Path folder;
    private final Random random;
    private final String mode;
    private final List<String> failures = new ArrayList<>();
    private SchemaParts from = SchemaParts.EMPTY;
    private SchemaParts to = SchemaParts.EMPTY;
    private int rejected;

    PairTrial(TestDatabase database, Path folder, long seed) {
        this.database = database;
        this.folder = folder;
        server = DatabaseProviders.serverVersion(database.server().version());
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        mode = MODES.get(random.nextInt(MODES.size()));
    }

    /** What is wrong, in words; nothing if the pair passes. */
    List<String> failures() throws IOException, SQLException {
        PartChanges changes = new PartChanges(new Choice(server, random));
        String other = database.name() + "_b";
        from = created(changes.schema(), SchemaParts.EMPTY, database.name());
        to = created(changes.changed(from), from, other);
        try {
            migrate(definitions(database.name()), definitions(other));
        } catch (RuntimeException e) {
            failures.add(e.toString());
        } finally {
            database.execute("DROP DATABASE " + other);
        }
        return failures;
    }

    /** The number of parts that the server rejected, and the number of those that it accepted. */
    int[] parts() {
        return new int[] {rejected, from.parts().size() + to.parts().size()};
    }

    private SchemaParts created(SchemaParts schema, SchemaParts earlier, String name) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            statement.execute("USE " + name);
            statement.execute("SET SESSION sql_mode = '" + mode + "'");
            AcceptedSchema accepted = new AcceptedSchema(statement, earlier, random);
            SchemaParts created = accepted.create(schema);
            rejected += accepted.rejected();
            return created;
        }
    }

    private void migrate(Map<String, String> before, Map<String, String> reference) throws IOException, SQLException {
        Migrator here = migrator(script("a", from));
        Migrator there = migrator(script("b", to));
        none("the script of the first schema differs from its database", differences(here));
        SourceOptions source = SourceOptions.of("generated").folder(folder);
        boolean isGenerated = there.authoring()
                .autogenerate(NewRevision.of("generated").id("a1"), source, Renames.NONE)
                .isPresent();
        if (isGenerated) {
            there = migrator(folder.resolve("b.sql"));
            there.upgrade("head");
            none("differs after the upgrade", differences(there));
        }
        none(
                isGenerated ? "definitions after the upgrade" : "no difference is found",
                ShownDefinitions.differences(compared(reference.keySet()), reference));
        if (isGenerated) {
            there.downgrade("base");
            none("differs after the downgrade", differences(here));
            none("definitions after the downgrade", ShownDefinitions.differences(definitions(database.name()), before));
        }
    }

    /** A stored object that a model does not contain is left to the database, and so is not compared. */
    private Map<String, String> compared(Set<String> expected) throws SQLException {
        Map<String, String> definitions = definitions(database.name());
        definitions.keySet().removeIf(object -> !object.startsWith("TABLE ") && !expected.contains(object));
        return definitions;
    }

    private void none(String what, List<String> found) {
        if (!found.isEmpty()) {
            failures.add(what + ": " + String.join("; ", found));
        }
    }

    private Path script(String name, SchemaParts schema) throws IOException {
        Path file = folder.resolve(name + ".sql");
        return Files.writeString(file, "DELIMITER $$\n" + schema.script(mode));
    }

    private Migrator migrator(Path script) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder)
                .model(Model.ofScript(script))
                .build();
    }

    /** Notices about attributes without an operation, and about the order of columns, are expected. */
    private static boolean isUnexpected(String notice) {
        return !notice.contains("no operation contains it") && !notice.startsWith("The order of the columns");
    }

    private static List<String> differences(Migrator migrator) {
        SchemaDiff diff = migrator.authoring().diff(Renames.NONE);
        List<String> differences = new ArrayList<>(diff.remarks());
        diff.notices().stream().filter(PairTrial::isUnexpected).forEach(differences::add);
        diff.changes().forEach(change -> differences.add(change.operation().toString()));
        return differences;
    }

    /** A changed table keeps the order of its keys. */
    private Map<String, String> definitions(String name) throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection()) {
            ShownDefinitions.of(connection, name)
                    .forEach((object, definition) -> definitions.put(object, comparable(definition)));
        }
        return ShownDefinitions.sorted(definitions);
    }

    private static String comparable(String definition) {
        String compared = NOT_COMPARED.matcher(definition).replaceAll("");
        compared = compared.contains("ENGINE=Aria") ? compared : compared.replace(" PAGE_CHECKSUM=0", "");
        Matcher encoding = ENCODING.matcher(compared);
        return encoding.find()
                ? compared.replace(" CHARACTER SET " + encoding.group(1) + " COLLATE " + encoding.group(2), "")
                : compared;
    }
}
