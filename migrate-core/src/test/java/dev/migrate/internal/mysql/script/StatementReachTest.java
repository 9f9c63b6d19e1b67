package dev.migrate.internal.mysql.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementTokens;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that reach anything outside of the database in which they run. */
class StatementReachTest {

    private static final Set<String> OBJECTS =
            Set.of(StatementReach.key("Shop", "Orders"), StatementReach.key("shop", "total"));

    private static Optional<String> reach(String sql) {
        return StatementReach.of(StatementTokens.of(sql, new SqlSyntax(false, true, true)), OBJECTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM shop.orders",
                "WITH old AS (SELECT 1) DELETE FROM shop.orders",
                "SELECT `SHOP`.`total`(1)",
                "INSERT INTO t SELECT id FROM shop . orders",
                "CREATE VIEW v AS SELECT * FROM shop.orders",
                "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW DELETE FROM shop.orders",
                "CREATE TABLE shop.other (id INT)",
                "ALTER TABLE a RENAME shop.b",
                "ALTER TABLE a RENAME AS shop.b",
                "ALTER TABLE a RENAME = shop.b",
                "ALTER TABLE a RENAME TO shop.b",
                "DROP PACKAGE shop.p",
                "SET STATEMENT max_statement_time = 1 FOR DROP DATABASE shop",
                "SET GLOBAL event_scheduler = ON",
                "BEGIN NOT ATOMIC EXECUTE IMMEDIATE 'DROP DATABASE shop'; END",
                "IF 1 THEN DROP DATABASE shop; END IF",
                "CALL p()",
                "USE shop",
                "CREATE TABLE a (id INT) ENGINE=FEDERATED CONNECTION='mysql://localhost/shop/orders'",
                "CREATE TABLE a (id INT) ENGINE 'SPIDER' COMMENT='x'",
                "GRANT ALL ON shop.* TO someone"
            })
    void isFound(String sql) {
        assertThat(reach(sql)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM orders",
                "DELETE shop FROM customer AS shop WHERE shop.id = 1",
                "CREATE VIEW v AS SELECT orders.id FROM orders",
                "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW INSERT INTO b VALUES (NEW.id)",
                "ALTER TABLE a RENAME COLUMN b TO c",
                "ALTER TABLE a RENAME AS b",
                "CREATE TABLE a (id INT) ENGINE=InnoDB COMMENT='shop.orders'",
                "SET @a = 'shop.orders'",
                "SET SESSION foreign_key_checks = 0",
                "SELECT table_name FROM information_schema.tables",
                "DO 0"
            })
    void isNotFoundInOtherStatements(String sql) {
        assertThat(reach(sql)).isEmpty();
    }
}
