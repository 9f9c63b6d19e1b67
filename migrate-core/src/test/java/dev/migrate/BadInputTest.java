package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.HistoryException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.RevisionException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The error messages and the state of the database after invalid input. */
class BadInputTest {

    /** A migration whose methods are given by the test. */
    private abstract static class Scripted implements Migration {
        private final Consumer<Operations> up;

        Scripted(Consumer<Operations> up) {
            this.up = up;
        }

        @Override
        public void up(Operations op) {
            up.accept(op);
        }

        @Override
        public void down(Operations op) {
            throw new IllegalStateException("no way back");
        }
    }

    @Revision(id = "001", message = "first")
    private static final class First extends Scripted {
        First(Consumer<Operations> up) {
            super(up);
        }
    }

    @Revision(id = "002", parents = "001", message = "second")
    private static final class Second extends Scripted {
        Second(Consumer<Operations> up) {
            super(up);
        }
    }

    @Revision(id = "001")
    private static final class AnotherFirst extends Scripted {
        AnotherFirst() {
            super(op -> {});
        }
    }

    private static final class WithoutRevision extends Scripted {
        WithoutRevision() {
            super(op -> {});
        }
    }

    private static void table(Operations op, String name) {
        op.createTable(name, t -> {
            t.column("id", integer()).notNull();
            t.primaryKey("id");
        });
    }

    private static Migrator migrator(DataSource dataSource, Migration... migrations) {
        return Migrator.builder().dataSource(dataSource).migrations(migrations).build();
    }

    @DatabaseTest
    void anUnknownRevisionIsNamedAndTheNearestIsSuggested(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new First(op -> table(op, "a")));

        assertThatThrownBy(() -> migrator.upgrade("0O1"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN))
                .hasMessageContaining("0O1")
                .hasMessageContaining("001");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void anExceptionInsideUpStopsTheRunBeforeAnythingRan(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new First(op -> table(op, "a")), new Second(op -> {
            table(op, "b");
            throw new IllegalStateException("the author's mistake");
        }));

        InvalidMigrationException failure =
                catchThrowableOfType(InvalidMigrationException.class, () -> migrator.upgrade("head"));

        assertThat(failure.revision()).isEqualTo("002");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(failure).hasMessageContaining(Second.class.getName() + ".up").hasMessageContaining("mistake");
        assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void anExceptionInsideDownNamesDown(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new First(op -> table(op, "a")));
        migrator.upgrade("head");

        assertThatThrownBy(() -> migrator.downgrade("base"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(First.class.getName() + ".down");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("001");
    }

    @DatabaseTest
    void aFailedStatementIsReportedWithCodeAndDatabaseState(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new First(op -> table(op, "a")), new Second(op -> {
            table(op, "b");
            op.insert("b", rows -> rows.columns("id").values(1));
            table(op, "a");
        }));

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));

        assertThat(failure.revision()).isEqualTo("002");
        assertThat(failure.statementNumber()).isEqualTo(3);
        assertThat(failure.serverCode()).isEqualTo(1050);
        assertThat(failure.sqlState()).isEqualTo("42S01");
        assertThat(failure.sql()).startsWith("CREATE TABLE `a`");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(failure)
                .hasMessageContaining("statement 3 of 3")
                .hasMessageContaining("server code 1050")
                .hasMessageContaining("Statements 1 to 2 are committed");
        assertThat(database.column("SELECT id FROM b")).containsExactly("1");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("001");
    }

    @DatabaseTest
    void rowsAfterTheLastDdlAreRolledBackWithTheirStep(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new First(op -> {
            table(op, "a");
            op.insert("a", rows -> rows.columns("id").values(1));
            op.insert("a", rows -> rows.columns("id").values(1));
        }));

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));

        assertThat(failure.serverCode()).isEqualTo(1062);
        assertThat(failure).hasMessageContaining("Statement 1 is committed; those after them were rolled back");
        assertThat(database.column("SELECT id FROM a")).isEmpty();
        assertThat(database.column("SELECT version_num FROM alembic_version")).isEmpty();
    }

    @DatabaseTest
    void aRowThatAnotherToolChangedStopsTheRun(TestDatabase database) {
        Migrator migrator = migrator(
                database.dataSource(),
                new First(op -> table(op, "a")),
                new Second(op -> op.execute("UPDATE alembic_version SET version_num = 'theirs'")));

        HistoryException failure = catchThrowableOfType(HistoryException.class, () -> migrator.upgrade("head"));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(failure)
                .hasMessageContaining("001")
                .hasMessageContaining("002")
                .hasMessageContaining("0 rows");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("001");
    }

    @DatabaseTest
    void anUnknownStoredIdIsNamed(TestDatabase database) {
        migrator(database.dataSource(), new First(op -> table(op, "a"))).upgrade("head");
        database.execute("UPDATE alembic_version SET version_num = '0x1'");
        Migrator migrator = migrator(database.dataSource(), new First(op -> table(op, "a")));

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.UNKNOWN_IN_DATABASE))
                .hasMessageContaining("0x1");
        assertThat(migrator.current()).singleElement().satisfies(current -> {
            assertThat(current.revision().id()).isEqualTo("0x1");
            assertThat(current.isKnown()).isFalse();
        });
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("0x1");

        assertThat(migrator.stamp(StampMode.PURGE, "001"))
                .isEqualTo(new StampResult(List.of("0x1"), List.of("001"), List.of()));
        assertThat(migrator.current()).hasSize(1);
    }

    @DatabaseTest
    void aWrongPasswordIsReportedAndNotPrinted(TestDatabase database) {
        database.execute(
                "CREATE USER 'u_" + database.name() + "'@'%' IDENTIFIED BY 'right'",
                "GRANT ALL ON " + database.name() + ".* TO 'u_" + database.name() + "'@'%'");
        try {
            DataSource wrong = database.dataSource("u_" + database.name(), "wrong-secret", database.name());

            assertThatThrownBy(() -> migrator(wrong, new First(op -> {})).upgrade("head"))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("u_" + database.name())
                    .hasMessageContaining("1045")
                    .hasMessageContaining("Check the user and the password")
                    .hasMessageNotContaining("wrong-secret");
        } finally {
            database.execute("DROP USER 'u_" + database.name() + "'@'%'");
        }
    }

    @DatabaseTest
    void aMissingPrivilegeIsNamedAndNothingIsRecorded(TestDatabase database) {
        String user = "u_" + database.name();
        database.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON " + database.name() + ".* TO '" + user + "'@'%'");
        try {
            DataSource limited = database.dataSource(user, "pw", database.name());

            assertThatThrownBy(() ->
                            migrator(limited, new First(op -> table(op, "a"))).upgrade("head"))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("alembic_version could not be created")
                    .hasMessageContaining("GRANT CREATE ON");

            Migrator administrator = migrator(database.dataSource(), new First(op -> table(op, "a")));
            administrator.stamp("head");
            administrator.stamp("base");
            StatementFailedException failure = catchThrowableOfType(
                    StatementFailedException.class,
                    () -> migrator(limited, new First(op -> table(op, "a"))).upgrade("head"));

            assertThat(failure.serverCode()).isEqualTo(1142);
            assertThat(failure).hasMessageContaining("CREATE command denied").hasMessageContaining("GRANT CREATE ON");
            assertThat(database.column("SELECT version_num FROM alembic_version"))
                    .isEmpty();
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
    }

    @DatabaseTest
    void aMissingDatabaseIsNamed(TestDatabase database) {
        DataSource missing = TestDatabase.dataSource(database.url().replace(database.name(), "not_there"));

        assertThatThrownBy(() -> migrator(missing, new First(op -> {})).upgrade("head"))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("not_there")
                .hasMessageContaining("1049")
                .hasMessageContaining("Check the name of the database, or create it");
    }

    @DatabaseTest
    void aUrlWithoutADatabaseIsRejected(TestDatabase database) {
        DataSource none = TestDatabase.dataSource(database.url().replace(database.name(), ""));

        assertThatThrownBy(() -> migrator(none, new First(op -> {})).upgrade("head"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("Name the database in the JDBC URL");
    }

    @DatabaseTest
    void anEmptyStatementIsRejectedWhileItIsRecorded(TestDatabase database) {
        Migrator migrator = migrator(database.dataSource(), new First(op -> op.execute(" ")));

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("The SQL statement is empty");
    }

    @Test
    void anUnreachableServerIsReported() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        DataSource unreachable =
                TestDatabase.dataSource("jdbc:mysql://127.0.0.1:" + port + "/x?user=u&password=secret");

        assertThatThrownBy(() -> migrator(unreachable, new First(op -> {})).upgrade("head"))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("Communications link failure (Connection refused)")
                .hasMessageContaining("host and port")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUrlThatTheDriverCannotDecodeIsAConnectionError() {
        DataSource broken = TestDatabase.dataSource("jdbc:mysql://127.0.0.1:1/x?a=%&user=u&password=secret");

        assertThatThrownBy(() -> migrator(broken, new First(op -> {})).upgrade("head"))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("Check the JDBC URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void twoClassesWithOneIdAreBothNamed() {
        assertThatThrownBy(() ->
                        migrator(TestDatabase.dataSource("jdbc:mysql://x/y"), new First(op -> {}), new AnotherFirst()))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(First.class.getName())
                .hasMessageContaining(AnotherFirst.class.getName());
    }

    @Test
    void aMigrationWithoutRevisionIsNamed() {
        assertThatThrownBy(() -> Migrator.builder().migrations(new WithoutRevision()))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(WithoutRevision.class.getName())
                .hasMessageContaining("@Revision");
    }

    @Test
    void aClassThatIsNoMigrationIsNamed() {
        assertThatThrownBy(() -> Migrator.builder().migrationClasses(String.class))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("java.lang.String is not a migration");
    }

    @Test
    void aClassThatCannotBeInstantiatedIsNamedWithTheReason() {
        assertThatThrownBy(() -> Migrator.builder().migrationClasses(First.class))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining(First.class.getName())
                .hasMessageContaining("no constructor without parameters");
    }

    @Test
    void aPackageWithoutMigrationsIsNamed() {
        assertThatThrownBy(() -> Migrator.builder().scan("dev.migrate.nothing.here"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("dev.migrate.nothing.here");
    }

    @Test
    void anInvalidNameOfTheVersionTableIsRejected() {
        assertThatThrownBy(() -> Migrator.builder().versionTable("v`; DROP TABLE x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DROP TABLE");
    }
}
