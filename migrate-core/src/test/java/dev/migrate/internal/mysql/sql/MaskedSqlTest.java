package dev.migrate.internal.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedSqlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER u IDENTIFIED BY 'secret'",
                "create user 'u'@'%' identified by \"secret\" PASSWORD EXPIRE NEVER",
                "CREATE USER u IDENTIFIED WITH caching_sha2_password BY 'se''cret'",
                "CREATE USER u IDENTIFIED VIA mysql_native_password USING PASSWORD('secret')",
                "CREATE USER u IDENTIFIED WITH mysql_native_password AS 'secret'",
                "ALTER USER u IDENTIFIED BY 'new secret' REPLACE 'old secret'",
                "SET PASSWORD FOR 'u'@'%' = PASSWORD('secret')",
                "SET PASSWORD = 'secret'",
                "SET PASSWORD FOR 'u'@'%' = 'secret'",
                "CREATE USER u IDENTIFIED BY/**/'secret'",
                "CREATE USER u IDENTIFIED BY _utf8'secret'",
                "CREATE USER u IDENTIFIED BY -- why\n 'secret'",
                "CREATE USER u IDENTIFIED WITH p AS 0x736563726574736563726574",
                "CREATE USER u IDENTIFIED VIA p USING 'secret' OR q USING PASSWORD('secret')",
                "CHANGE MASTER TO MASTER_USER='u', MASTER_PASSWORD='secret'",
                "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD = 'secret'",
                "START REPLICA USER='u' PASSWORD='secret'",
                "/* why */ SET PASSWORD = 'secret'",
                "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (USER 'u', PASSWORD 'secret')",
            })
    void hidesPasswords(String sql) {
        assertThat(MaskedSql.of(sql))
                .contains("'***'")
                .doesNotContain("secret")
                .doesNotContain("cret")
                .doesNotContain("0x7365");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a INT) ENGINE=FEDERATED CONNECTION='mysql://u:secret@host/db/t'",
                "CREATE TABLE t (a INT) CONNECTION='mysql://u:se@cret@host:3306/db/t'",
                "CREATE TABLE t (a INT) ENGINE=SPIDER COMMENT='host \"h\", user \"u\", password \"secret\"'",
                "ALTER TABLE t CONNECTION 'mysql://u:secret@host/db/t'",
                "PREPARE s FROM 'CREATE USER u IDENTIFIED BY ''secret'''",
                "SET @s = 'CREATE USER u IDENTIFIED BY \\'secret\\''",
            })
    void hidesPasswordsInStrings(String sql) {
        assertThat(MaskedSql.of(sql)).contains("***").doesNotContain("secret").doesNotContain("cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES ('http://host:80/a')",
                "SELECT 1 AS password, 'x'",
                "ALTER TABLE users ADD COLUMN password VARCHAR(100) NOT NULL DEFAULT 'x'",
                "INSERT INTO t VALUES ('IDENTIFIED BY ''x''')",
                "UPDATE t SET a = REPLACE(a, 'x', 'y')",
            })
    void changesNothingElse(String sql) {
        assertThat(MaskedSql.of(sql)).isEqualTo(sql);
    }
}
