package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The effects of a {@link Migrator} on a database without failures. */
class MigratorTest {

    @Revision(id = "001", message = "authors")
    static final class Authors implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("author", t -> {
                t.column("id", bigint().unsigned()).notNull().autoIncrement();
                t.column("name", varchar(80)).notNull();
                t.primaryKey("id");
            });
            op.insert(
                    "author",
                    rows -> rows.columns("id", "name").values(1, "Ann").values(2, "Bob"));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("author");
        }
    }

    @Revision(id = "002", parents = "001", message = "books")
    static final class Books implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("book", t -> {
                t.column("id", integer()).notNull();
                t.column("author_id", bigint().unsigned()).notNull();
                t.primaryKey("id");
                t.foreignKey("fk_book_author", "author_id")
                        .references("author", "id")
                        .onDelete(Rule.CASCADE);
            });
        }

        @Override
        public void down(Operations op) {
            op.dropTable("book");
        }
    }

    @Revision(id = "003", parents = "002", message = "e-mail")
    static final class Mail implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("author", "email", varchar(120));
            op.execute("UPDATE author SET email = CONCAT(LOWER(name), '@example.com')");
            op.addUniqueConstraint("author", "uq_author_email", "email");
        }

        @Override
        public void down(Operations op) {
            op.table("author", t -> t.dropUniqueConstraint("uq_author_email"));
            op.dropColumn("author", "email");
        }
    }

    private static Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Mail(), new Authors(), new Books())
                .build();
    }

    @DatabaseTest
    void upgradesAnEmptyDatabaseToHead(TestDatabase database) {
        RunResult result = migrator(database).upgrade("head");

        assertThat(result.before()).isEmpty();
        assertThat(result.after()).containsExactly("003");
        assertThat(result.steps()).extracting(step -> step.revision().id()).containsExactly("001", "002", "003");
        assertThat(result.steps()).extracting(step -> step.statements()).containsExactly(2, 1, 3);
        assertThat(database.tables()).containsExactly("alembic_version", "author", "book");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("003");
        assertThat(database.column("SELECT email FROM author ORDER BY id"))
                .containsExactly("ann@example.com", "bob@example.com");
    }

    @DatabaseTest
    void doesNothingTheSecondTime(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");

        RunResult second = migrator.upgrade("head");

        assertThat(second.steps()).isEmpty();
        assertThat(second.before()).containsExactly("003");
        assertThat(second.after()).containsExactly("003");
    }

    @DatabaseTest
    void downgradesToARevisionAndUpgradesAgain(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");

        RunResult down = migrator.downgrade("001");

        assertThat(down.steps()).extracting(step -> step.revision().id()).containsExactly("003", "002");
        assertThat(database.tables()).containsExactly("alembic_version", "author");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("001");

        assertThat(migrator.upgrade("+1").after()).containsExactly("002");
        assertThat(migrator.downgrade("-1").after()).containsExactly("001");
        assertThat(migrator.upgrade("head").after()).containsExactly("003");
    }

    @DatabaseTest
    void downgradesToBaseAndLeavesAnEmptyVersionTable(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");

        RunResult down = migrator.downgrade("base");

        assertThat(down.after()).isEmpty();
        assertThat(database.tables()).containsExactly("alembic_version");
        assertThat(database.column("SELECT version_num FROM alembic_version")).isEmpty();
    }

    @DatabaseTest
    void stampsWithoutRunningAnything(TestDatabase database) {
        Migrator migrator = migrator(database);

        StampResult result = migrator.stamp("002");

        assertThat(result.before()).isEmpty();
        assertThat(result.after()).containsExactly("002");
        assertThat(database.tables()).containsExactly("alembic_version");
        assertThat(migrator.stamp("base").after()).isEmpty();
        assertThat(database.column("SELECT version_num FROM alembic_version")).isEmpty();
    }

    @DatabaseTest
    void returnsTheCurrentRevisionWithoutCreatingAnything(TestDatabase database) {
        Migrator migrator = migrator(database);

        assertThat(migrator.current()).isEmpty();
        assertThat(migrator.history()).extracting(RevisionStatus::isApplied).containsOnly(false);
        assertThat(database.tables()).isEmpty();

        migrator.upgrade("002");

        assertThat(migrator.current())
                .extracting(status -> status.revision().id())
                .containsExactly("002");
        assertThat(migrator.history())
                .extracting(
                        status -> status.revision().id(),
                        RevisionStatus::isApplied,
                        RevisionStatus::isCurrent,
                        RevisionStatus::isHead)
                .containsExactly(
                        tuple("003", false, false, true),
                        tuple("002", true, true, false),
                        tuple("001", true, false, false));
    }

    @DatabaseTest
    void usesAVersionTableCreatedByAlembic(TestDatabase database) {
        database.execute(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
                        + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                "INSERT INTO alembic_version VALUES ('001')",
                "CREATE TABLE author (id BIGINT UNSIGNED NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL)");

        RunResult result = migrator(database).upgrade("head");

        assertThat(result.before()).containsExactly("001");
        assertThat(result.after()).containsExactly("003");
        assertThat(database.tables()).contains("book");
    }

    @DatabaseTest
    void usesTheSpecifiedVersionTable(TestDatabase database) {
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Authors())
                .versionTable("schema_version")
                .build()
                .upgrade("head");

        assertThat(database.tables()).containsExactly("author", "schema_version");
    }

    @DatabaseTest
    void identifiesTheServer(TestDatabase database) {
        ServerInfo server = migrator(database).check().server();

        String product = database.server().isMariaDb() ? MySqlVersions.MARIADB : MySqlVersions.MYSQL;
        assertThat(server.version().product()).isEqualTo(product);
        assertThat(server.version().text()).isEqualTo(database.server().version());
        assertThat(server.database()).isEqualTo(database.name());
        assertThat(database.column("SELECT CURRENT_USER()")).containsExactly(server.user());
        assertThat(database.tables()).isEmpty();
    }

    /** The privileges are those of docs/privileges.md. */
    @DatabaseTest
    void theDocumentedPrivilegesAreEnough(TestDatabase database) {
        String user = "u_" + database.name();
        database.execute(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON " + database.name()
                        + ".* TO '" + user + "'@'%'");
        try {
            DataSource limited = database.dataSource(user, "pw", database.name());
            Migrator migrator = Migrator.builder()
                    .dataSource(limited)
                    .migrations(new Authors(), new Books(), new Mail())
                    .build();

            assertThat(migrator.upgrade("head").after()).containsExactly("003");
            assertThat(migrator.downgrade("base").after()).isEmpty();
        } finally {
            database.execute("DROP USER '" + user + "'@'%'");
        }
    }

    @DatabaseTest
    void restoresTheConnection(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");

            Migrator.builder()
                    .connection(connection)
                    .migrations(new Authors(), new Books(), new Mail())
                    .build()
                    .upgrade("head");

            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isTrue();
            try (var result = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
                result.next();
                assertThat(result.getString(1)).isEqualTo("ANSI_QUOTES,NO_BACKSLASH_ESCAPES");
            }
        }
    }
}
