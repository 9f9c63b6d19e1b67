package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;

/** {@code instantOnly} and {@code noLock}: the server rejects a change that is more expensive than expected. */
class AlterConditionsTest {

    private static final String[] TABLE = {
        "CREATE TABLE t (id INT PRIMARY KEY, a INT NULL)", "INSERT INTO t VALUES (1, 1), (2, 2)"
    };

    @Revision(id = "1", message = "a column and an index without a lock")
    static final class WithoutLock implements Migration {
        @Override
        public void up(Operations op) {
            op.table("t", t -> {
                t.noLock();
                t.addColumn("n", integer());
                t.createIndex("by_a", "a");
            });
        }
    }

    @Revision(id = "1", message = "another type without a lock")
    static final class OtherTypeWithoutLock implements Migration {
        @Override
        public void up(Operations op) {
            op.table("t", t -> {
                t.noLock();
                t.alterColumn("a", c -> c.type(bigint()), c -> c.type(integer()));
                t.createIndex("by_a", "a");
            });
        }
    }

    @Revision(id = "1", message = "an instant column")
    static final class InstantColumn implements Migration {
        @Override
        public void up(Operations op) {
            op.table("t", t -> {
                t.instantOnly();
                t.addColumn("n", integer());
            });
        }
    }

    @Revision(id = "1", message = "an index, which is not instant")
    static final class InstantIndex implements Migration {
        @Override
        public void up(Operations op) {
            op.table("t", t -> {
                t.instantOnly();
                t.createIndex("by_a", "a");
            });
        }
    }

    private static Migrator migrator(TestDatabase database, Migration migration) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .build();
    }

    private static void assertRejected(TestDatabase database, Migration migration) {
        String before = database.query("SHOW CREATE TABLE t").toString();

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, migrator(database, migration)::upgrade);

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(database.query("SHOW CREATE TABLE t")).hasToString(before);
    }

    @DatabaseTest
    void aChangeWithoutALockIsMadeAndReverted(TestDatabase database) {
        database.execute(TABLE);
        Migrator migrator = migrator(database, new WithoutLock());

        migrator.upgrade();

        assertThat(database.query("SELECT id, a, n FROM t FORCE INDEX (by_a) WHERE a = 2"))
                .hasSize(1);
        migrator.downgrade("base");
        assertThat(database.query("SHOW CREATE TABLE t").toString()).doesNotContain("by_a", "`n`");
    }

    /** MariaDB copies tables without a lock from 11.2 on. */
    @DatabaseTest
    void aChangeThatNeedsALockIsRejected(TestDatabase database) {
        database.execute(TABLE);
        if (database.server().version().matches("11\\..*MariaDB.*")) {
            migrator(database, new OtherTypeWithoutLock()).upgrade();
            assertThat(database.query("SHOW CREATE TABLE t").toString()).contains("`a` bigint");
            return;
        }

        assertRejected(database, new OtherTypeWithoutLock());
    }

    @DatabaseTest
    void anInstantChangeIsMadeWhereTheServerCan(TestDatabase database) {
        database.execute(TABLE);
        if (database.server().version().startsWith("5.7")) {
            assertRejected(database, new InstantColumn());
            return;
        }

        migrator(database, new InstantColumn()).upgrade();

        assertThat(database.query("SELECT n FROM t")).hasSize(2);
    }

    @DatabaseTest
    void aChangeThatIsNotInstantIsRejected(TestDatabase database) {
        database.execute(TABLE);

        assertRejected(database, new InstantIndex());
    }
}
