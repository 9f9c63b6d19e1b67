package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.revision.RevisionNode;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Initializing a database, checking it, and reporting the data loss of a downgrade. */
class ReadinessTest {

    @Revision(id = "001", message = "notes")
    static final class Notes implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("note", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "002", parents = "001", message = "pins")
    static final class Pins implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("note", "pinned", integer());
        }
    }

    @Revision(id = "003", parents = "002", message = "broken")
    static final class Broken implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("note", "more", integer());
            op.addColumn("nothing", "more", integer());
        }
    }

    private static Migrator migrator(DataSource dataSource, Migration... migrations) {
        return Migrator.builder().dataSource(dataSource).migrations(migrations).build();
    }

    private static DataSource at(TestDatabase database, String name) {
        return TestDatabase.dataSource(database.url().replace(database.name(), name));
    }

    private static DataSource as(TestDatabase database, String user, String name) {
        return database.dataSource(user, "pw", name);
    }

    private static List<String> ids(List<RevisionNode> revisions) {
        return revisions.stream().map(RevisionNode::id).toList();
    }

    @DatabaseTest
    void initCreatesWhatIsMissingAndCanBeRepeated(TestDatabase database) {
        String name = database.name() + "_new`er";
        Migrator migrator = migrator(at(database, name), new Notes());
        assertThatThrownBy(migrator::init).isInstanceOf(ConnectionFailedException.class);
        try {
            InitResult first = migrator.init(database.dataSource(), name);
            assertThat(first.isDatabaseCreated()).isTrue();
            assertThat(first.isVersionTableCreated()).isTrue();
            assertThat(first.upgrade().after()).containsExactly("001");
            assertThat(database.column("SELECT default_character_set_name FROM information_schema.schemata"
                            + " WHERE schema_name = '" + name + "'"))
                    .containsExactly("utf8mb4");

            InitResult second = migrator.init(database.dataSource(), name);
            assertThat(second.isNothingDone()).isTrue();
            assertThat(second.upgrade().after()).containsExactly("001");
        } finally {
            database.execute("DROP DATABASE IF EXISTS `" + name.replace("`", "``") + "`");
        }
    }

    @DatabaseTest
    void initWithoutMigrationsCreatesTheVersionTable(TestDatabase database) {
        InitResult result = migrator(database.dataSource()).init();

        assertThat(result.isDatabaseCreated()).isFalse();
        assertThat(result.isVersionTableCreated()).isTrue();
        assertThat(result.upgrade().steps()).isEmpty();
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theMissingPrivilegeToCreateTheDatabaseIsReported(TestDatabase database) {
        String user = "u_" + database.name();
        String name = database.name() + "_new";
        database.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT ON " + name + ".* TO '" + user + "'@'%'");
        try {
            assertThatThrownBy(() ->
                            migrator(as(database, user, name), new Notes()).init(as(database, user, ""), name))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("1044")
                    .hasMessageContaining("GRANT CREATE ON `" + name + "`.* TO '" + user + "'@'%'");
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
    }

    @DatabaseTest
    void checkListsAppliedAndPendingRevisions(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new Notes(), new Pins());
        migrator.upgrade("001");

        CheckResult check = migrator.check();

        assertThat(ids(check.applied())).containsExactly("001");
        assertThat(ids(check.pending())).containsExactly("002");
        assertThat(check.isReadOnly()).isFalse();
        assertThat(check.missingPrivileges()).isEmpty();
        assertThat(check.isUpToDate()).isFalse();

        migrator.upgrade("head");
        assertThat(ids(migrator.check().applied())).containsExactly("002", "001");
        assertThat(migrator.check().isUpToDate()).isTrue();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void checkReportsTheInterruptedStep(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new Notes(), new Pins(), new Broken());
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);

        assertThat(Objects.requireNonNull(migrator.check().interrupted()).revision())
                .isEqualTo("003");
        assertThat(migrator.check().isUpToDate()).isFalse();
    }

    @DatabaseTest
    void checkListsTheMissingPrivileges(TestDatabase database) {
        String user = "u_" + database.name();
        database.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, INDEX ON " + database.name() + ".* TO '" + user
                        + "'@'%'");
        try {
            Migrator migrator = migrator(as(database, user, database.name()), new Notes());

            CheckResult check = migrator.check();
            assertThat(check.missingPrivileges()).containsExactly("ALTER", "DROP", "REFERENCES");
            assertThat(ids(check.pending())).containsExactly("001");

            database.execute("GRANT ALTER, DROP, REFERENCES ON " + database.name() + ".* TO '" + user + "'@'%'");
            assertThat(migrator.check().missingPrivileges()).isEmpty();
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
    }

    @DatabaseTest
    void privilegesOfActiveRolesAreIncluded(TestDatabase database) {
        if (database.server().version().startsWith("5.7")) {
            assertThatThrownBy(() -> database.execute("CREATE ROLE nobody")).hasRootCauseInstanceOf(SQLException.class);
            return;
        }
        String user = "u_" + database.name();
        String role = "r_" + database.name();
        String toUser = "'" + user + "'@'%'";
        String defaultRole = database.server().isMariaDb()
                ? "SET DEFAULT ROLE " + role + " FOR " + toUser
                : "SET DEFAULT ROLE " + role + " TO " + toUser;
        database.execute(
                "CREATE USER " + toUser + " IDENTIFIED BY 'pw'",
                "CREATE ROLE " + role,
                "GRANT ALL ON " + database.name() + ".* TO " + role,
                "GRANT SELECT ON " + database.name() + ".* TO " + toUser,
                "GRANT " + role + " TO " + toUser);
        try {
            Migrator migrator = migrator(as(database, user, database.name()), new Notes());
            assertThat(migrator.check().missingPrivileges()).hasSize(8);

            database.execute(defaultRole);
            assertThat(migrator.check().missingPrivileges()).isEmpty();
        } finally {
            database.execute("DROP USER " + toUser, "DROP ROLE " + role);
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aPlannedDowngradeReportsItsDataLossAndChangesNothing(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new Notes(), new Pins());
        migrator.upgrade("head");

        MigrationPlan plan = migrator.plan(Direction.DOWN, "base");

        assertThat(plan.steps())
                .extracting(PlannedStep::revision)
                .extracting(RevisionNode::id)
                .containsExactly("002", "001");
        assertThat(plan.steps())
                .flatExtracting(PlannedStep::risks)
                .containsExactly("All values of note.pinned are lost.", "All rows of note are lost.");
        assertThat(plan.steps())
                .flatExtracting(PlannedStep::sql)
                .containsExactly("ALTER TABLE `note` DROP COLUMN `pinned`", "DROP TABLE `note`");
        assertThat(plan.after()).isEmpty();
        assertThat(migrator.plan(Direction.DOWN, "002").steps()).isEmpty();
        assertThat(database.tables()).contains("note");
    }
}
