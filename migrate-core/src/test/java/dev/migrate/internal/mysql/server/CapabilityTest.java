package dev.migrate.internal.mysql.server;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.operation.Operations;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.TableBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A feature is rejected on servers that lack it, and rendered from the first version that has it. */
class CapabilityTest {

    /**
     * A feature that some servers lack.
     *
     * @param definition a use of the feature
     * @param cannot the last versions without it
     * @param can the first versions with it
     * @param sql the SQL on the latter
     * @param since the message on the former
     */
    record Case(Consumer<TableBuilder> definition, List<String> cannot, List<String> can, String sql, String since) {
        @Override
        public String toString() {
            return sql;
        }
    }

    private static final ServerVersion SERVER = DatabaseProviders.serverVersion("9.7.4");
    private static final String OLD_MYSQL = "5.7.22";
    private static final String OLD_MARIADB = "10.2.0-MariaDB";
    private static final String NEW_MYSQL = "9.7.4";
    private static final String NEW_MARIADB = "11.8.2-MariaDB";

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        t -> t.check("ck", "a > 0"),
                        List.of(OLD_MYSQL, "8.0.15", OLD_MARIADB),
                        List.of("8.0.16", "10.2.1-MariaDB"),
                        "CONSTRAINT `ck` CHECK (a > 0)",
                        "MySQL 8.0.16 or MariaDB 10.2.1"),
                new Case(
                        t -> t.check(new Check("ck", "a > 0").notEnforced()),
                        List.of(OLD_MYSQL, NEW_MARIADB),
                        List.of("8.0.16"),
                        "CONSTRAINT `ck` CHECK (a > 0) NOT ENFORCED",
                        "MySQL 8.0.16"),
                new Case(
                        t -> t.column("b", integer()).check("b > 0"),
                        List.of(NEW_MYSQL, OLD_MARIADB),
                        List.of("10.2.1-MariaDB"),
                        "`b` INT NULL CHECK (b > 0)",
                        "MariaDB 10.2.1"),
                new Case(
                        t -> t.column("b", date()).defaultCurrentTimestamp(),
                        List.of(OLD_MYSQL, "8.0.12", OLD_MARIADB),
                        List.of("8.0.13", "10.2.1-MariaDB"),
                        "`b` DATE NULL DEFAULT (CURRENT_TIMESTAMP)",
                        "MySQL 8.0.13 or MariaDB 10.2.1"),
                new Case(
                        t -> t.index("ix").expression("a + 1"),
                        List.of(OLD_MYSQL, "8.0.12", NEW_MARIADB),
                        List.of("8.0.13"),
                        "KEY `ix` ((a + 1))",
                        "MySQL 8.0.13"),
                new Case(
                        t -> t.index("ix", "a").descending().unique(),
                        List.of(OLD_MYSQL, "8.0.0", "10.8.0-MariaDB"),
                        List.of("8.0.1", "10.8.1-MariaDB"),
                        "UNIQUE KEY `ix` (`a` DESC)",
                        "MySQL 8.0.1 or MariaDB 10.8.1"),
                new Case(
                        t -> t.index("ix", "a").invisible(),
                        List.of(OLD_MYSQL, "10.5.9-MariaDB"),
                        List.of("8.0.0"),
                        "KEY `ix` (`a`) INVISIBLE",
                        "MySQL 8.0.0 or MariaDB 10.6.0"),
                new Case(
                        t -> t.index("ix", "a").invisible(),
                        List.of("10.5.9-MariaDB"),
                        List.of("10.6.0-MariaDB"),
                        "KEY `ix` (`a`) IGNORED",
                        "MySQL 8.0.0 or MariaDB 10.6.0"),
                new Case(
                        t -> t.column("b", integer()).invisible(),
                        List.of(OLD_MYSQL, "8.0.22", "10.3.2-MariaDB"),
                        List.of("8.0.23", "10.3.3-MariaDB"),
                        "`b` INT NULL INVISIBLE",
                        "MySQL 8.0.23 or MariaDB 10.3.3"),
                new Case(
                        t -> t.column("b", integer()).generatedAs("a").notNull(),
                        List.of(NEW_MARIADB),
                        List.of(OLD_MYSQL),
                        "`b` INT GENERATED ALWAYS AS (a) VIRTUAL NOT NULL",
                        "MySQL 5.7.6"),
                new Case(
                        t -> t.column("b", point().srid(4326)),
                        List.of(OLD_MYSQL, "8.0.2", NEW_MARIADB),
                        List.of("8.0.3"),
                        "`b` POINT SRID 4326 NULL",
                        "MySQL 8.0.3"),
                new Case(
                        t -> t.column("b", json()),
                        List.of("10.2.6-MariaDB"),
                        List.of(OLD_MYSQL, "10.2.7-MariaDB"),
                        "`b` JSON NULL",
                        "MySQL 5.7.8 or MariaDB 10.2.7"),
                new Case(
                        t -> t.column("b", uuid()),
                        List.of(NEW_MYSQL, "10.6.9-MariaDB"),
                        List.of("10.7.0-MariaDB"),
                        "`b` UUID NULL",
                        "MariaDB 10.7.0"),
                new Case(
                        t -> t.column("b", inet6()),
                        List.of(NEW_MYSQL, "10.4.9-MariaDB"),
                        List.of("10.5.0-MariaDB"),
                        "`b` INET6 NULL",
                        "MariaDB 10.5.0"),
                new Case(
                        t -> t.column("b", inet4()),
                        List.of(NEW_MYSQL, "10.9.9-MariaDB"),
                        List.of("10.10.0-MariaDB"),
                        "`b` INET4 NULL",
                        "MariaDB 10.10.0"),
                new Case(
                        t -> t.column("b", vector(3)),
                        List.of("8.4.0", "11.6.2-MariaDB"),
                        List.of("9.0.0", "11.7.1-MariaDB"),
                        "`b` VECTOR(3) NULL",
                        "MySQL 9.0.0 or MariaDB 11.7.1"),
                new Case(
                        t -> t.column("b", decimal(40, 31)),
                        List.of(NEW_MYSQL, OLD_MARIADB),
                        List.of("10.2.1-MariaDB"),
                        "`b` DECIMAL(40,31) NULL",
                        "MariaDB 10.2.1"),
                new Case(
                        t -> t.column("b\\", integer()),
                        List.of(OLD_MYSQL),
                        List.of("8.0.0", "10.11.0-MariaDB"),
                        "`b\\` INT NULL",
                        "MySQL 8.0.0 or MariaDB 10.11.0"),
                new Case(
                        t -> t.foreignKey("fk", "a").references("p", "id").onDelete(Rule.SET_DEFAULT),
                        List.of(OLD_MYSQL, NEW_MARIADB),
                        List.of("8.0.0"),
                        "REFERENCES `p` (`id`) ON DELETE SET DEFAULT",
                        "MySQL 8.0.0"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRejectedBeforeTheFirstVersionThatSupportsIt(Case one) {
        for (String version : one.cannot()) {
            assertThatThrownBy(() -> sql(version, one.definition()))
                    .isInstanceOf(InvalidMigrationException.class)
                    .hasMessageContaining(version)
                    .hasMessageEndingWith("It needs " + one.since() + " or later.");
        }
        for (String version : one.can()) {
            assertThat(sql(version, one.definition())).contains(one.sql());
        }
    }

    @Test
    void rejectsNamesAndCommentsThatNoServerStores() {
        assertThatThrownBy(() -> Quoting.name("t😀"))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage("The name \"t😀\" cannot be stored by the server: it contains the character U+1F600."
                        + " Choose another one.");
        for (String name : List.of("a\0", "a\uD800", "x".repeat(65))) {
            assertThatThrownBy(() -> Quoting.name(name)).isInstanceOf(InvalidMigrationException.class);
        }
        for (String name : List.of("", "a ", "a\n", "#mysql50#a")) {
            assertThatThrownBy(() -> Quoting.newName(SERVER, name)).isInstanceOf(InvalidMigrationException.class);
        }
        assertThat(Quoting.newName(SERVER, "é".repeat(64))).hasSize(66);
        for (String comment : List.of("😀", "a\0b", "x".repeat(1025))) {
            assertThatThrownBy(
                            () -> sql(NEW_MYSQL, t -> t.column("b", integer()).comment(comment)))
                    .isInstanceOf(InvalidMigrationException.class);
        }
    }

    private static String sql(String version, Consumer<TableBuilder> definition) {
        SqlRenderer renderer = DatabaseProviders.renderer(version);
        return Operations.recordedBy(op -> op.createTable("t", t -> {
                    t.column("a", integer());
                    definition.accept(t);
                }))
                .stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .findFirst()
                .orElseThrow()
                .text();
    }
}
