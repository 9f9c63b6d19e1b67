package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;

/** Rehearsals in a scratch database, which never change the migrated database. */
class RehearsalTest {

    private static final int UNKNOWN_KEY_COLUMN = 1_072;

    @Revision(id = "1", message = "customers")
    static final class Customers implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("customer", t -> {
                t.column("id", integer()).notNull();
                t.column("email", varchar(50)).notNull();
                t.primaryKey("id");
            });
            op.createTable("log", t -> {
                t.column("customer_id", integer()).notNull();
                t.foreignKey("fk_log", "customer_id").references("customer", "id");
            });
            op.execute("CREATE VIEW emails AS SELECT email FROM customer");
            op.execute("CREATE TRIGGER logged AFTER INSERT ON customer FOR EACH ROW"
                    + " INSERT INTO log (customer_id) VALUES (NEW.id)");
        }

        @Override
        public void down(Operations op) {
            op.execute("DROP VIEW emails");
            op.dropTable("log");
            op.dropTable("customer");
        }
    }

    @Revision(id = "2", message = "names", parents = "1")
    static final class Names implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", "name", varchar(100));
            op.execute("INSERT INTO customer (id, email) VALUES (7, 'x')");
            op.alterColumn("customer", "email", c -> c.type(varchar(60)));
        }

        @Override
        public void down(Operations op) {
            op.alterColumn("customer", "email", c -> c.type(varchar(50)));
            op.dropColumn("customer", "name");
        }
    }

    @Revision(id = "3", message = "a key of a column that does not exist", parents = "2")
    static final class Failing implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", "points", bigint());
            op.execute("ALTER TABLE customer ADD KEY k (nothing)");
        }
    }

    @Revision(id = "3", message = "two columns, of which one is dropped again", parents = "2")
    static final class Forgetful implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", "points", bigint());
            op.addColumn("log", "at", bigint());
        }

        @Override
        public void down(Operations op) {
            op.dropColumn("log", "at");
        }
    }

    @Revision(id = "3", message = "Java code", parents = "2")
    static final class Code implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", "points", bigint());
            op.run("delete the customers", connection -> Assertions.fail("The code was executed."));
        }
    }

    @Revision(id = "3", message = "one statement", parents = "2")
    private record OneStatement(String sql) implements Migration {
        @Override
        public void up(Operations op) {
            op.execute(sql);
        }

        @Override
        public void down(Operations op) {
            op.execute("DO 0");
        }
    }

    private static Migrator migrator(TestDatabase database, Migration... last) {
        List<Migration> all = new ArrayList<>(List.of(new Customers(), new Names()));
        all.addAll(List.of(last));
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(all.toArray(Migration[]::new))
                .build();
    }

    /** Everything that a rehearsal must not change. */
    private static List<Object> contents(TestDatabase database) {
        List<Object> contents = new ArrayList<>();
        for (String table : database.column("SHOW TABLES")) {
            contents.add(database.query("SHOW CREATE TABLE `" + table + "`"));
            contents.add(database.query("SELECT * FROM `" + table + "`"));
        }
        contents.add(database.query("SHOW TRIGGERS"));
        return contents;
    }

    private static Rehearsal rehearsed(TestDatabase database, Migrator migrator, Direction direction, String target) {
        List<Object> contents = contents(database);
        List<Object> scratch = List.copyOf(scratchDatabases(database));

        Rehearsal rehearsal = migrator.rehearse(direction, target);

        assertThat(contents(database)).isEqualTo(contents);
        assertThat(scratch).containsAll(scratchDatabases(database));
        return rehearsal;
    }

    private static List<Object> scratchDatabases(TestDatabase database) {
        return List.copyOf(database.query("SHOW DATABASES LIKE 'migrate\\_scratch\\_%'"));
    }

    private static MigrateException failure(Rehearsal rehearsal) {
        assertThat(rehearsal.isSuccessful()).isFalse();
        return Objects.requireNonNull(rehearsal.failure());
    }

    private static List<String> operations(SchemaDiff diff) {
        return diff.changes().stream()
                .map(change -> change.operation().description())
                .toList();
    }

    @DatabaseTest
    void runsThePlanAndItsReversalOnACopyOfTheStructure(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("1");
        database.execute("INSERT INTO customer VALUES (1, 'ann'), (2, 'bob')");

        Rehearsal rehearsal = rehearsed(database, migrator, Direction.UP, "heads");

        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.remarks()).isEmpty();
        assertThat(rehearsal.difference()).isNotNull().matches(SchemaDiff::isEmpty);
        assertThat(rehearsal.remainder()).isNotNull().matches(SchemaDiff::isEmpty);
        assertThat(rehearsal.isSuccessful()).isTrue();
        assertThat(rehearsal.statements())
                .extracting(RehearsedStatement::elapsed)
                .doesNotContainNull();
        assertThat(rehearsal.statements())
                .extracting(RehearsedStatement::direction)
                .startsWith(Direction.UP, Direction.UP, Direction.UP, Direction.DOWN)
                .endsWith(Direction.DOWN);
        assertThat(rehearsal.statements().get(1).sql()).isEqualTo("INSERT INTO customer (id, email) VALUES (7, 'x')");
        assertThat(migrator.current())
                .extracting(status -> status.revision().id())
                .containsExactly("1");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void rehearsesADowngradeAndTheUpgradeAfterIt(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade();

        Rehearsal rehearsal = rehearsed(database, migrator, Direction.DOWN, "base");

        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.isSuccessful()).isTrue();
        assertThat(rehearsal.remainder()).isNotNull();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void namesTheStatementThatTheServerRejects(TestDatabase database) {
        Migrator migrator = migrator(database, new Failing());
        migrator.upgrade("2");

        Rehearsal rehearsal = rehearsed(database, migrator, Direction.UP, "heads");

        assertThat(failure(rehearsal)).isInstanceOfSatisfying(StatementFailedException.class, e -> {
            assertThat(e.revision()).isEqualTo("3");
            assertThat(e.statementNumber()).isEqualTo(2);
            assertThat(e.sql()).isEqualTo("ALTER TABLE customer ADD KEY k (nothing)");
            assertThat(e.serverCode()).isEqualTo(UNKNOWN_KEY_COLUMN);
            assertThat(e.state()).contains("scratch database", "The database was not changed.");
            assertThat(e).hasMessageNotContaining("migrate_scratch_").hasMessageNotContaining("abort");
        });
        assertThat(rehearsal.statements()).hasSize(2);
        assertThat(rehearsal.statements().get(0).elapsed()).isNotNull();
        assertThat(rehearsal.statements().get(1).elapsed()).isNull();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void findsWhatADowngradeDoesNotRestore(TestDatabase database) {
        Migrator migrator = migrator(database, new Forgetful());
        migrator.upgrade("2");

        Rehearsal rehearsal = rehearsed(database, migrator, Direction.UP, "heads");

        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.isSuccessful()).isFalse();
        assertThat(operations(Objects.requireNonNull(rehearsal.remainder())))
                .containsExactly("drop column customer.points");
        assertThat(rehearsal.difference()).isNotNull().matches(SchemaDiff::isEmpty);
    }

    @DatabaseTest(one = true)
    void aDatabaseThatHasDriftedIsNotComparedWithTheMigrations(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("1");
        database.execute("ALTER TABLE customer ADD COLUMN surplus INT");

        Rehearsal rehearsal = rehearsed(database, migrator, Direction.UP, "heads");

        assertThat(rehearsal.difference()).isNull();
        assertThat(rehearsal.remarks()).singleElement().asString().contains("differs");
        assertThat(rehearsal.isSuccessful()).isTrue();
    }

    @Revision(id = "3", message = "without stored programs", parents = "2")
    private record WithoutPrograms(List<String> kinds, List<String> definitions) implements Migration {
        @Override
        public void up(Operations op) {
            kinds.forEach(kind -> op.execute("DROP " + kind + " x"));
        }

        @Override
        public void down(Operations op) {
            definitions.forEach(op::execute);
        }
    }

    /** Without IF EXISTS, only what was copied can be dropped. */
    @DatabaseTest
    void routinesEventsAndSequencesAreCopied(TestDatabase database) {
        List<String> kinds = new ArrayList<>(List.of("PROCEDURE", "FUNCTION", "EVENT"));
        List<String> definitions = new ArrayList<>(List.of(
                "CREATE PROCEDURE x() SELECT COUNT(*) FROM customer",
                "CREATE FUNCTION x() RETURNS INT DETERMINISTIC RETURN 5",
                "CREATE EVENT x ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01 00:00:00' DO DELETE FROM log"));
        if (database.server().version().contains("MariaDB")) {
            kinds.add("SEQUENCE");
            definitions.add("CREATE SEQUENCE x START WITH 5");
        }
        Migrator migrator = migrator(database, new WithoutPrograms(kinds, definitions));
        migrator.upgrade("2");
        database.execute(definitions.toArray(String[]::new));

        Rehearsal rehearsal = rehearsed(database, migrator, Direction.UP, "heads");

        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.statements()).hasSize(2 * kinds.size());
        assertThat(rehearsal.remainder()).isNotNull().matches(SchemaDiff::isEmpty);
        assertThat(rehearsal.isSuccessful()).isTrue();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void javaCodeIsNotExecuted(TestDatabase database) {
        Migrator migrator = migrator(database, new Code());
        migrator.upgrade("2");

        Rehearsal rehearsal = rehearsed(database, migrator, Direction.UP, "heads");

        assertThat(failure(rehearsal))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("3 cannot be rehearsed")
                .hasMessageContaining("Java code")
                .hasMessageContaining("delete the customers");
        assertThat(rehearsal.statements()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void statementsThatReachAnotherDatabaseAreNotExecuted(TestDatabase database) {
        migrator(database).upgrade();
        String name = database.name();
        for (String sql : List.of(
                "DELETE FROM " + name + ".customer",
                "UPDATE customer SET email = (SELECT MAX(email) FROM `" + name + "`.emails)",
                "CREATE TRIGGER t BEFORE DELETE ON customer FOR EACH ROW DELETE FROM " + name + ".log",
                "ALTER TABLE log RENAME AS " + name + ".log2",
                "WITH c AS (SELECT 1) DELETE FROM " + name + ".log",
                "CALL something()",
                "CREATE USER someone IDENTIFIED BY 'secret'",
                "/*!50000 DROP TABLE " + name + ".log */")) {
            Rehearsal rehearsal = rehearsed(database, migrator(database, new OneStatement(sql)), Direction.UP, "heads");

            assertThat(failure(rehearsal))
                    .isInstanceOf(InvalidMigrationException.class)
                    .hasMessageContaining("3 cannot be rehearsed")
                    .hasMessageNotContaining("secret");
            assertThat(rehearsal.statements()).isEmpty();
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aTriggerThatReachesTheDatabaseItselfIsNotCopied(TestDatabase database) {
        migrator(database).upgrade("1");
        database.execute("CREATE TRIGGER outside BEFORE INSERT ON customer FOR EACH ROW DELETE FROM " + database.name()
                + ".log");

        Rehearsal rehearsal = rehearsed(database, migrator(database), Direction.UP, "heads");

        assertThat(failure(rehearsal)).hasMessageContaining("another database, " + database.name());
        assertThat(rehearsal.statements()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void withoutThePrivilegeTheErrorContainsTheGrant(TestDatabase database) {
        migrator(database).upgrade("1");
        String user = "reads_" + database.name();
        database.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT, SHOW VIEW, TRIGGER ON " + database.name() + ".* TO '" + user + "'@'%'");
        try {
            Rehearsal rehearsal = Migrator.builder()
                    .dataSource(database.dataSource(user, "pw", database.name()))
                    .migrations(new Customers(), new Names())
                    .build()
                    .rehearse(Direction.UP);

            assertThat(failure(rehearsal))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("GRANT ALL ON `migrate\\_scratch\\_%`.*");
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
    }

    @DatabaseTest(one = true)
    void anInterruptedRunIsNotRehearsed(TestDatabase database) {
        Migrator migrator = migrator(database, new Failing());
        Assertions.assertThrows(StatementFailedException.class, migrator::upgrade);

        assertThat(failure(rehearsed(database, migrator, Direction.UP, "heads")))
                .isInstanceOf(InterruptedRunException.class);
    }
}
