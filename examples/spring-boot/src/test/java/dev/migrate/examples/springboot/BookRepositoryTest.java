package dev.migrate.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.context.annotation.Import;

/** A slice with JPA: the schema is migrated before the test, and each test is rolled back. */
@DataJpaTest
@Import(EmbeddedServer.class)
class BookRepositoryTest {

    private final BookRepository books;
    private final TestEntityManager entities;

    BookRepositoryTest(@Autowired BookRepository books, @Autowired TestEntityManager entities) {
        this.books = books;
        this.entities = entities;
    }

    @Test
    void theFirstBooksAreThere() {
        assertThat(books.findByAuthorNameOrderByTitle("Jane Austen"))
                .extracting(Book::title)
                .containsExactly("Emma", "Persuasion");
    }

    @Test
    void aBookIsLent() {
        Author author = entities.persist(new Author("Mary Shelley"));
        Book book = entities.persist(new Book("Frankenstein", author));
        Loan loan = entities.persistFlushFind(new Loan(book, "Ada", LocalDate.of(2026, 12, 24)));

        assertThat(loan.dueOn()).isEqualTo("2026-12-24");
    }
}
