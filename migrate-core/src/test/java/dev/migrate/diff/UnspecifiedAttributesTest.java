package dev.migrate.diff;

import static dev.migrate.diff.Diffs.descriptions;
import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Attribute;
import dev.migrate.schema.TableBuilder;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Attributes that a model omits keep their values in the database; specified ones are applied. */
class UnspecifiedAttributesTest {

    private static List<String> found(TestDatabase database, Set<Attribute> left, Consumer<TableBuilder> wanted)
            throws SQLException {
        try (TestSchema live = new TestSchema(database)) {
            return descriptions(live.diff(TestSchema.schema(List.of(Diffs.table("t", wanted))), left, live.options()));
        }
    }

    private static void createUnlikeTheDefault(TestDatabase database) {
        database.execute("CREATE TABLE t (b VARCHAR(9), a VARCHAR(9) CHARACTER SET ascii, id BIGINT NOT NULL,"
                + " PRIMARY KEY (id)) ENGINE = MyISAM DEFAULT CHARACTER SET latin1 ROW_FORMAT = DYNAMIC MAX_ROWS = 7");
    }

    private static void columns(TableBuilder t) {
        t.column("id", bigint()).notNull();
        t.column("a", varchar(9));
        t.column("b", varchar(9));
        t.primaryKey("id");
    }

    @DatabaseTest
    void omittedAttributesAreNoDifference(TestDatabase database) throws SQLException {
        createUnlikeTheDefault(database);

        assertThat(found(database, Attribute.FILLED_IN_BY_THE_SERVER, UnspecifiedAttributesTest::columns))
                .isEmpty();
        assertThat(found(database, Set.of(), UnspecifiedAttributesTest::columns))
                .contains("alter table t", "alter column t.a");
    }

    @DatabaseTest
    void specifiedAttributesAreApplied(TestDatabase database) throws SQLException {
        createUnlikeTheDefault(database);
        Set<Attribute> left = Attribute.FILLED_IN_BY_THE_SERVER;

        assertThat(found(database, left, t -> {
                    t.column("id", bigint()).notNull();
                    t.column("a", varchar(9).charset("latin1"));
                    t.column("b", varchar(10));
                    t.primaryKey("id");
                }))
                .containsExactly("alter column t.b", "alter column t.a");
        assertThat(found(database, left, t -> {
                    columns(t);
                    t.engine("InnoDB");
                }))
                .containsExactly("change options of t");
        assertThat(found(database, left, t -> {
                    columns(t);
                    t.charset("utf8mb4");
                }))
                .containsExactly("alter table t");
    }

    @DatabaseTest
    void aNewColumnGetsTheEncodingOfItsTable(TestDatabase database) throws SQLException {
        createUnlikeTheDefault(database);
        Set<Attribute> left = Attribute.FILLED_IN_BY_THE_SERVER;
        Consumer<TableBuilder> wanted = t -> {
            columns(t);
            t.column("c", varchar(9));
        };

        try (TestSchema live = new TestSchema(database)) {
            SchemaDiff diff = live.diff(TestSchema.schema(List.of(Diffs.table("t", wanted))), left, live.options());
            assertThat(descriptions(diff)).containsExactly("add column t.c");
            live.run(diff.changes().stream().map(Change::operation).toList());
        }

        assertThat(found(database, left, wanted)).isEmpty();
        assertThat(database.column("SELECT character_set_name FROM information_schema.columns WHERE table_schema = '"
                        + database.name() + "' AND column_name = 'c'"))
                .containsExactly("latin1");
    }

    @DatabaseTest
    void aModelMayLeaveMore(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (id BIGINT NOT NULL, a INT DEFAULT 5 COMMENT 'x', b DATETIME DEFAULT"
                + " CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, PRIMARY KEY (id), KEY ix (a), UNIQUE KEY uq (a, b))"
                + " COMMENT = 'y'");
        Consumer<TableBuilder> wanted = t -> {
            t.column("id", bigint()).notNull();
            t.column("a", integer());
            t.column("b", datetime());
            t.primaryKey("id");
            t.uniqueConstraint("uq", "a", "b");
        };

        assertThat(found(database, Set.of(Attribute.values()), wanted)).isEmpty();
        assertThat(found(database, Set.of(), wanted))
                .containsExactly("change options of t", "alter column t.a", "alter column t.b", "drop index ix on t");
    }
}
