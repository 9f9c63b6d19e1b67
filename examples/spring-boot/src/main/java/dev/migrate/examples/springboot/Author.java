package dev.migrate.examples.springboot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An author of books. */
@Entity
@Table(name = "authors")
public class Author {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 120)
    private String name = "";

    /** Creates an author; called by JPA. */
    protected Author() {}

    Author(String name) {
        this.name = name;
    }

    @Nullable
    Long id() {
        return id;
    }

    String name() {
        return name;
    }
}
