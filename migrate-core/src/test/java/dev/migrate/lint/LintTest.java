package dev.migrate.lint;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.Authoring;
import dev.migrate.Migrator;
import dev.migrate.migration.IgnoreRule;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.schema.TableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of migrations with rules, without a database. */
class LintTest {

    @Revision(id = "001")
    static final class Users implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("users", t -> {
                t.column("id", bigint()).autoIncrement();
                t.column("email", varchar(200));
                t.primaryKey("id");
            });
        }
    }

    @Revision(id = "002", parents = "001")
    static final class DropEmail implements Migration {
        @Override
        public void up(Operations op) {
            op.table("users", t -> t.dropColumn("email", varchar(200), c -> {}));
        }
    }

    @Revision(id = "003", parents = "002")
    @IgnoreRule(value = "data-loss", reason = "never used")
    static final class DropUsers implements Migration {
        @Override
        public void up(Operations op) {
            op.dropTable("users");
        }
    }

    @Revision(id = "003", parents = "002")
    @IgnoreRule(value = "data-los", reason = "never used")
    @IgnoreRule(value = "irreversible", reason = " ")
    static final class WrongAnnotations implements Migration {
        @Override
        public void up(Operations op) {
            op.dropTable("users");
        }
    }

    @Revision(id = "002", parents = "001")
    static final class Sequence implements Migration {
        @Override
        public void up(Operations op) {
            op.createSequence(new dev.migrate.schema.Sequence("numbers", ""));
        }
    }

    private static List<String> findings(Migrator migrator, LintOptions options, String range) {
        return migrator.authoring().lint(options, range).stream()
                .map(finding -> finding.severity() + " " + finding.rule() + " " + finding.revision())
                .toList();
    }

    private static Migrator of(Migration... migrations) {
        return Migrator.builder().migrations(migrations).build();
    }

    @Test
    void reportsEachMigrationInTheOrderOfAnUpgrade() {
        Migrator migrator = of(new DropUsers(), new DropEmail(), new Users());

        assertThat(findings(migrator, LintOptions.DEFAULT, ":"))
                .containsExactly("warning data-loss 002", "warning irreversible 003");
    }

    /** A table that is dropped and created again has lost its rows. */
    @Test
    void aTableIsNewOnlyAfterItsCreation() {
        Migrator migrator = of(new Users(), new NewUsers());

        assertThat(migrator.authoring().lint(LintOptions.DEFAULT, "002:"))
                .extracting(Finding::rule, Finding::operation)
                .containsExactly(tuple("data-loss", "drop table users"));
    }

    @Revision(id = "002", parents = "001")
    static final class NewUsers implements Migration {
        @Override
        public void up(Operations op) {
            op.dropTable("users", NewUsers::define);
            op.createTable("users", NewUsers::define);
            op.table("users", t -> t.dropColumn("email", varchar(200), c -> {}));
        }

        private static void define(TableBuilder t) {
            t.column("id", bigint()).autoIncrement();
            t.column("email", varchar(200));
            t.primaryKey("id");
        }
    }

    @Test
    void severityIsConfigured() {
        Migrator migrator = of(new Users(), new DropEmail());

        assertThat(findings(migrator, LintOptions.DEFAULT.with("data-loss", Severity.ERROR), ":"))
                .containsExactly("error data-loss 002");
        assertThat(findings(migrator, LintOptions.DEFAULT.with("data-loss", Severity.OFF), ":"))
                .isEmpty();
    }

    @Test
    void rangeLimitsTheReportButNotTheSchema() {
        Migrator migrator = of(new Users(), new DropEmail(), new DropUsers());

        assertThat(findings(migrator, LintOptions.DEFAULT, "003:")).containsExactly("warning irreversible 003");
        assertThat(findings(migrator, LintOptions.DEFAULT, ":001")).isEmpty();
    }

    @Test
    void annotationsMustNameARuleAndAReason() {
        Migrator migrator = of(new Users(), new DropEmail(), new WrongAnnotations());

        List<Finding> findings = migrator.authoring().lint(LintOptions.DEFAULT, "003:");

        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly("data-loss", "invalid-migration", "invalid-migration");
        assertThat(findings.get(1).consequence()).startsWith("There is no rule \"data-los\". The rules are: charset-");
        assertThat(findings.get(2).consequence()).isEqualTo("The rule \"irreversible\" is ignored without a reason.");
    }

    @Test
    void anSqlFileSuppressesRules(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1.sql"), """
                -- revision: 1
                -- irreversible: the values are lost
                -- ignore-rule: irreversible decided in the review
                -- ignore-rule: data-loss the table was never used
                -- ignore-rule: implicit-commit
                DROP TABLE old;
                """);
        Migrator migrator = Migrator.builder().sources(folder).build();

        assertThat(migrator.authoring().lint(LintOptions.DEFAULT, Set.of("1")))
                .extracting(Finding::rule, Finding::consequence)
                .containsExactly(
                        tuple("invalid-migration", "The rule \"implicit-commit\" is ignored without a reason."));
        assertThat(migrator.authoring().lint(LintOptions.DEFAULT, Set.of())).isEmpty();
    }

    @Test
    void theSuggestionForAnSqlFileIsSql(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1.sql"), "-- revision: 1\n-- irreversible: lost\nDROP TABLE old;\n");
        Migrator migrator = Migrator.builder().sources(folder).build();

        assertThat(migrator.authoring().lint(LintOptions.DEFAULT, Set.of("1")))
                .filteredOn(finding -> finding.rule().equals("irreversible"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.suggestion())
                        .isEqualTo("Write a \"-- down\" part, or explain why there is none:\n"
                                + "-- ignore-rule: irreversible ..."));
    }

    @Revision(id = "002", parents = "001")
    static final class StreamedUsers implements Migration {
        @Override
        public void up(Operations op) {
            op.insert(
                    "users",
                    List.of("email"),
                    () -> Stream.of("a", "b").map(email -> new Object[] {email}).iterator());
        }

        @Override
        public void down(Operations op) {
            op.execute("DELETE FROM users");
        }
    }

    /** The rows are compared, not their sources. */
    @Test
    void rowsThatAreReadFromASourceAreTheSameOperationEachTime() {
        assertThat(findings(of(new Users(), new StreamedUsers()), LintOptions.DEFAULT, ":"))
                .isEmpty();
    }

    @Test
    void repeatableMigrationsAreCheckedAfterTheRevisions(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1.sql"), "-- revision: 1\nCREATE TABLE item (id INT PRIMARY KEY);\n");
        Files.writeString(
                folder.resolve("2.sql"), "-- revision: 2\n-- parents: 1\nCREATE TABLE x (id INT PRIMARY KEY);\n");
        Files.writeString(folder.resolve("names.sql"), """
                -- repeatable: names
                CREATE OR REPLACE VIEW names AS SELECT id FROM item;
                """);
        Files.writeString(folder.resolve("a_rows.sql"), """
                -- repeatable: a_rows
                -- after: names

                REPLACE INTO item (id) VALUES (1);
                """);
        Files.writeString(folder.resolve("known.sql"), """
                -- repeatable: known
                -- ignore-rule: irreversible the rows may stay
                -- ignore-rule: data-loss
                REPLACE INTO item (id) VALUES (2);
                """);
        Files.writeString(folder.resolve("wrong.sql"), "-- repeatable: wrong\n\nUSE other;\n");
        Authoring authoring = Migrator.builder().sources(folder).build().authoring();
        LintOptions options = LintOptions.DEFAULT.with(DatabaseProviders.serverNamed("mariadb-10.11"));

        List<Finding> findings = authoring.lint(options, ":");

        assertThat(findings)
                .extracting(Finding::revision, Finding::rule)
                .containsExactly(
                        tuple("known", "invalid-migration"),
                        tuple("a_rows", "irreversible"),
                        tuple("wrong", "invalid-migration"));
        assertThat(findings.get(0).consequence()).isEqualTo("The rule \"data-loss\" is ignored without a reason.");
        assertThat(findings.get(1).consequence())
                .isEqualTo("What its statement 1 did cannot be removed automatically. A downgrade stops here.");
        assertThat(findings.get(1).suggestion()).endsWith("\n-- ignore-rule: irreversible ...");
        assertThat(findings.get(2).consequence()).contains("wrong.sql", "line 3");
        assertThat(authoring.lint(options, "2:")).isEqualTo(findings);
        assertThat(authoring.lint(options, "1:1")).isEmpty();
        assertThat(authoring.lint(options, Set.of("wrong"))).isEqualTo(findings.subList(2, 3));
    }

    @Test
    void unknownRuleInTheOptionsIsRejected() {
        Migrator migrator = of(new Users());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrator.authoring().lint(LintOptions.DEFAULT.with("data-los", Severity.OFF), ":"))
                .withMessageStartingWith("There is no rule \"data-los\".");
    }

    @Test
    void eachNamedServerMustSupportTheMigration() {
        Migrator migrator = of(new Users(), new Sequence());
        LintOptions options = LintOptions.DEFAULT
                .with(DatabaseProviders.serverNamed("mysql-8.0.33"))
                .with(DatabaseProviders.serverNamed("mariadb-10.11.8"));

        List<Finding> findings = migrator.authoring().lint(options, ":");

        assertThat(findings).extracting(Finding::rule).containsExactly("invalid-migration");
        assertThat(findings.get(0).consequence()).startsWith("MySQL 8.0.33: ");
    }

    @Test
    void severalHeadsAreReportedForEachOfThem() {
        Migrator migrator = of(new Users(), new DropEmail(), new OtherHead());

        assertThat(migrator.authoring().lint(LintOptions.DEFAULT, ":").stream()
                        .filter(finding -> finding.rule().equals("several-heads"))
                        .map(Finding::consequence))
                .hasSize(2)
                .containsOnly("There are 2 heads: 002, 003. An upgrade to \"head\" is ambiguous.");
    }

    @Revision(id = "003", parents = "001")
    static final class OtherHead implements Migration {
        @Override
        public void up(Operations op) {
            // Nothing.
        }
    }
}
