package dev.migrate.model.mappings;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Checks;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Comments;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.dialect.MySQLDialect;

/** Defaults, checks, indexes, unique constraints, comments and collations. */
@SuppressWarnings("deprecation") // The deprecated annotations are tested as well.
public final class Constraints {

    private Constraints() {}

    @Entity
    static class Defaults {
        @Id
        long id;

        @ColumnDefault("5")
        int number;

        @ColumnDefault("'text'")
        String text;

        @ColumnDefault("null")
        String nothing;

        @ColumnDefault("true")
        boolean truth;

        @ColumnDefault("1.50")
        @Column(precision = 6, scale = 2)
        BigDecimal exact;

        @ColumnDefault("'2020-01-02'")
        LocalDate date;

        @ColumnDefault("current_timestamp(6)")
        LocalDateTime now;
    }

    @Entity
    @Check(constraints = "low < high")
    @Check(name = "ck_positive", constraints = "low > 0")
    static class Checked {
        @Id
        long id;

        int low;
        int high;
    }

    @Entity
    @Checks(@Check(name = "ck_table", constraints = "number < 100"))
    static class CheckedColumns {
        @Id
        long id;

        @Check(constraints = "number > 0")
        int number;

        @Check(constraints = "note <> ''")
        @Column(length = 20)
        String note;
    }

    @Entity
    @Rejected(value = "6.6 adds names to the checks of columns", server = "MariaDB .*", hibernate = "6\\.6")
    static class NamedColumnChecks {
        @Id
        long id;

        @Check(name = "ck_number", constraints = "number > 0")
        int number;

        @Check(name = "ck_low", constraints = "bounded >= 0")
        @Check(name = "ck_high", constraints = "bounded < 10")
        int bounded;
    }

    @Entity
    @Table(
            name = "indexed",
            indexes = {
                @Index(columnList = "first"),
                @Index(name = "ix_two", columnList = "first, second"),
                @Index(name = "ix_order", columnList = "first ASC, second DESC"),
                @Index(name = "ix_unique", columnList = "second", unique = true)
            },
            uniqueConstraints = {
                @UniqueConstraint(columnNames = "third"),
                @UniqueConstraint(
                        name = "uq_two",
                        columnNames = {"third", "first"})
            })
    static class Indexed {
        @Id
        long id;

        @Column(length = 20)
        String first;

        int second;

        @Column(length = 30)
        String third;
    }

    @Entity
    @Comment("it is a \"comment\"")
    static class Commented {
        @Id
        @Comment("the key")
        long id;

        String text;

        @Comment("with ünïcödé")
        @Column(nullable = false)
        int number;
    }

    static final class CommentedCollections {
        @Entity
        static class Owner {
            @Id
            long id;

            @ElementCollection
            @Comment("of the table")
            @Comments(@Comment(on = "texts", value = "of the column"))
            Set<String> texts;
        }
    }

    @Entity
    static class Collated {
        @Id
        @Collate("latin1_bin")
        @Column(length = 20)
        String id;

        @Collate("utf8mb4_bin")
        String bytewise;

        @Collate("utf8mb4_unicode_ci")
        @Column(nullable = false, length = 40)
        String unicode;
    }

    @Entity
    @DialectOverride.Check(dialect = MySQLDialect.class, override = @Check(constraints = "number > 5"))
    static class Overridden {
        @Id
        long id;

        @ColumnDefault("1")
        @DialectOverride.ColumnDefault(dialect = MySQLDialect.class, override = @ColumnDefault("7"))
        int number;
    }

    @Entity
    @Table(
            name = "keyed",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_names",
                            columnNames = {"first_name", "lastName"}))
    static class NamesOfColumns {
        @Id
        long id;

        @Column(name = "first_name", length = 20)
        String firstName;

        @Column(length = 20)
        String lastName;
    }

    static final class UniqueAssociations {
        @Entity
        @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"owner_id", "name"}))
        static class Item {
            @Id
            long id;

            @ManyToOne
            Owner owner;

            @Column(length = 30)
            String name;
        }

        @Entity
        static class Owner {
            @Id
            long id;
        }
    }

    @Entity
    @Table(indexes = @Index(name = "ix_foreign", columnList = "owner_id"))
    static class IndexedForeignKey {
        @Id
        long id;

        @ManyToOne
        IndexedForeignKey owner;
    }

    @Entity
    @Table(indexes = @Index(name = "ix_wide", columnList = "owner_id, note"))
    static class CoveredForeignKey {
        @Id
        long id;

        @Column(length = 30)
        String note;

        @ManyToOne
        CoveredForeignKey owner;
    }
}
