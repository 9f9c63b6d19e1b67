package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://h/d?user=u&password=pw&x=1, jdbc:mysql://h/d?user=u&password=***&x=1",
        "jdbc:mysql://h/d?PASSWORD=pw, jdbc:mysql://h/d?PASSWORD=***",
        "jdbc:mysql://u:pw@h/d, jdbc:mysql://u:***@h/d",
        "jdbc:mysql://u:p@w@h/d, jdbc:mysql://u:***@h/d",
        "jdbc:mysql://u:p/w@@h/d, jdbc:mysql://u:***@h/d",
        "mysql://u:pw@h/d, mysql://u:***@h/d",
        "jdbc:mysql://h:3306/d, jdbc:mysql://h:3306/d",
        "'address=(host=h)(password=pw)', 'address=(host=h)(password=***)'",
    })
    void masksPasswordsInUrls(String url, String masked) {
        assertThat(Secrets.masked("before " + url + " after")).isEqualTo("before " + masked + " after");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://h/d?user=u&password=pw&x=1, true",
        "jdbc:mysql://h/d?PASSWORD1=pw, true",
        "jdbc:mysql://u:pw@h/d, true",
        "jdbc:mysql://address=(host=h)(password=pw)/d, true",
        "jdbc:mysql://h/d?trustCertificateKeyStorePassword=pw, true",
        "jdbc:mysql://h/d?user=u&password=&x=1, false",
        "jdbc:mysql://h/d?user=u&password=, false",
        "jdbc:mysql://u@h:3306/d, false",
        "jdbc:mysql://h:3306/d?passwordCharacterEncoding=UTF-8, false",
    })
    void findsPasswordsInUrls(String url, boolean hasPassword) {
        assertThat(Secrets.hasPassword(url)).isEqualTo(hasPassword);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE USER 'u'@'%' IDENTIFIED BY 'it''s \\' x' REQUIRE SSL | CREATE USER 'u'@'%' IDENTIFIED BY *** REQUIRE SSL",
                "CREATE USER u IDENTIFIED WITH caching_sha2_password AS 'x' | CREATE USER u IDENTIFIED WITH caching_sha2_password AS ***",
                "CREATE USER u IDENTIFIED VIA mysql_native_password USING PASSWORD('x') | CREATE USER u IDENTIFIED VIA mysql_native_password USING PASSWORD(***)",
                "SET PASSWORD FOR 'u'@'%' = 'x' | SET PASSWORD FOR 'u'@'%' = ***",
                "UPDATE users SET password = 'cut off | UPDATE users SET password = ***",
                "ALTER TABLE users ADD COLUMN password VARCHAR(9) DEFAULT 'x' | ALTER TABLE users ADD COLUMN password VARCHAR(9) DEFAULT 'x'",
            })
    void masksPasswordsInStatements(String sql, String masked) {
        assertThat(Secrets.masked(sql)).isEqualTo(masked);
    }
}
