package dev.migrate.model.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

/** Names, indexes, checks, defaults, comments, and definitions in SQL. */
@SuppressWarnings("deprecation") // Hibernate's annotations for features that JPA has from 3.2 on; see Newer.
public final class Keys {

    private Keys() {}

    @Entity
    @Table(
            name = "`it's a \"table\"; of %s`",
            indexes = {
                @Index(columnList = "name, age desc"),
                @Index(name = "descending", columnList = "age desc, name asc"),
                @Index(name = "once", columnList = "name, short_code desc", unique = true)
            },
            uniqueConstraints = {
                @UniqueConstraint(columnNames = {"age", "name"}),
                @UniqueConstraint(name = "`uq it's`", columnNames = "SHORT_CODE")
            })
    @Comment("a comment with \"quotes\", ünïcödé; and (more)")
    static class Indexed {
        @Id
        long id;

        @Column(length = 100)
        String name;

        int age;

        @Column(length = 2000)
        String text;

        @Column(name = "short_code", length = 8)
        @Comment("short, not long")
        String shortCode;

        @Column(name = "`weird column, with (everything) 'in' it`")
        String weird;
    }

    @Entity
    @Check(constraints = "low <= high")
    @Check(name = "not_negative", constraints = "low >= 0")
    static class Checked {
        @Id
        long id;

        @Check(constraints = "low < 1000")
        int low;

        @Check(name = "high_is_high", constraints = "high > 5")
        int high;

        @Check(constraints = "note <> 'it''s'")
        @Column(length = 30)
        String note;
    }

    @Entity
    static class Defaults {
        @Id
        long id;

        @ColumnDefault("'it''s'")
        @Column(length = 30)
        String text;

        @ColumnDefault("42")
        int number;

        @ColumnDefault("-1.50")
        @Column(precision = 5, scale = 2)
        BigDecimal exact;

        @ColumnDefault("true")
        boolean truth;

        @ColumnDefault("b'0'")
        boolean bit;

        @ColumnDefault("current_timestamp(6)")
        LocalDateTime timing;

        @ColumnDefault("null")
        String none;

        @ColumnDefault("'JOY'")
        @Enumerated(EnumType.STRING)
        Basics.Mood mood;

        @Collate("utf8mb4_bin")
        @Column(length = 40)
        String exactText;
    }

    @Entity
    static class Generations {
        @Id
        long id;

        int price;
        int amount;

        @GeneratedColumn("price * amount")
        int total;

        @GeneratedColumn("concat('<', price, '>')")
        @Column(length = 20)
        String shown;
    }

    @Entity
    static class Defined {
        @Id
        @Column(columnDefinition = "bigint unsigned not null auto_increment comment 'the key'")
        long id;

        @Column(columnDefinition = "TEXT")
        String text;

        @Column(columnDefinition = "varchar(20) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'a, b (c)' NOT NULL")
        String latin;

        @Column(columnDefinition = "DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)")
        LocalDateTime touched;

        @Column(columnDefinition = "enum('a','it''s', 'c,d') default 'a' COMMENT 'one of ''three'''")
        String choice;

        @Column(columnDefinition = "INTEGER UNSIGNED ZEROFILL")
        int filled;

        @Column(columnDefinition = "tinyint(1) default 1")
        boolean flag;

        @Column(columnDefinition = "Double Precision")
        double twice;

        @Column(columnDefinition = "numeric(9,2) unsigned default 1.5")
        BigDecimal unsignedNumber;

        @Column(columnDefinition = "TIMESTAMP NULL")
        LocalDateTime stamp;

        @Column(columnDefinition = "timestamp(6) not null default current_timestamp(6)")
        LocalDateTime stamped;

        @Column(columnDefinition = "set('x','y')")
        String chosen;

        @Column(columnDefinition = "varbinary(8) default 'ab'")
        byte[] bytes;

        @Column(columnDefinition = "int as (filled + 1) virtual", insertable = false, updatable = false)
        Integer computed;

        @Column(columnDefinition = "varchar(30) unique")
        String once;

        @Column(columnDefinition = "year(4)")
        int year;

        @Column(columnDefinition = "bit(8) default b'101'")
        byte[] bits;

        @Column(columnDefinition = "mediumint")
        int medium;

        @ManyToOne
        @JoinColumn(name = "parent", columnDefinition = "bigint unsigned")
        Defined parent;
    }

    /** A long name, so that derived names exceed the limit of every server. */
    @Entity
    @Table(
            name = "a_table_whose_name_is_so_long_that_nothing_can_be_named_after_64",
            indexes = @Index(columnList = "a_column_with_a_name_that_says_in_many_words_what_it_is_about_64"))
    static class LongNames {
        @Id
        long id;

        @Column(name = "a_column_with_a_name_that_says_in_many_words_what_it_is_about_64")
        String column;

        @ManyToOne
        LongNames anotherOfTheseThingsWithALongNameThatIsMeantHere;

        @Column(unique = true)
        String anUniqueThingAmongAllOfTheThingsInThisWorld;
    }
}
