package dev.migrate.internal.mysql.render;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.Operations;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.Routine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of the SQL; its effect is tested on the servers. */
class MySqlRendererTest {

    private static List<PlannedStatement> render(String version, Consumer<Operations> migration) {
        SqlRenderer renderer = DatabaseProviders.renderer(version);
        return Operations.recordedBy(migration).stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .toList();
    }

    private static List<String> sql(Consumer<Operations> migration) {
        return render("8.0.36", migration).stream().map(PlannedStatement::text).toList();
    }

    @ParameterizedTest
    @CsvSource({"latin1, ä", "LATIN2, ä", "utf8, 😀", "utf8mb3, 😀"})
    void rejectsStoredObjectsThatTheServerWouldMisread(String charset, String text) {
        CreationContext context = new CreationContext(null, charset, null);
        Consumer<Operations> migration =
                op -> op.createRoutine(new Routine(Routine.Kind.PROCEDURE, "p", "() SELECT '" + text + "'", context));

        assertThatThrownBy(() -> sql(migration))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("the server would read it in " + charset);
    }

    @Test
    void appliesAndRestoresTheSettingsOfAStoredObject() {
        CreationContext context = new CreationContext("ANSI", "utf8mb3", "utf8mb3_bin");

        assertThat(sql(op -> op.createRoutine(new Routine(Routine.Kind.PROCEDURE, "p", "() SELECT 'ä'", context))))
                .containsExactly(
                        "SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = 'ANSI',"
                                + " @migrate_character_set_client = @@SESSION.character_set_client,"
                                + " SESSION character_set_client = utf8mb3,"
                                + " @migrate_collation_connection = @@SESSION.collation_connection,"
                                + " SESSION collation_connection = utf8mb3_bin",
                        "CREATE PROCEDURE `p` () SELECT 'ä'",
                        "SET SESSION sql_mode = @migrate_sql_mode,"
                                + " SESSION character_set_client = @migrate_character_set_client,"
                                + " SESSION collation_connection = @migrate_collation_connection");
    }

    @Test
    void rendersATableWithAllAttributes() {
        assertThat(sql(op -> op.createTable("chat_message", t -> {
                    t.column("id", bigint().unsigned()).notNull().autoIncrement();
                    t.column("session_id", bigint().unsigned()).notNull();
                    t.column("role", enumeration("user", "bot's"))
                            .notNull()
                            .defaultValue("user")
                            .comment("who \\ speaks");
                    t.column("score", decimal(5, 4)).defaultValue(new BigDecimal("0.5"));
                    t.column("is_read", bool()).notNull().defaultValue(false);
                    t.column("extra", json());
                    t.column("sent_at", datetime(3)).notNull().defaultCurrentTimestamp();
                    t.column("changed_at", timestamp(0))
                            .notNull()
                            .defaultCurrentTimestamp()
                            .onUpdateCurrentTimestamp();
                    t.primaryKey("id");
                    t.uniqueConstraint("uq", "session_id", "sent_at");
                    t.index("ix", "role");
                    t.foreignKey("fk", "session_id")
                            .references("chat_session", "id")
                            .onDelete(Rule.CASCADE)
                            .onUpdate(Rule.SET_NULL);
                    t.engine("InnoDB")
                            .charset("utf8mb4")
                            .collation("utf8mb4_unicode_ci")
                            .comment("it's");
                })))
                .containsExactly("""
                    CREATE TABLE `chat_message` (
                      `id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
                      `session_id` BIGINT UNSIGNED NOT NULL,
                      `role` ENUM('user', 'bot''s') NOT NULL DEFAULT 'user' COMMENT 'who \\\\ speaks',
                      `score` DECIMAL(5,4) NULL DEFAULT 0.5,
                      `is_read` TINYINT(1) NOT NULL DEFAULT 0,
                      `extra` JSON NULL,
                      `sent_at` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
                      `changed_at` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
                      PRIMARY KEY (`id`),
                      UNIQUE KEY `uq` (`session_id`, `sent_at`),
                      KEY `ix` (`role`),
                      CONSTRAINT `fk` FOREIGN KEY (`session_id`) REFERENCES `chat_session` (`id`)\
                     ON DELETE CASCADE ON UPDATE SET NULL
                    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='it''s'\
                    """);
    }

    @Test
    void rendersEachChangeOfATable() {
        assertThat(sql(op -> {
                    op.addColumn("t", "c", varchar(10), c -> c.notNull());
                    op.dropColumn("t", "c");
                    op.createIndex("t", "ix", "a", "b");
                    op.dropIndex("t", "ix");
                    op.addUniqueConstraint("t", "uq", "a");
                    op.table("t", t -> t.dropUniqueConstraint("uq"));
                    op.addForeignKey("t", "fk", "a", fk -> fk.references("p", "id"));
                    op.dropForeignKey("t", "fk");
                    op.dropTable("t");
                }))
                .containsExactly(
                        "ALTER TABLE `t` ADD COLUMN `c` VARCHAR(10) NOT NULL",
                        "ALTER TABLE `t` DROP COLUMN `c`",
                        "ALTER TABLE `t` ADD KEY `ix` (`a`, `b`)",
                        "ALTER TABLE `t` DROP INDEX `ix`",
                        "ALTER TABLE `t` ADD UNIQUE KEY `uq` (`a`)",
                        "ALTER TABLE `t` DROP INDEX `uq`",
                        "ALTER TABLE `t` ADD CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `p` (`id`)",
                        "ALTER TABLE `t` DROP FOREIGN KEY `fk`",
                        "DROP TABLE `t`");
    }

    @Test
    void rendersEveryKindOfConstant() {
        assertThat(sql(op -> op.insert(
                        "t",
                        rows -> rows.columns("a", "b")
                                .values(null, "it's a \\ and a \0")
                                .values(-1L, 1.5e300)
                                .values(new BigDecimal("1E+3"), true)
                                .values("é".getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 1, 2))
                                .values(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000), Rule.CASCADE))))
                .containsExactly("""
                    INSERT INTO `t` (`a`, `b`) VALUES
                      (NULL, 'it''s a \\\\ and a \\0'),
                      (-1, 1.5E+300),
                      (1000, TRUE),
                      (X'C3A9', '2026-01-02'),
                      ('2026-01-02 03:04:05.000006', 'CASCADE')\
                    """);
    }

    @Test
    void quotesAnyName() {
        assertThat(sql(op -> op.dropTable("a`b'\"\\ é☃"))).containsExactly("DROP TABLE `a``b'\"\\ é☃`");
    }

    @Test
    void rendersExpressionDefaultsIfTheServerSupportsThem() {
        Consumer<Operations> migration = op -> op.createTable("t", t -> {
            t.column("id", character(36)).defaultExpression("uuid()");
            t.column("note", text()).defaultValue("none");
        });

        assertThat(render("8.0.13", migration).get(0).text())
                .contains("`id` CHAR(36) NULL DEFAULT (uuid())", "`note` TEXT NULL DEFAULT ('none')");
        assertThat(render("10.11.2-MariaDB", migration).get(0).text())
                .contains("`id` CHAR(36) NULL DEFAULT (uuid())", "`note` TEXT NULL DEFAULT 'none'");
        assertThatThrownBy(() -> render("5.7.22", migration))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("uuid()")
                .hasMessageContaining("MySQL 5.7.22")
                .hasMessageContaining("MySQL 8.0.13 or MariaDB 10.2.1");
    }

    @Test
    void rejectsStatementsThatLeaveTheDatabase() {
        assertThatThrownBy(() -> sql(op -> op.execute("/* by mistake */ use other")))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("use other")
                .hasMessageContaining("other.table");
        assertThatThrownBy(() -> sql(op -> op.scriptText("SELECT 1;\nUSE other\nSELECT 2;")))
                .isInstanceOf(InvalidMigrationException.class);
    }
}
