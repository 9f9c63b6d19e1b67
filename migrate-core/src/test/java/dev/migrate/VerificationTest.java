package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.timestamp;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.lint.LintOptions;
import dev.migrate.lint.Severity;
import dev.migrate.migration.IgnoreRule;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.plan.VerifiedRevision;
import dev.migrate.plan.VerifiedRevision.Status;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Each revision is applied, reverted and applied again in a scratch database. */
class VerificationTest {

    private static final LintOptions NO_RULES = LintOptions.DEFAULT;

    @Revision(id = "1", message = "customers")
    static final class Customers implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("customer", t -> {
                t.column("id", integer()).autoIncrement();
                t.column("email", varchar(50)).notNull().comment("it's; unique");
                t.column("joined", timestamp()).notNull().defaultExpression("CURRENT_TIMESTAMP");
                t.primaryKey("id");
            });
            op.createTable("verified_account", t -> {
                t.column("id", integer()).notNull();
                t.column("customer_id", integer()).notNull();
                t.primaryKey("id");
                t.foreignKey("fk_account", "customer_id").references("customer", "id");
            });
            op.execute("INSERT INTO customer (email) VALUES ('a'), ('b')");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("verified_account");
            op.dropTable("customer");
        }
    }

    @Revision(id = "2", message = "stored objects", parents = "1")
    static final class StoredObjects implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n");
            op.execute("CREATE PROCEDURE tidy() BEGIN DELETE FROM verified_account; DELETE FROM customer; END");
            op.execute("CREATE VIEW emails AS SELECT id, twice(id) AS two, email FROM customer");
            op.execute("CREATE VIEW a_few AS SELECT email FROM emails");
            op.execute("CREATE TRIGGER lowered BEFORE INSERT ON customer FOR EACH ROW"
                    + " SET NEW.email = LOWER(NEW.email)");
            op.execute("CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2035-01-01 00:00:00' DO CALL tidy()");
        }

        @Override
        public void down(Operations op) {
            op.execute("DROP EVENT nightly");
            op.execute("DROP TRIGGER lowered");
            op.execute("DROP VIEW a_few");
            op.execute("DROP VIEW emails");
            op.execute("DROP PROCEDURE tidy");
            op.execute("DROP FUNCTION twice");
        }
    }

    @Revision(id = "3", message = "lower case", parents = "2")
    @IgnoreRule(value = "irreversible", reason = "The original case is not kept.")
    static final class LowerCase implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("UPDATE customer SET email = LOWER(email)");
        }
    }

    @Revision(id = "numbers", parents = "3")
    static final class Numbers implements Migration {
        @Override
        public void up(Operations op) {
            op.createSequence(new Sequence("numbers", "START WITH 7"));
            op.execute("SELECT NEXTVAL(numbers)");
        }

        @Override
        public void down(Operations op) {
            op.dropSequence("numbers");
        }
    }

    @Revision(id = "4", parents = "3")
    static final class ForgetsAnIndex implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", "name", varchar(60));
            op.createIndex("customer", "ix_email", "email");
        }

        @Override
        public void down(Operations op) {
            op.dropColumn("customer", "name");
        }
    }

    @Revision(id = "5", parents = "4")
    static final class HasNoDowngrade implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("UPDATE customer SET name = email");
        }
    }

    @Revision(id = "6", parents = "5")
    static final class FailsToGoDown implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", "city", varchar(60));
        }

        @Override
        public void down(Operations op) {
            op.dropColumn("customer", "town");
        }
    }

    @Revision(id = "7", parents = "6")
    static final class Correct implements Migration {
        @Override
        public void up(Operations op) {
            op.createIndex("customer", "ix_city", "city");
        }
    }

    @Revision(id = "8", parents = "7")
    static final class ReachesAnotherDatabase implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE migrate_elsewhere.t (id INT)");
        }
    }

    @Revision(id = "9", parents = "8")
    static final class AfterIt implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", "street", varchar(60));
        }
    }

    private static MigratorBuilder builder(TestDatabase database, Migration... more) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Customers(), new StoredObjects(), new LowerCase())
                .migrations(more);
    }

    private static Verification verified(TestDatabase database, MigratorBuilder builder) {
        List<@Nullable String> before = scratchDatabases(database);
        Verification verification = builder.build().authoring().verify(NO_RULES);
        assertThat(database.column("SHOW TABLES")).isEmpty();
        assertThat(before).containsAll(scratchDatabases(database));
        return verification;
    }

    /** Other processes may use scratch databases on the same server, so these are recognized by their table. */
    private static List<@Nullable String> scratchDatabases(TestDatabase database) {
        return database.column("SELECT table_schema FROM information_schema.tables"
                + " WHERE table_schema LIKE 'migrate\\_scratch\\_%' AND table_name = 'verified_account'");
    }

    private static String details(Verification verification) {
        return String.join(
                "\n",
                verification.revisions().stream()
                        .flatMap(each -> each.details().stream())
                        .toList());
    }

    private static List<Status> statuses(Verification verification) {
        return verification.revisions().stream().map(VerifiedRevision::status).toList();
    }

    @DatabaseTest
    void correctMigrationsAreVerifiedAndTheirSchemaIsAModel(TestDatabase database, @TempDir Path folder)
            throws IOException {
        Migration[] more = database.server().isMariaDb() ? new Migration[] {new Numbers()} : new Migration[0];
        Verification verification = verified(database, builder(database, more));

        assertThat(statuses(verification))
                .as(details(verification))
                .startsWith(Status.VERIFIED, Status.VERIFIED, Status.IRREVERSIBLE)
                .hasSize(3 + more.length);
        assertThat(verification.revisions().get(2).details()).containsExactly("The original case is not kept.");
        assertThat(verification.isSuccessful()).isTrue();
        String schema = Objects.requireNonNull(verification.schema());
        assertThat(schema)
                .contains("CREATE TABLE `verified_account`", "`tidy`", "`lowered`", "`nightly`", "'it''s; unique'")
                .doesNotContain("migrate_scratch", "AUTO_INCREMENT=", "alembic_version", "DEFINER")
                .doesNotContain("DISABLE");
        assertThat(schema.contains("CREATE SEQUENCE `numbers`"))
                .isEqualTo(database.server().isMariaDb());
        assertThat(schema.indexOf("VIEW `emails`")).isPositive().isLessThan(schema.indexOf("VIEW `a_few`"));

        Path file = Files.writeString(folder.resolve("schema.sql"), schema);
        Verification again = verified(database, builder(database, more).model(Model.ofScript(file)));
        assertThat(again.schema()).isEqualTo(schema);
        assertThat(Objects.requireNonNull(again.modelDifference()).isEmpty())
                .as(String.valueOf(again.modelDifference()))
                .isTrue();
        assertThat(again.revisions()).isEqualTo(verification.revisions());
    }

    @DatabaseTest
    void findsADeliberateBugOfEachKind(TestDatabase database) {
        Verification verification = verified(
                database,
                builder(
                        database,
                        new ForgetsAnIndex(),
                        new HasNoDowngrade(),
                        new FailsToGoDown(),
                        new Correct(),
                        new ReachesAnotherDatabase(),
                        new AfterIt()));

        assertThat(statuses(verification).subList(3, 9))
                .as(details(verification))
                .containsExactly(
                        Status.FAILED, Status.FAILED, Status.FAILED, Status.VERIFIED, Status.FAILED, Status.SKIPPED);
        List<List<String>> details =
                verification.revisions().stream().map(VerifiedRevision::details).toList();
        assertThat(details.get(3))
                .containsExactly("The downgrade does not restore the schema before the revision: table customer has KEY"
                        + " `ix_email` (`email`) in addition.");
        assertThat(details.get(4).get(0)).contains("Migration 5 cannot be reversed.", "down()");
        assertThat(details.get(5).get(0))
                .startsWith("The downgrade failed. ")
                .contains("town", "DROP COLUMN")
                .doesNotContain("migrate_scratch");
        assertThat(details.get(7).get(0)).contains("8 cannot be verified", "migrate_elsewhere");
        assertThat(details.get(8)).containsExactly("Not verified, because 8 could not be applied.");
        assertThat(verification.schema()).isNull();
        assertThat(verification.isSuccessful()).isFalse();
    }

    @DatabaseTest
    void aModelThatDiffersIsFound(TestDatabase database) {
        Verification verification = verified(
                database, builder(database).model(context -> Schema.builder().build()));

        assertThat(Objects.requireNonNull(verification.modelDifference()).changes())
                .extracting(change -> change.operation().description())
                .contains("drop table verified_account");
        assertThat(verification.isSuccessful()).isFalse();
    }

    @DatabaseTest
    void findingsOfTheSeverityErrorAreFailures(TestDatabase database) {
        LintOptions strict = LintOptions.DEFAULT.with("data-loss", Severity.ERROR);

        Verification verification = builder(database).build().authoring().verify(strict);

        assertThat(verification.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(verification.isSuccessful()).isFalse();
    }
}
