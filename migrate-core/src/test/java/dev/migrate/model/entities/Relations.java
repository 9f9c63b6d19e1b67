package dev.migrate.model.entities;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Associations that create keys and tables. */
public final class Relations {

    private Relations() {}

    /** An address. */
    @Embeddable
    static class Address {
        String street;

        @Column(length = 10, nullable = false)
        String zip;
    }

    @Entity
    @SecondaryTable(name = "customer_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id"))
    static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @NaturalId
        @Column(length = 80)
        String number;

        @NaturalId
        @Column(length = 5)
        String country;

        @Column(unique = true, length = 190)
        String email;

        @Column(table = "customer_details", length = 1000)
        String notes;

        @Embedded
        Address home;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "work_street"))
        @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
        Address work;

        @ElementCollection
        @OrderColumn(name = "position")
        List<String> nicknames;

        @ElementCollection
        @CollectionTable(name = "customer_phones", joinColumns = @JoinColumn(name = "customer"))
        @MapKeyColumn(name = "kind", length = 20)
        @Column(name = "phone", length = 30)
        Map<String, String> phones;

        @ElementCollection
        Set<Address> addresses;

        @OneToOne
        Customer referredBy;

        @ManyToOne
        @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_customer_parent"))
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Customer parent;

        @OneToMany(mappedBy = "parent")
        List<Customer> children;

        @ManyToOne
        @JoinColumn(name = "loose_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Customer loose;
    }

    /** The key of an order. */
    @Embeddable
    static class OrderId implements Serializable {
        @Column(name = "year")
        int year;

        @Column(name = "number")
        int number;
    }

    @Entity
    @Table(name = "`order`")
    static class Order {
        @EmbeddedId
        OrderId id;

        @ManyToOne(optional = false)
        Customer customer;

        @ManyToMany
        @JoinTable(
                name = "order_tags",
                joinColumns = {
                    @JoinColumn(name = "order_year", referencedColumnName = "year"),
                    @JoinColumn(name = "order_number", referencedColumnName = "number")
                },
                inverseJoinColumns = @JoinColumn(name = "tag"))
        Set<Tag> tags;

        @OneToMany
        List<Tag> unnamed;

        @Column(name = "`select`")
        String select;

        @Column(name = "`key`", nullable = false)
        int key;
    }

    @Entity
    static class OrderNote {
        @EmbeddedId
        OrderId id;

        @MapsId
        @OneToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Order order;

        String text;
    }

    /** The key of a line. */
    static class LineKey implements Serializable {
        long order;
        int line;
    }

    @Entity
    @IdClass(LineKey.class)
    static class Line {
        @Id
        @Column(name = "order_id")
        long order;

        @Id
        int line;

        @ManyToOne
        Tag tag;

        @ManyToOne
        @JoinColumn(name = "customer_email", referencedColumnName = "email")
        Customer byEmail;
    }

    @Entity
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(name = "tags", sequenceName = "tag_numbers", allocationSize = 20)
        long id;

        @Column(nullable = false, unique = true, length = 60)
        String name;
    }

    @Entity
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
        @TableGenerator(name = "counters", table = "my_counters", pkColumnValue = "counted")
        long id;
    }

    @Entity
    static class Automatic {
        @Id
        @GeneratedValue
        long id;

        @ManyToMany
        List<Tag> tags;
    }
}
