package dev.migrate.examples.springboot;

import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the books. */
@RestController
class BookController {

    private final BookRepository books;

    BookController(BookRepository books) {
        this.books = books;
    }

    @GetMapping("/books")
    List<String> titles() {
        return books.findAll(Sort.by("title")).stream().map(Book::title).toList();
    }
}
