package dev.migrate.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A slice with JDBC. */
@JdbcTest
@Import(EmbeddedServer.class)
class LoansTest {

    private final JdbcTemplate jdbc;

    LoansTest(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void aLoanNeedsABook() {
        assertThatThrownBy(() ->
                        jdbc.update("INSERT INTO loans (book_id, borrower, due_on) VALUES (0, 'Ada', '2026-12-24')"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("fk_loans_book");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM loans", Integer.class))
                .isZero();
    }
}
