package dev.migrate.model.mappings;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.NativeGenerator;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdClass;
import org.hibernate.annotations.PropertyRef;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

/** Annotations that Hibernate has since version 7. */
@Since("7.0")
@SuppressWarnings("SameNameButDifferent") // Each mapping is a model of its own.
public final class Newer {

    private Newer() {}

    @Entity
    @Table(
            name = "tables",
            comment = "of the table",
            options = "row_format=dynamic",
            check = {
                @CheckConstraint(name = "ck_named", constraint = "low < high"),
                @CheckConstraint(constraint = "low > 0")
            },
            indexes = @Index(columnList = "low", options = "comment 'of the index'"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_tables",
                            columnNames = {"low", "high"}))
    static class Tables {
        @Id
        long id;

        int low;
        int high;
    }

    @Entity
    @Rejected(value = "checks are always enforced", server = "MariaDB .*")
    @Rejected(value = "no checks before 8.0.16", server = "MySQL (5\\..*|8\\.0\\.15.*)")
    @Table(
            name = "not_enforced",
            check = @CheckConstraint(name = "ck_off", constraint = "high > 0", options = "not enforced"))
    static class NotEnforced {
        @Id
        long id;

        int high;
    }

    @Entity
    static class Columns {
        @Id
        @Column(comment = "the key")
        long id;

        @Column(check = @CheckConstraint(constraint = "number > 0"))
        int number;

        @Column(options = "default 7")
        int high;

        @Column(check = @CheckConstraint(name = "ck_text", constraint = "text <> ''"), length = 20)
        String text;

        @Column(secondPrecision = 2)
        Instant time;

        @Column(options = "default 1")
        int last;
    }

    static final class Joins {
        @Entity
        static class Target {
            @Id
            long id;
        }

        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(name = "first", comment = "first", options = "default 1")
            Target first;

            @ManyToOne
            @JoinColumn(
                    name = "second",
                    comment = "second",
                    foreignKey = @ForeignKey(name = "fk_options", options = "on update cascade"))
            Target second;

            @ManyToMany
            @JoinTable(
                    name = "link",
                    comment = "of the link",
                    options = "row_format=compact",
                    check = @CheckConstraint(name = "ck_link", constraint = "targets_id > 0"))
            Set<Target> targets;

            @ElementCollection
            @CollectionTable(name = "texts", options = "row_format=compact")
            @Column(length = 50)
            Set<String> texts;
        }
    }

    @Entity
    @SecondaryTable(
            name = "secondary",
            comment = "of the second",
            options = "row_format=compact",
            check = @CheckConstraint(name = "ck_secondary", constraint = "number > 0"))
    static class Secondaries {
        @Id
        long id;

        @Column(table = "secondary")
        int number;
    }

    @Entity
    static class Numbers {
        @Id
        @GeneratedValue
        @SequenceGenerator(sequenceName = "numbered", options = "comment 'numbers'")
        long id;
    }

    @Entity
    static class NumbersOfTable {
        @Id
        @GeneratedValue
        @TableGenerator(table = "numbered", options = "row_format=dynamic")
        long id;
    }

    enum Level {
        LOW("l"),
        HIGH("h");

        @EnumeratedValue
        private final String code;

        Level(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    enum Rank {
        FIRST(10),
        SECOND(20);

        @EnumeratedValue
        private final int number;

        Rank(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    @Entity
    static class EnumeratedValues {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Level level;

        @Enumerated
        Rank grade;
    }

    @Embeddable
    static class Address {
        @Column(length = 40)
        String street;

        @Column(length = 10)
        String zip;
    }

    @Entity
    static class EmbeddedNames {
        @Id
        long id;

        @EmbeddedColumnNaming("home_%s")
        Address home;

        @EmbeddedColumnNaming("work_%s")
        Address work;
    }

    @Entity
    @SecondaryTable(name = "addresses")
    static class EmbeddedInTable {
        @Id
        long id;

        @EmbeddedTable("addresses")
        Address address;
    }

    @Entity
    static class NativelyGenerated {
        @Id
        @NativeGenerator
        long id;
    }

    @Entity
    @Rejected(value = "the comment follows a check", server = "MariaDB .*")
    @DiscriminatorColumn(name = "kind", options = "comment 'of the kind'")
    static class Discriminated {
        @Id
        long id;

        @ElementCollection
        @OrderColumn(options = "comment 'of the place'")
        List<String> texts;
    }

    static final class PropertyReference {
        @Entity
        static class Target {
            @Id
            long id;

            @Column(unique = true, length = 20)
            String code;
        }

        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            @PropertyRef("code")
            Target target;
        }
    }

    @Entity
    @SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
    static class DeletedAt {
        @Id
        long id;
    }

    @Entity
    @NaturalIdClass(ByNaturalKey.Key.class)
    @Since("7.3")
    static class ByNaturalKey {
        @Id
        long id;

        @NaturalId
        @Column(length = 20)
        String area;

        @NaturalId
        int number;

        record Key(String area, int number) {}
    }
}
