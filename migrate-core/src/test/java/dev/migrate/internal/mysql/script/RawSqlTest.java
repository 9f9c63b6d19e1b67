package dev.migrate.internal.mysql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionUse.Trait;
import dev.migrate.testing.Property;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How statements that are written by hand are classified. */
class RawSqlTest {

    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, true);

    /** Words that are names of kinds of objects, clauses and options, and may be names of tables as well. */
    private static final List<String> KEYWORDS = List.of(
            "event",
            "view",
            "function",
            "action",
            "begin",
            "end",
            "start",
            "commit",
            "column_name",
            "comment",
            "data",
            "engine",
            "truncate",
            "import",
            "discard",
            "exchange",
            "partition",
            "temporary",
            "rollback",
            "savepoint",
            "session",
            "global",
            "names",
            "password",
            "prepare",
            "execute",
            "handler",
            "backup",
            "xa",
            "sequence",
            "user",
            "role",
            "server",
            "definer",
            "algorithm",
            "no",
            "only",
            "release",
            "transaction",
            "autocommit",
            "größe",
            "a$1",
            "`table`",
            "`drop`",
            "`select`",
            "`a``b`",
            "`a;b`",
            "`/*`");

    private static PlannedStatement.Sql raw(String sql) {
        return RawSql.statement(sql, SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                "  update t set a = 1",
                "-- why\nDELETE FROM t",
                "#why\nREPLACE INTO t VALUES (1)",
                "/* why */ (SELECT 1)",
                "WITH x AS (SELECT 1) SELECT * FROM x",
                "SHOW TABLES",
                "EXPLAIN SELECT 1",
                "DESC t",
                "SAVEPOINT s",
                "ROLLBACK TO SAVEPOINT s",
                "ROLLBACK /* part */ WORK TO s",
                "RELEASE SAVEPOINT s",
                "SET @r = f()",
                "SET @r = (SELECT MAX(a) FROM t)",
                "SET @a = 1, @b = NOW()",
                "SET @a = CURRENT_TIMESTAMP",
                "SET @a = LAST_INSERT_ID()",
                "SET @a = other.concat('x')",
                "SET @a = @@GLOBAL.max_connections",
                "SET @a = @@max_connections",
                "SET @a = (@b := 2)",
                "SET STATEMENT max_statement_time = 1 FOR INSERT INTO t VALUES (1)",
                "ANALYZE UPDATE t SET a = 1",
                "ANALYZE FORMAT=JSON DELETE FROM t",
            })
    void knowsStatementsThatATransactionHolds(String sql) {
        assertThat(raw(sql).effect()).isEqualTo(Effect.TRANSACTIONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ADD c INT",
                "truncate t",
                "SET PASSWORD = 'x'",
                "SET @a = 1, PASSWORD FOR u = 'x'",
                "SET DEFAULT ROLE r TO u",
                "BEGIN",
                "START /* a */ TRANSACTION",
                "COMMIT AND CHAIN",
                "ANALYZE TABLE t",
                "ANALYZE LOCAL TABLE t",
                "LOAD INDEX INTO CACHE t",
                "/*! ALTER TABLE t ADD c INT */",
                "/*M!100000 ALTER TABLE t ADD c INT */",
                "SET STATEMENT lock_wait_timeout = 1 FOR ALTER TABLE t ADD c INT",
            })
    void knowsStatementsThatCommitByThemselves(String sql) {
        assertThat(raw(sql).effect()).isEqualTo(Effect.IMPLICIT_COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL p()",
                "BEGIN NOT ATOMIC ALTER TABLE t ADD c INT; END",
                "EXECUTE s",
                "EXECUTE IMMEDIATE 'DROP TABLE t'",
                "SET GLOBAL max_connections = 5",
                "SET @@GLOBAL.max_connections = 5",
                "SET PERSIST max_connections = 5",
                "SET GLOBAL TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "--not a comment\nSELECT 1",
                "/* never closed",
                "INSERTED",
                "",
            })
    void isCautiousWithEveryOtherStatement(String sql) {
        assertThat(raw(sql).effect()).isEqualTo(Effect.MAY_COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = ''",
                "set @a = 1",
                "/* why */ SET NAMES utf8mb4",
                "/*!40101 SET @OLD_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */",
                "SET SQL_MODE=@OLD_MODE",
                "SET @a = CONCAT('x', @b), @c = IF(@a = 'y', 1, -2)",
                "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "SET @s = 'ALTER TABLE t ADD c INT'",
                "PREPARE s FROM @s",
                "DEALLOCATE PREPARE s",
                "SET ROLE r",
            })
    void knowsStatementsOfTheSession(String sql) {
        assertThat(raw(sql).effect()).isEqualTo(Effect.SESSION_ONLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK",
                "rollback work",
                "/* */ ROLLBACK",
                "-- undo\nROLLBACK AND CHAIN",
                "SET autocommit = 1",
                "SET @a = 1, autocommit = 1",
                "SET @a = 'x', @@autocommit = 0",
                "/*!40000 SET AUTOCOMMIT=0 */",
                "SET NAMES utf8, SESSION autocommit = 1",
                "SET @@session.autocommit := ON",
                "SET completion_type = 1",
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "SET @@transaction_isolation = 'READ-COMMITTED'",
                "SET SESSION TRANSACTION READ ONLY",
                "SET transaction_read_only = 1",
                "START TRANSACTION READ ONLY",
                "COMMIT RELEASE",
                "COMMIT AND NO CHAIN RELEASE",
                "XA START 'x'",
                "LOCK TABLES t WRITE",
                "/* */LOCK TABLES t WRITE",
                "FLUSH TABLES WITH READ LOCK",
                "FLUSH TABLES t FOR EXPORT",
                "BACKUP STAGE START",
                "HANDLER t OPEN",
                "SELECT GET_LOCK('a', 1)",
                "DO RELEASE_ALL_LOCKS()",
                "INSERT INTO t VALUES (ROW_COUNT())",
                "SELECT FOUND_ROWS()",
                "GET DIAGNOSTICS @n = ROW_COUNT",
                "CREATE TEMPORARY TABLE t (a INT)",
                "/* a */ CREATE /* b */ OR REPLACE TEMPORARY TABLE t (a INT)",
                "DROP TEMPORARY TABLE t",
                "USE other",
                "/* */ USE other",
                "SET sql_mode = (SELECT m FROM modes)",
                "SET @r = f(), sql_mode = ''",
                "SET GLOBAL max_connections = 1, SESSION sql_mode = ''",
                "SET @@GLOBAL.gtid_purged = 'x'",
            })
    void refusesWhatWouldTakeTheRunOutOfItsTransactionOrSession(String sql) {
        assertThatThrownBy(() -> raw(sql)).isInstanceOf(InvalidMigrationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)",
                "CREATE TABLE a (b INT); DROP TABLE c;",
                "DROP PROCEDURE IF EXISTS p; CREATE PROCEDURE p() BEGIN SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN SELECT 1; END; DROP TABLE c",
                "CREATE PROCEDURE p() SELECT CASE WHEN 1 THEN 2 END; DROP TABLE c",
                "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; CASE b WHEN 1 THEN SELECT 2; END CASE; END; DROP TABLE c",
            })
    void refusesSeveralStatementsInOne(String sql) {
        assertThatThrownBy(() -> raw(sql))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("more than one statement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (';');;",
                "SELECT 1; -- and no more",
                "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT CASE WHEN 1 THEN 2 END; BEGIN SELECT 3; END; END",
                "CREATE PROCEDURE p() IF a THEN SELECT 1; ELSE SELECT 2; END IF",
                "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW lab: LOOP SET NEW.a = 1; LEAVE lab; END LOOP",
                "CREATE PROCEDURE p() BEGIN WHILE a DO SELECT 1; END WHILE; REPEAT SELECT 2; UNTIL b END REPEAT; END",
                "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END;",
                "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW IF NEW.a THEN SET @b = IF(1, 2, 3); END IF;",
                "CREATE FUNCTION f(a INT) RETURNS CHAR(9) CHARACTER SET utf8mb4 DETERMINISTIC CASE a WHEN 1 THEN"
                        + " RETURN IF(a, 1, 2); ELSE RETURN 2; END CASE",
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN SELECT CASE WHEN 1 THEN IF(1, 2, 3) ELSE IF(4, 5, 6) END; SELECT 1; END",
                "CREATE PROCEDURE p() outer_one: BEGIN WHILE 1 DO DO IF(1, 2, 3); END WHILE; END outer_one",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END",
                "CREATE DEFINER=`a`@`b` PROCEDURE p() BEGIN IF 1 THEN SELECT 1; ELSEIF 2 THEN SELECT 2; END IF; END",
            })
    void takesOneStatementForOne(String sql) {
        assertThat(raw(sql).text()).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ADD c INT | STATE_COMPARISON",
                "alter table event add index (n) | STATE_COMPARISON",
                "ALTER TABLE t ADD INDEX ((a + 1)) | NONE",
                "ALTER TABLE t FORCE | IDEMPOTENT",
                "ALTER TABLE t ADD c INT, ALGORITHM=INPLACE, LOCK=NONE | STATE_COMPARISON",
                "ALTER TABLE t ADD c INT COMMENT 'select' | STATE_COMPARISON",
                "ALTER TABLE t ENGINE=InnoDB COMMENT='a' DEFAULT CHARSET=utf8mb4 | STATE_COMPARISON",
                "ALTER TABLE t UNKNOWN_OPTION=1 | NONE",
                "ALTER TABLE t ADD SYSTEM VERSIONING | NONE",
                "ALTER TABLE t RENAME u | RELOCATION",
                "ALTER TABLE t RENAME u, ADD c INT | NONE",
                "create table if not exists `a``b` (id INT) | STATE_COMPARISON",
                "CREATE OR REPLACE TABLE t (id INT) | NONE",
                "CREATE TABLE größe (id INT) | SELF_EVIDENT",
                "CREATE TABLE a.b (id INT) | NONE",
                "CREATE TABLE `a`.`b` (id INT) | NONE",
                "DROP TABLE t | STATE_COMPARISON",
                "DROP TABLE a, b | STATE_COMPARISON",
                "DROP TABLE a, other.b | NONE",
                "/* a */ DROP /* b */ TABLE t | STATE_COMPARISON",
                "ALTER TABLE t TRUNCATE PARTITION p | NONE",
                "ALTER TABLE t EXCHANGE PARTITION p WITH TABLE u | NONE",
                "ALTER TABLE t DISCARD TABLESPACE | NONE",
                "ALTER TABLE t REBUILD PARTITION p | IDEMPOTENT",
                "TRUNCATE TABLE t | NONE",
                "CREATE UNIQUE INDEX i ON t (a) | STATE_COMPARISON",
                "DROP INDEX i ON x.t | NONE",
                "CREATE VIEW v AS SELECT a.b FROM a | STATE_COMPARISON",
                "CREATE ALGORITHM=MERGE DEFINER=`a`@`b` SQL SECURITY INVOKER VIEW v AS SELECT 1 | STATE_COMPARISON",
                "CREATE OR REPLACE VIEW v AS SELECT a.b FROM a | IDEMPOTENT",
                "CREATE DEFINER=`root`@`%` TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1 | STATE_COMPARISON",
                "DROP PROCEDURE IF EXISTS p | STATE_COMPARISON",
                "DROP PROCEDURE other.p | NONE",
                "CREATE FUNCTION f RETURNS STRING SONAME 'f.so' | NONE",
                "CREATE EVENT e ON SCHEDULE AT '2030-01-01' DO SELECT 1 | NONE",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1 | STATE_COMPARISON",
                "RENAME TABLE a TO b, c TO d | RELOCATION",
                "RENAME TABLE a TO x.b | NONE",
                "CALL p() | NONE",
                "OPTIMIZE TABLE t | IDEMPOTENT",
                "GRANT SELECT ON t TO u | IDEMPOTENT",
                "REVOKE SELECT ON t FROM u | NONE",
                "CREATE USER u | NONE",
                "CREATE USER IF NOT EXISTS u | IDEMPOTENT",
                "CREATE DATABASE view | NONE",
                "SET PASSWORD = 'x' | NONE",
            })
    void knowsWhatLeavesATrace(String sql, EffectCheck.Kind kind) {
        assertThat(raw(sql).effectCheck().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE a (x INT) | CREATE TABLE b (x INT) | true",
                "CREATE TABLE a (x INT) | ALTER TABLE A ADD COLUMN y INT | true",
                "CREATE TABLE a (x INT) | ALTER TABLE a ADD COLUMN X INT | false",
                "CREATE TABLE a (x INT, INDEX i (x)) | CREATE INDEX I ON a (x) | false",
                "CREATE TABLE a (x INT, INDEX i (x)) | CREATE INDEX j ON a (x) | true",
                "CREATE TABLE a (x INT, INDEX (x)) | CREATE INDEX j ON a (x) | false",
                "CREATE TABLE a (x INT UNIQUE KEY) | CREATE INDEX j ON a (x) | false",
                "CREATE TABLE a (x INT KEY) | CREATE INDEX j ON a (x) | true",
                "CREATE TABLE a (x INT, PRIMARY KEY (x)) | ALTER TABLE a ADD y INT | true",
                "CREATE TABLE a (x INT PRIMARY KEY) | ALTER TABLE a ADD PRIMARY KEY (x) | false",
                "CREATE TABLE a (x INT COMMENT 'UNIQUE') | CREATE INDEX j ON a (x) | true",
                "CREATE TABLE IF NOT EXISTS a (x INT) | ALTER TABLE a ADD COLUMN y INT | false",
                "CREATE TABLE a (x INT) | ALTER TABLE a MODIFY x BIGINT | false",
                "CREATE TABLE a (x INT) | DROP TABLE b, a | false",
                "CREATE TABLE a (x INT) | RENAME TABLE b TO c | false",
                "CREATE VIEW v AS SELECT 1 | DROP VIEW v | false",
                "CREATE VIEW v AS SELECT 1 | CREATE PROCEDURE v() SELECT 1 | true",
                "ALTER TABLE a ADD y INT, ALGORITHM=INPLACE, LOCK=NONE | ALTER TABLE a ADD z INT | true",
                "ALTER TABLE a ADD y INT | ALTER TABLE a ADD z INT AFTER y | true",
                "ALTER TABLE a ADD CHECK (x > 0) | ALTER TABLE a ADD z INT | false",
                "ALTER TABLE a DROP y | ALTER TABLE a ADD z INT | false",
                "DROP TABLE a | DROP TABLE b | true",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.x = 1 | DROP TABLE b | false",
            })
    void findsWhichStatementsAffectDifferentObjects(String first, String second, boolean isIndependent) {
        AffectedObjects affected = raw(first).effectCheck().subject();

        assertThat(affected.isIndependentOf(raw(second).effectCheck().subject()))
                .isEqualTo(isIndependent);
    }

    /** A name is a name wherever it stands, also if it is the name of a kind of objects. */
    @Test
    void aNameDoesNotChangeTheKindOfAStatement() {
        Property.<List<String>>of(RawSqlTest::names, names -> Stream.empty()).holds(500, names -> {
            String a = names.get(0);
            String b = names.get(1);
            for (String pattern : List.of(
                    "ALTER TABLE %s ADD COLUMN %s INT",
                    "ALTER TABLE %s ADD INDEX (%s)",
                    "ALTER TABLE %s DROP COLUMN %s",
                    "ALTER TABLE %s CHANGE %s x INT",
                    "DROP TABLE %s, %s",
                    "RENAME TABLE %s TO %s",
                    "CREATE INDEX %2$s ON %1$s (x)",
                    "DROP INDEX %2$s ON %1$s",
                    "CREATE VIEW %s AS SELECT %s FROM x",
                    "CREATE TABLE %s (%s INT, x INT)",
                    "DROP TRIGGER %s")) {
                EffectCheck check = check(pattern, a, b);
                assertThat(check.kind())
                        .as(pattern, a, b)
                        .isEqualTo(check(pattern, "`x1`", "`x2`").kind());
                assertThat(check.state() + check.effect()).as(pattern, a, b).contains("'" + unquoted(a) + "'");
            }
            for (String pattern : List.of("INSERT INTO %s (%s) VALUES (1)", "DELETE FROM %s WHERE %s = 1")) {
                assertThat(raw(String.format(pattern, a, b)).effect()).isEqualTo(Effect.TRANSACTIONAL);
            }
        });
    }

    private static EffectCheck check(String pattern, String a, String b) {
        PlannedStatement.Sql statement = raw(String.format(pattern, a, b));
        assertThat(statement.effect()).as(statement.text()).isEqualTo(Effect.IMPLICIT_COMMIT);
        return statement.effectCheck();
    }

    private static List<String> names(Random random) {
        return List.of(KEYWORDS.get(random.nextInt(KEYWORDS.size())), KEYWORDS.get(random.nextInt(KEYWORDS.size())));
    }

    private static String unquoted(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET @a = @b, @c = @a | @b | @a,@c",
                "SELECT a, @x INTO @a, @`b` FROM t | @x | @a,@b",
                "UPDATE t SET n = (@i := @i + 1) | @i | @i",
                "INSERT INTO t VALUES (LAST_INSERT_ID(), @p) | @p,LAST_INSERT_ID() | LAST_INSERT_ID(),LASTVAL()",
                "INSERT INTO t VALUES ('@p') -- @q | '' | LAST_INSERT_ID(),LASTVAL()",
                "CALL p(@a) | @a | @a,LAST_INSERT_ID()",
                "PREPARE St FROM @s | @s | prepared statement st",
                "EXECUTE st USING @a | @a,prepared statement st | LAST_INSERT_ID()",
                "DEALLOCATE PREPARE st | prepared statement st | ''",
                "CREATE TABLE t AS SELECT @a AS a | @a | ''",
                "CREATE PROCEDURE p() SELECT @a, LAST_INSERT_ID() | '' | ''",
                "GRANT SELECT ON t TO u@h | '' | ''",
                "ROLLBACK TO SAVEPOINT S | savepoint s | ''",
                "LOAD DATA INFILE 'f' INTO TABLE t (a, @b) SET c = @b | @b | @b,LAST_INSERT_ID()",
            })
    void findsTheValuesOfTheSession(String sql, String reads, String assigns) {
        assertThat(raw(sql).sessionUse().reads()).containsExactlyInAnyOrder(names(reads));
        assertThat(raw(sql).sessionUse().assigns()).containsExactlyInAnyOrder(names(assigns));
    }

    private static String[] names(String list) {
        return list.isEmpty() ? new String[0] : list.split(",");
    }

    @Test
    void findsWhatElseAStatementDoesToItsSession() {
        assertThat(raw("CALL p()").sessionUse().traits()).containsOnly(Trait.HANDWRITTEN, Trait.ASSIGNS_ANYTHING);
        assertThat(raw("SET sql_mode = ''").sessionUse().traits())
                .containsOnly(Trait.HANDWRITTEN, Trait.CHANGES_SETTINGS);
        assertThat(raw("SET sql_log_bin = 0").sessionUse().traits()).contains(Trait.NEEDS_NO_TRANSACTION);
        assertThat(raw("BEGIN WORK").sessionUse().traits()).containsOnly(Trait.HANDWRITTEN, Trait.BEGINS_TRANSACTION);
        assertThat(raw("INSERT INTO t VALUES (1)").sessionUse().traits()).containsOnly(Trait.HANDWRITTEN);
    }
}
