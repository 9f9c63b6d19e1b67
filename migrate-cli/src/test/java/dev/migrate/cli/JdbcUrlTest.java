package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdbcUrlTest {

    @Test
    void theDatabaseIsBetweenServerAndParameters() {
        JdbcUrl url = JdbcUrl.of("jdbc:mysql://db:3306/chat?user=app&x=/y");

        assertThat(url.database()).isEqualTo("chat");
        assertThat(url.withoutDatabase()).isEqualTo("jdbc:mysql://db:3306/?user=app&x=/y");
    }

    @Test
    void namesAreDecodedLikeInTheDriver() {
        assertThat(JdbcUrl.of("jdbc:mysql://db/my%20chat").database()).isEqualTo("my chat");
        assertThat(JdbcUrl.of("jdbc:mysql://db/a+b").database()).isEqualTo("a+b");
    }

    @Test
    void theDatabaseIsOptional() {
        assertThat(JdbcUrl.of("jdbc:mysql://db").database()).isEmpty();
        assertThat(JdbcUrl.of("jdbc:mysql://db/?user=app").database()).isEmpty();
        assertThat(JdbcUrl.of("jdbc:mysql://db?user=app").withoutDatabase()).isEqualTo("jdbc:mysql://db?user=app");
    }
}
