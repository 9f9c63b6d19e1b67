package dev.migrate.internal.mysql.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final String ON_ALL_BUT_TWO = "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, INDEX ON ";

    private static List<String> missing(String... lines) {
        return new Grants(List.of(lines)).missingOn("my_chat");
    }

    @Test
    void globalGrantsAreIncluded() {
        assertThat(missing("GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION"))
                .isEmpty();
        assertThat(missing(ON_ALL_BUT_TWO + "*.* TO `a`@`%`")).containsExactly("ALTER", "REFERENCES");
        assertThat(missing("GRANT USAGE ON *.* TO `a`@`%`"))
                .containsExactly(
                        "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES");
    }

    @Test
    void namesAreMatchedAsOnTheServer() {
        assertThat(missing(ON_ALL_BUT_TWO + "`my_chat`.* TO `a`@`%`")).hasSize(2);
        assertThat(missing(ON_ALL_BUT_TWO + "`my\\_chat`.* TO `a`@`%`")).hasSize(2);
        assertThat(missing(ON_ALL_BUT_TWO + "`my%`.* TO `a`@`%`")).hasSize(2);
        assertThat(missing(ON_ALL_BUT_TWO + "\"my_chat\".* TO \"a\"@\"%\"")).hasSize(2);
        assertThat(missing(ON_ALL_BUT_TWO + "`my\\%`.* TO `a`@`%`")).hasSize(9);
        assertThat(missing(ON_ALL_BUT_TWO + "`chat`.* TO `a`@`%`")).hasSize(9);
    }

    @Test
    void grantsAccumulateAndTableGrantsAreIgnored() {
        assertThat(missing(ON_ALL_BUT_TWO + "`my_chat`.* TO `a`@`%`", "GRANT ALTER, REFERENCES ON *.* TO `a role`"))
                .isEmpty();
        assertThat(missing("GRANT SELECT, INSERT (`a`, `b`) ON `my_chat`.`t` TO `a`@`%`"))
                .hasSize(9);
    }

    @Test
    void partialRevokesAreExcluded() {
        assertThat(missing("GRANT ALL PRIVILEGES ON *.* TO `a`@`%`", "REVOKE DROP ON `my_chat`.* FROM `a`@`%`"))
                .containsExactly("DROP");
    }
}
