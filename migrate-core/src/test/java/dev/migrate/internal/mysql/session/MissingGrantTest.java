package dev.migrate.internal.mysql.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cases that the servers of the tests cannot produce; the others are in {@code MissingPrivilegeTest}. */
class MissingGrantTest {

    private static final MissingGrant GRANT = new MissingGrant("o'neil@10.0.%", "chat");

    @Test
    void aTriggerOnAServerWithABinaryLogNeedsSuperOrAVariable() {
        assertThat(GRANT.statement(1419, "You do not have the SUPER privilege and binary logging is enabled", ""))
                .contains(
                        "SET GLOBAL log_bin_trust_function_creators = 1, or GRANT SUPER ON *.* TO 'o''neil'@'10.0.%'");
    }

    @Test
    void theLeastOfTheAlternativesIsGranted() {
        String message = "Access denied; you need (at least one of) the ";

        assertThat(GRANT.statement(
                        1227,
                        message + "SUPER, SYSTEM_VARIABLES_ADMIN or SESSION_VARIABLES_ADMIN privilege(s) for",
                        ""))
                .contains("GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO 'o''neil'@'10.0.%'");
        assertThat(GRANT.statement(1227, message + "SUPER privilege(s) for this operation", ""))
                .contains("GRANT SUPER ON *.* TO 'o''neil'@'10.0.%'");
    }

    @Test
    void theObjectOfTheMessageDeterminesTheDatabase() {
        String account = " TO 'o''neil'@'10.0.%'";

        assertThat(GRANT.statement(1142, "SELECT, INSERT command denied to user 'u'@'h' for table `shop`.`t`", ""))
                .contains("GRANT SELECT, INSERT ON `shop`.*" + account);
        assertThat(GRANT.statement(1143, "UPDATE command denied to user 'u'@'h' for column 'c' in table 't'", ""))
                .contains("GRANT UPDATE ON `chat`.*" + account);
        assertThat(GRANT.statement(1370, "alter routine command denied to user 'u'@'h' for routine 'shop.p'", ""))
                .contains("GRANT ALTER ROUTINE ON `shop`.*" + account);
        assertThat(GRANT.statement(1044, "Access denied for user 'u'@'h' to database 'x`y'", "CREATE DATABASE `x``y`"))
                .contains("GRANT CREATE ON `x``y`.*" + account);
        assertThat(GRANT.statement(
                        1044, "Access denied for user 'u'@'h' to database 'chat'", "CREATE TEMPORARY TABLE x (id INT)"))
                .contains("GRANT CREATE TEMPORARY TABLES ON `chat`.*" + account);
        assertThat(GRANT.statement(1045, "Access denied for user 'u'@'h' (using password: YES)", "LOAD DATA"))
                .contains("GRANT FILE ON *.*" + account);
        assertThat(GRANT.statement(1146, "Table 'chat.t' doesn't exist", "SELECT 1"))
                .isEmpty();
    }
}
