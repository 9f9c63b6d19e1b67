package dev.migrate.test.assertj;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static dev.migrate.test.assertj.MigrateAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrator;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each assertion accepts what it describes, and fails with what is there instead. */
class MigrateAssertionsTest {

    private static final Schema SCHEMA = Schema.builder()
            .table("users", t -> {
                t.column("id", bigint()).notNull().autoIncrement();
                t.column("email", varchar(100).collation("utf8mb4_bin")).notNull();
                t.column("name", varchar(50));
                t.column("boss", bigint());
                t.primaryKey("id");
                t.uniqueConstraint("uq_email", "email");
                t.index("ix_name", "name", "email");
                t.foreignKey("fk_boss", "boss").references("users", "id");
            })
            .view(new View("names", "SELECT name FROM users"))
            .build();

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }

    @Test
    void aSchemaIsDescribedByItsTables() {
        assertThat(SCHEMA)
                .hasView("names")
                .doesNotHaveTable("names")
                .hasTable("users")
                .hasPrimaryKey("id")
                .hasIndex("name", "email")
                .hasUniqueIndex("EMAIL")
                .hasForeignKey("users", "boss")
                .doesNotHaveColumn("age")
                .column("email")
                .hasType(varchar(100))
                .isNotNullable()
                .column("name")
                .isNullable()
                .ofTable()
                .column("id")
                .hasType(bigint())
                .isAutoIncrement();
    }

    @Test
    void aFailureShowsWhatIsThere() {
        TableAssert users = assertThat(SCHEMA).hasTable("users");
        fails(() -> assertThat(SCHEMA).hasTable("orders"), "Expected a table orders, but the schema has the tables");
        fails(() -> assertThat(SCHEMA).hasView("users"), "the views [names]");
        fails(() -> assertThat(SCHEMA).doesNotHaveTable("users"), "Expected no table users");
        fails(
                () -> users.column("age"),
                "[table users] Expected a column age, but the table has the columns [id, email, name, boss].");
        fails(() -> users.doesNotHaveColumn("email"), "Expected no column email");
        fails(() -> users.hasPrimaryKey("email"), "but the table has [id].");
        fails(() -> users.hasIndex("name"), "but the table has [uq_email[email], ix_name[name, email]].");
        fails(() -> users.hasUniqueIndex("name", "email"), "but the table has [uq_email[email]].");
        fails(() -> users.hasForeignKey("users", "name"), "but the table has [fk_boss[boss] to users].");
        fails(() -> users.column("id").hasType(integer()), "[column users.id] Expected the type");
        fails(
                () -> users.column("email").hasType(varchar(100).collation("utf8mb4_general_ci")),
                "[column users.email] Expected the type");
        fails(() -> users.column("id").isNullable(), "but it is NOT NULL.");
        fails(() -> users.column("name").isNotNullable(), "but it accepts NULL.");
        fails(() -> users.column("name").isAutoIncrement(), "[column users.name] Expected it to be AUTO_INCREMENT");
    }

    @DatabaseTest(one = true)
    void aMigratorIsAtItsHeadAfterAnUpgrade(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .scan("dev.migrate.test.shop")
                .build();
        assertThat(migrator).isAt();
        fails(() -> assertThat(migrator).isAtHead(), "but these revisions are pending: [001, 002].");

        migrator.upgrade("heads");

        assertThat(migrator).isAtHead().isAt("002");
        fails(() -> assertThat(migrator).isAt("001"), "Expected the database to be at [001], but it is at [002].");
        database.execute("UPDATE alembic_version SET version_num = '999'");
        fails(() -> assertThat(migrator).isAtHead(), "999");
    }
}
