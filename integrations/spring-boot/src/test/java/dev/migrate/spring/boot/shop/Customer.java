package dev.migrate.spring.boot.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of the migrated table. */
@Entity
@Table(name = "customers")
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    private Long id;

    @Column(length = 100)
    @Nullable
    private String name;

    @Column(length = 190)
    @Nullable
    private String email;

    protected Customer() {}

    Customer(String name, String email) {
        this.name = name;
        this.email = email;
    }

    @Nullable
    Long id() {
        return id;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }
}
