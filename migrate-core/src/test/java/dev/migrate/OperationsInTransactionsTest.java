package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.PreparedStatement;
import java.util.function.Consumer;

/** Rows, statements with parameters, and Java code. */
class OperationsInTransactionsTest {

    @Revision(id = "001")
    private record Scripted(Consumer<Operations> up1) implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("b", varchar(100));
                t.primaryKey("id");
            });
            up1.accept(op);
        }
    }

    private static Migrator migrator(TestDatabase database, Consumer<Operations> up) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Scripted(up))
                .build();
    }

    @DatabaseTest
    void javaCodeRunsInOrder(TestDatabase database) {
        migrator(database, op -> {
                    op.execute("INSERT INTO t (id, b) VALUES (?, ?)", 1, "it's ?");
                    op.run("shout", connection -> {
                        try (PreparedStatement shout = connection.prepareStatement("UPDATE t SET b = UPPER(b)")) {
                            shout.executeUpdate();
                        }
                    });
                    op.execute("UPDATE t SET b = CONCAT(b, '?', ?) /* ? */ WHERE id = ? -- why?", "!", 1);
                })
                .upgrade("head");

        assertThat(database.column("SELECT b FROM t")).containsExactly("IT'S ??!");
    }

    @DatabaseTest
    void failedJavaCodeIsRolledBackAndEarlierStatementsRemain(TestDatabase database) {
        Migrator migrator = migrator(database, op -> {
            op.execute("INSERT INTO t (id) VALUES (1)");
            op.run("fails in the middle", connection -> {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t (id) VALUES (2)")) {
                    insert.executeUpdate();
                }
                throw new IllegalStateException("no more");
            });
        });

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(failure.sql()).isEqualTo("fails in the middle");
        assertThat(failure).hasMessageContaining("no more");
        assertThat(failure).hasMessageContaining("Statements 1 to 2 are committed.");
        assertThat(database.column("SELECT id FROM t")).containsExactly("1");
    }

    @DatabaseTest
    void javaCodeCannotEndTheTransaction(TestDatabase database) {
        Migrator migrator = migrator(database, op -> op.run("commits", connection -> connection.commit()));

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("must not call commit()");
    }

    @DatabaseTest
    void parametersThatDoNotFitAreRejectedBeforeAnythingRuns(TestDatabase database) {
        Migrator migrator = migrator(database, op -> op.execute("UPDATE t SET b = ? WHERE b = '?'", 1, 2));

        assertThatThrownBy(() -> migrator.upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("1 question marks", "2 parameters");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void manyRowsAreSplitIntoSeveralInserts(TestDatabase database) {
        RunResult result = migrator(
                        database,
                        op -> op.insert("t", rows -> {
                            rows.columns("id", "b");
                            for (int i = 0; i < 2_500; i++) {
                                rows.values(i, "row " + i);
                            }
                        }))
                .upgrade("head");

        assertThat(result.steps().get(0).statements()).isEqualTo(4);
        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly("2500");
    }
}
