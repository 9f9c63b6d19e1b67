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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The loan of a book. */
@Entity
@Table(name = "loans")
public class Loan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "book_id")
    private @Nullable Book book;

    @Column(nullable = false, length = 120)
    private String borrower = "";

    @Column(name = "due_on", nullable = false)
    private LocalDate dueOn = LocalDate.EPOCH;

    /** Creates a loan; called by JPA. */
    protected Loan() {}

    Loan(Book book, String borrower, LocalDate dueOn) {
        this.book = book;
        this.borrower = borrower;
        this.dueOn = dueOn;
    }

    @Nullable
    Long id() {
        return id;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    Book book() {
        return book;
    }

    String borrower() {
        return borrower;
    }
}
