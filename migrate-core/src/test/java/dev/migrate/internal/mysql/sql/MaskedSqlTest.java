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
                "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (USER 'u', PASSWORD 'secret')",
            })
    void hidesPasswords(String sql) {
        assertThat(MaskedSql.of(sql)).contains("'***'").doesNotContain("secret").doesNotContain("cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users ADD COLUMN password VARCHAR(100) NOT NULL DEFAULT 'x'",
                "INSERT INTO t VALUES ('IDENTIFIED BY ''x''')",
                "UPDATE t SET a = REPLACE(a, 'x', 'y')",
            })
    void changesNothingElse(String sql) {
        assertThat(MaskedSql.of(sql)).isEqualTo(sql);
    }
}
