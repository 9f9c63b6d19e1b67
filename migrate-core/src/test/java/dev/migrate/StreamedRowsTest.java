package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.internal.JdbcProxy;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Inserts whose rows are read while they are executed. */
class StreamedRowsTest {

    private static final List<String> COLUMNS = List.of("id", "b");

    @Revision(id = "001")
    private record Rows(Consumer<Operations> insert) implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("b", varchar(100));
                t.primaryKey("id");
            });
            insert.accept(op);
        }
    }

    /** Generates rows, and counts how often and how far they are read. */
    private static final class Source implements Iterable<@Nullable Object[]> {

        private final int size;
        private int traversals;
        private int read;
        /** This and all later traversals return other rows; none by default. */
        private int changesAt = Integer.MAX_VALUE;
        /** The row whose reading fails in all traversals but the first, or -1. */
        private int failsAt = -1;

        Source(int size) {
            this.size = size;
        }

        @Override
        public Iterator<@Nullable Object[]> iterator() {
            traversals++;
            read = 0;
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return read < size;
                }

                @Override
                public @Nullable Object[] next() {
                    if (traversals > 1 && read == failsAt) {
                        throw new IllegalStateException("no such file");
                    }
                    int id = read++;
                    return new @Nullable Object[] {id, "row " + id + (traversals >= changesAt ? "!" : "")};
                }
            };
        }
    }

    private static Migrator migrator(DataSource dataSource, Consumer<Operations> insert) {
        return Migrator.builder()
                .dataSource(dataSource)
                .migrations(new Rows(insert))
                .build();
    }

    private static Migrator migrator(TestDatabase database, Source source) {
        return migrator(database.dataSource(), op -> op.insert("t", COLUMNS, source));
    }

    /** Calls a listener with each text that a statement executes, before it does. */
    private static DataSource observed(DataSource dataSource, Consumer<String> executed) {
        return JdbcProxy.of(DataSource.class, dataSource, (ofSource, open) -> {
            Object opened = open.proceed();
            if (!(opened instanceof Connection connection)) {
                return opened;
            }
            return JdbcProxy.of(Connection.class, connection, (ofConnection, call) -> {
                Object result = call.proceed();
                boolean isPlain = ofConnection.getName().equals("createStatement");
                return isPlain ? observed((Statement) Objects.requireNonNull(result), executed) : result;
            });
        });
    }

    private static Statement observed(Statement statement, Consumer<String> executed) {
        return JdbcProxy.of(
                Statement.class,
                statement,
                (method, call) -> method.getName().equals("execute")
                        ? call.proceed(sql -> {
                            executed.accept(sql);
                            return sql;
                        })
                        : call.proceed());
    }

    private static List<String> hashes(Migrator migrator) {
        return migrator.journal(JournalPage.oldestFirst(10)).get(0).statements().stream()
                .map(JournalStatement::hash)
                .toList();
    }

    @DatabaseTest
    void eachStatementIsExecutedBeforeTheRowsOfTheNextAreRead(TestDatabase database) {
        Source source = new Source(4_500);
        List<String> progress = new ArrayList<>();
        DataSource dataSource = observed(database.dataSource(), sql -> {
            if (sql.startsWith("INSERT INTO `t`")) {
                progress.add(source.traversals + ": " + source.read);
            }
        });
        Migrator migrator = migrator(dataSource, op -> op.insert("t", COLUMNS, source));

        migrator.upgrade("head");

        assertThat(progress).containsExactly("2: 1001", "2: 2001", "2: 3001", "2: 4001", "2: 4500");
        assertThat(database.column("SELECT CONCAT(COUNT(*), ' ', SUM(b = CONCAT('row ', id))) FROM t"))
                .containsExactly("4500 4500");
    }

    @DatabaseTest
    void theJournalIsTheSameAsForRowsInMemory(TestDatabase database) {
        Migrator streamed = migrator(database, new Source(2_500));
        streamed.upgrade("head");
        List<String> hashes = hashes(streamed);
        streamed.downgrade("base");

        Migrator inMemory = migrator(
                database.dataSource(),
                op -> op.insert("t", rows -> {
                    rows.columns("id", "b");
                    new Source(2_500).forEach(rows::values);
                }));
        inMemory.upgrade("head");

        assertThat(hashes).hasSize(4).doesNotHaveDuplicates();
        assertThat(inMemory.journal(JournalPage.newestFirst(1)).get(0).statements())
                .extracting(JournalStatement::hash)
                .isEqualTo(hashes);
    }

    @DatabaseTest
    void aResumedRunInsertsAllRows(TestDatabase database) {
        Migrator migrator = migrator(
                observed(database.dataSource(), sql -> {
                    if (sql.contains("'row 1000'")) {
                        // Before the second statement.
                        database.execute("INSERT INTO t (id) VALUES (1500)");
                    }
                }),
                op -> op.insert("t", COLUMNS, new Source(2_500)));
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);
        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly("1");
        database.execute("DELETE FROM t");

        migrator(database, new Source(2_500)).upgrade("head");

        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly("2500");
    }

    @DatabaseTest
    void rowsThatDifferWhenTheyAreReadAgainAreNotInserted(TestDatabase database) {
        Source changing = new Source(2_500);
        changing.changesAt = 2;
        assertThat(failure(database, changing))
                .hasMessageContaining("Other rows than before were read for the table t.");

        Source failing = new Source(2_500);
        failing.failsAt = 1_700;
        assertThat(failure(database, failing))
                .hasMessageContaining("Row 1701 cannot be read (", "no such file", ") for the table t.");

        migrator(database, new Source(2_500)).upgrade("head");
        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly("2500");
    }

    private static StatementFailedException failure(TestDatabase database, Source source) {
        StatementFailedException failure = catchThrowableOfType(
                StatementFailedException.class, () -> migrator(database, source).upgrade("head"));
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(database.column("SELECT COUNT(*) FROM t")).containsExactly("0");
        return failure;
    }

    @DatabaseTest
    void rowsThatCannotBeReadAtAllAreRejectedBeforeTheFirstStatement(TestDatabase database) {
        List<Object[]> tooLong = List.of(new Object[] {1, "a"}, new Object[] {2, "b", 3});
        List<Object[]> notConstant = List.<Object[]>of(new Object[] {1, new Object()});

        assertRejected(
                database, tooLong, "Row 2 cannot be read (", "3 values for 2 columns [id, b]", "for the table t.");
        assertRejected(database, notConstant, "Row 1 cannot be read (");
        assertRejected(database, List.of(), "There are no rows for the table t.");
    }

    private static void assertRejected(TestDatabase database, List<Object[]> rows, String... message) {
        assertThatThrownBy(() -> migrator(database.dataSource(), op -> op.insert("t", COLUMNS, rows))
                        .upgrade("head"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContainingAll(message);
        assertThat(database.tables()).isEmpty();
    }
}
