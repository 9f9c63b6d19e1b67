package dev.migrate.internal.codegen;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.decimal;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.json;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.Change;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Position;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.Routine;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import dev.migrate.source.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Generated sources. The expected files are test sources, so they are compiled, checked and formatted like every other
 * source of this build; the generated text must equal the formatted one.
 */
class GoldenSourcesTest {

    private static final Path FOLDER =
            Path.of("src", "test", "java", "dev", "migrate", "internal", "codegen", "golden");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 25);
    private static final Template TEMPLATE = Template.standard();

    private static void check(RevisionNode revision, List<Change> up, Optional<List<Change>> down) throws IOException {
        String name =
                ClassNaming.of(SourceOptions.DEFAULT_NAMING).className(revision.id(), revision.message(), List.of());
        String numbered = "M" + revision.id().substring(0, 3) + name.substring("M001".length());
        String source = MigrationSource.of(
                new MigrationSpec("dev.migrate.internal.codegen.golden", numbered, revision, DATE, up, down), TEMPLATE);
        Path file = FOLDER.resolve(numbered + ".java");
        assertThat(source).isEqualTo(Files.readString(file));
    }

    private static RevisionNode revision(String id, String message, String... parents) {
        return new RevisionNode(id, List.of(parents), List.of(), List.of(), message);
    }

    private static List<Change> changes(Consumer<Operations> recording) {
        return SourceRoundTrip.changes(Operations.recordedBy(recording));
    }

    @Test
    void tablesAreDefinedColumnByColumn() throws IOException {
        List<Change> up = changes(op -> {
            op.createTable("users", GoldenSourcesTest::users);
            op.createTable("chat_messages", GoldenSourcesTest::messages);
            op.table(
                    "users",
                    t -> t.createIndex("ix_users_name", i -> i.column("name").length(20)));
            op.insert(
                    "users",
                    rows -> rows.columns("name", "age")
                            .values("Ann \"A\" O'Neill", 41)
                            .values("Bob", null));
        });

        check(revision("001", "initial schema"), up, Optional.empty());
    }

    private static void users(TableBuilder t) {
        t.column("id", bigint().unsigned()).notNull().autoIncrement();
        t.column("name", varchar(190).collation("utf8mb4_bin")).notNull();
        t.column("age", integer());
        t.column("status", enumeration("active", "suspended", "deleted"))
                .notNull()
                .defaultValue("active");
        t.column("balance", decimal(12, 2)).notNull().defaultValue(0);
        t.column("settings", json()).comment("what the user chose, as it was sent");
        t.column("created_at", datetime(3))
                .notNull()
                .defaultCurrentTimestamp()
                .onUpdateCurrentTimestamp()
                .comment("UTC");
        t.primaryKey("id");
        t.uniqueConstraint("uq_users_name", "name");
        t.index("ix_users_created").column("created_at").descending().comment("the newest first");
        t.check("ck_users_age", "age >= 0");
        t.engine("InnoDB")
                .charset("utf8mb4")
                .collation("utf8mb4_unicode_520_ci")
                .rowFormat("DYNAMIC");
        t.comment("people");
    }

    private static void messages(TableBuilder t) {
        t.column("id", bigint().unsigned()).notNull().autoIncrement();
        t.column("user_id", bigint().unsigned()).notNull();
        t.column("body", text()).notNull();
        t.column("words", integer().unsigned())
                .generatedAs("char_length(body) - char_length(replace(body, ' ', '')) + 1")
                .stored();
        t.primaryKey("id");
        t.foreignKey("fk_chat_messages_user", "user_id")
                .references("users", "id")
                .onDelete(Rule.CASCADE);
    }

    @Test
    void changesIncludePreviousDefinitionsAndNotes() throws IOException {
        List<Change> plain = changes(op -> {
            op.addColumn("users", "email", varchar(254));
            op.table(
                    "users",
                    t -> t.addColumn("nick", varchar(40), c -> c.notNull().defaultValue(""), Position.after("name")));
            op.table("users", t -> t.alterColumn("name", c -> c.type(varchar(250)), was -> was.type(varchar(190))));
            op.table(
                    "users",
                    t -> t.alterColumn(
                            "status",
                            c -> c.type(enumeration("active", "suspended", "deleted", "invited"))
                                    .defaultValue("invited"),
                            was -> was.type(enumeration("active", "suspended", "deleted"))
                                    .defaultValue("active")));
            op.table(
                    "users",
                    t -> t.dropColumn(
                            "settings",
                            json(),
                            c -> c.comment("what the user chose, as it was sent"),
                            Position.after("balance")));
            op.table(
                    "users",
                    t -> t.dropIndex("ix_users_name", i -> i.column("name").length(20)));
            op.addUniqueConstraint("users", "uq_users_email", "email");
            op.addForeignKey(
                    "users",
                    "fk_users_inviter",
                    "inviter_id",
                    fk -> fk.references("users", "id").onDelete(Rule.SET_NULL));
            op.table("users", t -> t.changeOptions(o -> o.comment("people who talk"), was -> was.comment("people")));
            op.table("chat_messages", t -> {
                t.renameColumn("body", "content");
                t.addColumn("sent_at", datetime(6), c -> c.notNull().defaultCurrentTimestamp());
            });
        });
        List<Change> up = new ArrayList<>(plain);
        up.set(
                4,
                new Change(
                        plain.get(4).operation(),
                        List.of("Drops the column users.settings with all that is in it. If it was renamed, write"
                                + " op.renameColumn(\"users\", \"settings\", NEW_NAME) instead, and leave out what"
                                + " adds the new one.")));
        up.set(
                6,
                new Change(
                        plain.get(6).operation(),
                        List.of("Fails where two rows have the same value.", "Look for them first.")));

        check(
                new RevisionNode(
                        "002a9f",
                        List.of("001"),
                        List.of("accounts"),
                        List.of("b7c1d2e3f4a5"),
                        "E-mail addresses & co."),
                up,
                Optional.empty());
    }

    @Test
    void longSqlIsATextBlock() throws IOException {
        List<Change> up = changes(op -> {
            op.createView(
                    "active_users",
                    "select `u`.`id` AS `id`,`u`.`name` AS `name`,count(`m`.`id`) AS `messages` from (`users` `u` left"
                            + " join `chat_messages` `m` on(`m`.`user_id` = `u`.`id`)) where `u`.`status` = 'active' group"
                            + " by `u`.`id`");
            op.createTrigger(new Trigger("users_bi", "users", Trigger.Timing.BEFORE, Trigger.Event.INSERT, """
                BEGIN
                    IF NEW.name = '' THEN
                        SET NEW.name = "\\\\nobody";
                    END IF;
                END\
                """));
            op.createRoutine(
                    new Routine(Routine.Kind.FUNCTION, "twice", "(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n"));
            op.execute("UPDATE users SET name = ? WHERE id = ?", "ann", 7);
            op.execute("""
                UPDATE users
                SET name = TRIM(name)
                WHERE name LIKE ' %'
                """);
        });
        List<Change> down = changes(op -> {
            op.dropRoutine(
                    new Routine(Routine.Kind.FUNCTION, "twice", "(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n"));
            op.dropTrigger("users_bi");
            op.dropView(new View(
                    "active_users",
                    "select 1",
                    View.Algorithm.MERGE,
                    View.Security.INVOKER,
                    View.CheckOption.NONE,
                    new CreationContext(null, "utf8mb4", "utf8mb4_general_ci")));
        });

        check(revision("003b", "views and triggers", "002a9f"), up, Optional.of(down));
    }

    @Test
    void anEmptyMigrationHasExamples() throws IOException {
        check(revision("004c", "to be filled in", "003b"), List.of(), Optional.empty());
    }

    @Test
    void aMergeHasNoOperations() throws IOException {
        check(revision("005d", "merge 004c and b7c1d2e3f4a5", "004c", "b7c1d2e3f4a5"), List.of(), Optional.empty());
    }
}
