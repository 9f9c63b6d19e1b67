package dev.migrate.model;

import dev.migrate.Authoring;
import dev.migrate.Migrator;
import dev.migrate.diff.Change;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.Operation;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps of the comparison of one model with Hibernate's own tables, in a database that is empty between them. */
final class EntityMappingRun implements AutoCloseable {

    private final TestDatabase database;
    private final EntityMapping mapping;
    private final Authoring authoring;

    EntityMappingRun(TestDatabase database, EntityMapping mapping) {
        this.database = database;
        this.mapping = mapping;
        authoring = Migrator.builder()
                .dataSource(database.dataSource())
                .model(EntityModel.of(mapping.classes().toArray(Class<?>[]::new)))
                .build()
                .authoring();
    }

    void createByHibernate() {
        HibernateExport.create(database, mapping.classes(), Map.of());
    }

    List<String> differences() {
        SchemaDiff diff = authoring.diff();
        return Stream.concat(
                        diff.changes().stream().map(this::described),
                        Stream.concat(diff.remarks().stream(), diff.notices().stream()))
                .toList();
    }

    private String described(Change change) {
        Operation operation = change.operation();
        return operation.description() + " " + authoring.details(change);
    }

    void upgrade() {
        database.execute(authoring.toSql(authoring.diff()).toArray(String[]::new));
    }

    /**
     * The definitions of all tables and their rows. MySQL 8 also displays what is specified although it is the default:
     * the character set of the table, and RESTRICT.
     */
    String tables() {
        List<String> tables = new ArrayList<>();
        String collation = database.query("SELECT @@collation_database").get(0).get(0);
        for (String name : names("TABLE_NAME")) {
            tables.add(String.valueOf(database.query("SHOW CREATE TABLE " + quoted(name))
                            .get(0)
                            .get(1))
                    .replace(" CHARACTER SET utf8mb4 COLLATE " + collation, "")
                    .replace(" ON DELETE RESTRICT", ""));
            tables.add("rows: " + (isSequence(name) ? "" : database.query("SELECT * FROM " + quoted(name))));
        }
        return String.join("\n", tables);
    }

    private boolean isSequence(String name) {
        return names("IF(TABLE_TYPE = 'SEQUENCE', TABLE_NAME, '')").contains(name);
    }

    private List<String> names(String column) {
        return database
                .query("SELECT " + column + " FROM information_schema.tables WHERE TABLE_SCHEMA = DATABASE()"
                        + " ORDER BY TABLE_NAME")
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** Drops everything. */
    void clear() {
        List<String> statements = new ArrayList<>(List.of("SET FOREIGN_KEY_CHECKS = 0"));
        for (String name : names("TABLE_NAME")) {
            statements.add((isSequence(name) ? "DROP SEQUENCE " : "DROP TABLE ") + quoted(name));
        }
        database.execute(statements.toArray(String[]::new));
    }

    @Override
    public void close() {
        clear();
    }
}
