package dev.migrate.model.entities;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** The three inheritance strategies, and mapped superclasses. */
public final class Families {

    private Families() {}

    /** The common attributes. */
    @MappedSuperclass
    abstract static class Base {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false)
        Instant createdAt;

        @Version
        long version;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    abstract static class Animal extends Base {
        String name;
    }

    @Entity
    static class Cat extends Animal {
        @Column(nullable = false)
        int lives;
    }

    @Entity
    @DiscriminatorValue("Hound")
    static class Dog extends Animal {
        String trick;

        @ManyToOne
        Cat enemy;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("1")
    static class Plant extends Base {}

    @Entity
    @DiscriminatorValue("2")
    static class Tree extends Plant {
        Integer height;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static class Payment extends Base {
        long cents;
    }

    @Entity
    @PrimaryKeyJoinColumn(name = "payment_id")
    @OnDelete(action = OnDeleteAction.CASCADE)
    static class CardPayment extends Payment {
        @Column(length = 19)
        String card;
    }

    @Entity
    static class CashPayment extends Payment {
        String till;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Shape {
        @Id
        @GeneratedValue
        long id;

        @Column(length = 20)
        String color;
    }

    @Entity
    static class Circle extends Shape {
        double radius;
    }

    @Entity
    static class Square extends Shape {
        double side;

        @ManyToOne
        Circle inside;
    }
}
