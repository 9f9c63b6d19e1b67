package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.error.RevisionException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;

/** Databases whose version table contains revisions that the code does not have. */
class NewerDatabaseTest {

    @Revision(id = "1", message = "create a")
    static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("a", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "2", parents = "1", message = "create b")
    static final class Second implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("b", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "3", parents = "2", message = "create c")
    static final class Third implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("c", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "2b", parents = "1", message = "create d")
    static final class Branch implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("d", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "other", message = "of another project")
    static final class Other implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("other", t -> t.column("id", integer()));
        }
    }

    private static MigratorBuilder migrator(TestDatabase database, Migration... migrations) {
        return Migrator.builder().dataSource(database.dataSource()).migrations(migrations);
    }

    private static Migrator newer(TestDatabase database) {
        return migrator(database, new First(), new Second(), new Third()).build();
    }

    @DatabaseTest
    void anOlderInstanceStarts(TestDatabase database) {
        newer(database).upgrade();
        Migrator older = migrator(database, new First()).build();

        RunResult result = older.upgrade();

        assertThat(result.steps()).isEmpty();
        assertThat(result.after()).containsExactly("3");
        assertThat(older.upgrade("head").steps()).isEmpty();
        assertThat(older.plan(dev.migrate.plan.Direction.UP).steps()).isEmpty();
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("3");
    }

    @DatabaseTest
    void anOlderInstanceAppliesWhatIsMissing(TestDatabase database) {
        newer(database).upgrade();
        Migrator older = migrator(database, new First(), new Branch()).build();

        assertThat(older.check().pending())
                .extracting(revision -> revision.id())
                .containsExactly("2b");
        assertThat(older.upgrade().after()).containsExactlyInAnyOrder("3", "2b");
        assertThat(older.upgrade().steps()).isEmpty();
        assertThat(database.tables()).contains("c", "d");
    }

    @DatabaseTest
    void checkAndCurrentNameTheNewerRevisions(TestDatabase database) {
        newer(database).upgrade();
        Migrator older = migrator(database, new First()).build();

        CheckResult check = older.check();

        assertThat(check.isUpToDate()).isTrue();
        assertThat(check.newer()).containsExactly("3");
        assertThat(check.foreign()).isEmpty();
        assertThat(check.pending()).isEmpty();
        assertThat(check.applied()).extracting(revision -> revision.id()).containsExactly("1");
        assertThat(older.current())
                .extracting(
                        status -> status.revision().id(),
                        status -> status.revision().message(),
                        RevisionStatus::isKnown)
                .containsExactly(tuple("3", "create c", false));
        assertThat(older.history())
                .extracting(status -> status.revision().id(), RevisionStatus::isApplied, RevisionStatus::isKnown)
                .containsExactly(tuple("3", true, false), tuple("2", true, false), tuple("1", true, true));
    }

    @DatabaseTest
    void aNewerDatabaseCanBeRefused(TestDatabase database) {
        newer(database).upgrade();
        Migrator older =
                migrator(database, new First()).acceptNewerDatabase(false).build();

        assertThatThrownBy(older::upgrade)
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("The version table contains '3'");
        assertThat(older.check().newer()).containsExactly("3");
    }

    @DatabaseTest
    void anOlderInstanceCannotDowngrade(TestDatabase database) {
        newer(database).upgrade();

        assertThatThrownBy(() -> migrator(database, new First()).build().downgrade("base"))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("'3'");
        assertThat(database.tables()).contains("a", "b", "c");
    }

    @DatabaseTest
    void aForeignDatabaseIsRefusedAndStillDescribed(TestDatabase database) {
        migrator(database, new Other()).build().upgrade();
        Migrator migrator = migrator(database, new First()).build();

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("The version table contains 'other'");

        assertThat(migrator.check().foreign()).containsExactly("other");
        assertThat(migrator.check().newer()).isEmpty();
        assertThat(migrator.check().isUpToDate()).isFalse();
        assertThat(migrator.current())
                .extracting(status -> status.revision().id(), RevisionStatus::isKnown)
                .containsExactly(tuple("other", false));
        assertThat(database.tables()).doesNotContain("a");
    }

    @DatabaseTest
    void anUnknownIdWithoutAJournalIsForeign(TestDatabase database) {
        newer(database).upgrade();
        database.execute("DELETE FROM alembic_version_journal");

        assertThat(migrator(database, new First()).build().check().foreign()).containsExactly("3");
        database.execute("DROP TABLE alembic_version_journal");
        assertThat(migrator(database, new First()).build().check().foreign()).containsExactly("3");
    }

    @DatabaseTest
    void aNewerBranchWithItsOwnBaseIsNewer(TestDatabase database) {
        migrator(database, new First(), new Other()).build().upgrade();
        Migrator older = migrator(database, new First()).build();

        assertThat(older.check().newer()).containsExactly("other");
        assertThat(older.upgrade().steps()).isEmpty();
    }

    @Revision(id = "2b", parents = "1", message = "fail halfway")
    static final class FailingBranch implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE d (id INT)");
            op.execute("INSERT INTO e VALUES (1)");
        }
    }

    @DatabaseTest
    void anOlderInstanceResumesItsOwnStep(TestDatabase database) {
        newer(database).upgrade();
        Migrator older = migrator(database, new First(), new FailingBranch()).build();
        assertThatThrownBy(older::upgrade).isInstanceOf(StatementFailedException.class);
        assertThatThrownBy(older::upgrade).isInstanceOf(StatementFailedException.class);

        database.execute("CREATE TABLE e (id INT)");

        assertThat(older.upgrade().after()).containsExactlyInAnyOrder("3", "2b");
        assertThat(database.column("SELECT COUNT(*) FROM e")).containsExactly("1");
    }
}
