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
        "jdbc:mysql://h:3306/d, jdbc:mysql://h:3306/d",
        "'address=(host=h)(password=pw)', 'address=(host=h)(password=***)'",
    })
    void masksPasswordsInUrls(String url, String masked) {
        assertThat(Secrets.masked("before " + url + " after")).isEqualTo("before " + masked + " after");
    }
}
