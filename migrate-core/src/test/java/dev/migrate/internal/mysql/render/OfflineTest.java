package dev.migrate.internal.mysql.render;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.Operations;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that is rendered without a database: complete, or an error that lists the missing information. */
class OfflineTest {

    private static final List<String> SERVERS =
            List.of("5.7.22", "8.0.15", "9.7.4", "10.2.11-MariaDB", "10.11.19-MariaDB", "11.4.5-MariaDB");

    private static List<String> sql(String version, Consumer<Operations> migration) {
        SqlRenderer renderer = DatabaseProviders.renderer(version);
        return Operations.recordedBy(migration).stream()
                .flatMap(operation -> renderer.renderOffline(operation).stream())
                .map(PlannedStatement::text)
                .toList();
    }

    private static InvalidMigrationException refusal(String version, Consumer<Operations> migration) {
        return catchThrowableOfType(InvalidMigrationException.class, () -> sql(version, migration));
    }

    @Test
    void rendersStatementsThatNeedNoDatabase() {
        assertThat(sql("8.0.36", op -> {
                    op.addColumn("t", "a", integer());
                    op.renameColumn("t", "a", "b");
                    op.table("t", t -> t.redefineColumn("b", integer(), c -> c.notNull()));
                }))
                .containsExactly(
                        "ALTER TABLE `t` ADD COLUMN `a` INT NULL",
                        "ALTER TABLE `t` RENAME COLUMN `a` TO `b`",
                        "ALTER TABLE `t` CHANGE COLUMN `b` `b` INT NOT NULL");
    }

    @Test
    void reportsTheMissingAttributesOfAColumn() {
        for (String server : SERVERS) {
            InvalidMigrationException refusal = refusal(
                    server,
                    op -> op.alterColumn("users", "age", c -> c.type(integer()).comment("years")));

            assertThat(refusal.reason()).isEqualTo(InvalidMigrationException.Reason.OFFLINE_SQL_UNSUPPORTED);
            assertThat(refusal)
                    .hasMessage("Without a database, the statement that changes table users cannot be written: ALTER"
                            + " TABLE `users` CHANGE COLUMN `age` `age` /* its current definition, with */ INT COMMENT 'years'. It"
                            + " depends on the character set, collation, generation,"
                            + " nullability, default, ON UPDATE, AUTO_INCREMENT, visibility, check, other attributes of"
                            + " column age. Specify all attributes of column age with redefineColumn.");
        }
    }

    @Test
    void reportsAllMissingDetailsOfAStatement() {
        InvalidMigrationException refusal = refusal(
                "10.2.11-MariaDB",
                op -> op.table("t", t -> {
                    t.renameIndex("a", "b");
                    t.dropForeignKeyWithIndex("fk");
                    t.renameColumn("c", "d");
                }));

        assertThat(refusal.problem())
                .contains("It depends on the definition of index a, and whether the server created an index fk for the"
                        + " foreign key, and the type, character set, collation, generation, nullability, default, ON"
                        + " UPDATE, AUTO_INCREMENT, visibility, comment, check, other attributes of column c.");
        assertThat(refusal.remedy())
                .isEqualTo("Use dropIndex and createIndex with its columns. Use dropForeignKey, and dropIndex if there"
                        + " is one. Specify all attributes of column c with redefineColumn.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.22", "10.2.11-MariaDB"})
    void repeatsTheCompleteDefinitionOnOldServers(String server) {
        assertThat(refusal(server, op -> op.renameColumn("t", "a", "b"))).isNotNull();
        assertThat(sql(server, op -> op.table("t", t -> t.redefineColumn("a", integer(), c -> c.name("b")))))
                .containsExactly("ALTER TABLE `t` CHANGE COLUMN `a` `b` INT NULL");
    }
}
