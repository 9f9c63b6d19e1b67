package dev.migrate.examples.springboot;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The books. */
interface BookRepository extends JpaRepository<Book, Long> {

    List<Book> findByAuthorNameOrderByTitle(String name);
}
