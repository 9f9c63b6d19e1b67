package dev.migrate.examples.springboot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A book. */
@Entity
@Table(name = "books")
public class Book {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 200)
    private String title = "";

    @Column(length = 13)
    private @Nullable String isbn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private @Nullable Author author;

    /** Creates a book; called by JPA. */
    protected Book() {}

    Book(String title, Author author) {
        this.title = title;
        this.author = author;
    }

    @Nullable
    Long id() {
        return id;
    }

    String title() {
        return title;
    }

    @Nullable
    Author author() {
        return author;
    }

    @Nullable
    String isbn() {
        return isbn;
    }
}
