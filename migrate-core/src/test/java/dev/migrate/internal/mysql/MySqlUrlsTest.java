package dev.migrate.internal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.provider.JdbcUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlUrlsTest {

    private static JdbcUrl parse(String url) {
        return MySqlUrls.parse(url).orElseThrow();
    }

    @Test
    void theDatabaseIsBetweenServerAndParameters() {
        JdbcUrl url = parse("jdbc:mysql://db:3306/chat?user=app&x=/y");

        assertThat(url.database()).isEqualTo("chat");
        assertThat(url.serverUrl()).isEqualTo("jdbc:mysql://db:3306/?user=app&x=/y");
        assertThat(url.driverArtifact()).isEqualTo("com.mysql:mysql-connector-j");
    }

    @Test
    void mariaDbHasItsOwnDriver() {
        JdbcUrl url = parse("jdbc:mariadb://db:3306/chat?user=app");

        assertThat(url.database()).isEqualTo("chat");
        assertThat(url.serverUrl()).isEqualTo("jdbc:mariadb://db:3306/?user=app");
        assertThat(url.driverArtifact()).isEqualTo("org.mariadb.jdbc:mariadb-java-client");
    }

    @Test
    void namesAreDecodedAsTheDriverDoesIt() {
        assertThat(parse("jdbc:mysql://db/my%20chat").database()).isEqualTo("my chat");
        assertThat(parse("jdbc:mysql://db/a+b%2Bc").database()).isEqualTo("a b+c");
        assertThat(parse("jdbc:mysql://db/100%").database()).isEqualTo("100%");
        assertThat(parse("jdbc:mariadb://db/a+b%20c").database()).isEqualTo("a+b%20c");
    }

    @Test
    void aUrlMayHaveNoDatabase() {
        assertThat(parse("jdbc:mysql://db").database()).isNull();
        assertThat(parse("jdbc:mysql://db/?user=app").database()).isNull();
        assertThat(parse("jdbc:mysql://db?user=app").serverUrl()).isEqualTo("jdbc:mysql://db?user=app");
    }

    @Test
    void aUrlForSeveralServersIsLeftToTheSession() {
        assertThat(parse("jdbc:mysql:loadbalance://a,b/chat").database()).isEqualTo("chat");
        assertThat(parse("jdbc:mariadb:sequential://a,b/chat").serverUrl()).isEqualTo("jdbc:mariadb:sequential://a,b/");
    }

    @Test
    void theAddressAndTheUserAreKnownUnlessTheyMayBePartOfAPassword() {
        assertThat(parse("jdbc:mysql://db/chat").address()).isEqualTo("db:3306");
        assertThat(parse("jdbc:mysql://ann:secret@db:3307,[::1]/chat").address())
                .isEqualTo("db:3307,[::1]:3306");
        assertThat(parse("jdbc:mariadb:///chat?user=a%40b&x=1").address()).isEqualTo("localhost:3306");
        assertThat(parse("jdbc:mariadb:///chat?user=a%40b&x=1").user()).isEqualTo("a@b");
        assertThat(parse("jdbc:mysql://db/chat?user=a&user=b").user()).isEqualTo("a");
        assertThat(parse("jdbc:mysql://root:12/3@db/chat").address()).isNull();
        assertThat(parse("jdbc:mysql://root:12?3@db/chat").address()).isNull();
        assertThat(parse("jdbc:mysql://address=(host=db)(password=secret)/chat").address())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:oracle:x", "jdbc:postgresql://db/chat", "mysql://db/chat", "jdbc:mysql", ""})
    void otherUrlsAreNotAccepted(String url) {
        assertThat(MySqlUrls.parse(url)).isEmpty();
    }
}
