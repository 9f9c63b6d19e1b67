package dev.migrate.model.mappings;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;

/** Embeddables and secondary tables. */
public final class Components {

    private Components() {}

    @Embeddable
    static class Money {
        @Column(precision = 10, scale = 2)
        BigDecimal amount;

        @Column(length = 3)
        String currency;
    }

    @Embeddable
    static class Price {
        Money net;

        @Column(nullable = false)
        int discount;
    }

    @Entity
    static class Embeddeds {
        @Id
        long id;

        @Embedded
        Money price;

        @Embedded
        @AttributeOverride(name = "amount", column = @Column(name = "tax", precision = 6, scale = 3))
        @AttributeOverride(name = "currency", column = @Column(name = "tax_currency", nullable = false))
        Money tax;
    }

    @Entity
    static class NestedEmbeddeds {
        @Id
        long id;

        @Embedded
        @AttributeOverrides(@AttributeOverride(name = "net.amount", column = @Column(name = "net_amount")))
        Price price;
    }

    @Embeddable
    record Point(double x, double y) {}

    @Entity
    static class EmbeddedRecord {
        @Id
        long id;

        Point point;
    }

    @Entity
    @SecondaryTable(name = "second", pkJoinColumns = @PrimaryKeyJoinColumn(name = "owner"))
    @SecondaryTable(
            name = "third",
            uniqueConstraints = @UniqueConstraint(name = "uq_third", columnNames = "remark"),
            indexes = @Index(name = "ix_third", columnList = "number"))
    static class Secondary {
        @Id
        long id;

        @Column(table = "second")
        String note;

        @Column(table = "third", length = 40)
        String remark;

        @Column(table = "third")
        int number;
    }

    @Entity
    @SecondaryTables(
            @SecondaryTable(
                    name = "detail",
                    pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"),
                    foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
    static class SecondaryWithoutKey {
        @Id
        long id;

        @Column(table = "detail")
        String note;
    }
}
