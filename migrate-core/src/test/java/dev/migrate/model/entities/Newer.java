package dev.migrate.model.entities;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Features of JPA 3.2 and later, which Hibernate 7 implements. */
public final class Newer {

    private Newer() {}

    @Entity
    @Table(
            name = "optional",
            comment = "a comment",
            options = "default charset=utf8mb4 collate=utf8mb4_unicode_520_ci row_format=dynamic",
            check = {
                @CheckConstraint(name = "ordered", constraint = "low < high"),
                @CheckConstraint(constraint = "low > 1")
            },
            indexes = @Index(name = "by_text", columnList = "text", options = "comment 'it''s an index'"))
    static class Optional {
        @Id
        @Column(comment = "the key")
        long id;

        @Column(check = @CheckConstraint(constraint = "low > 0"))
        int low;

        @Column(options = "default 7")
        int high;

        @Column(length = 40)
        String text;

        @ManyToOne
        @JoinColumn(
                name = "parent",
                foreignKey =
                        @ForeignKey(
                                name = "fk_optional_parent",
                                foreignKeyDefinition =
                                        "foreign key (parent) references optional (id) on delete cascade on update cascade"))
        Optional parent;

        @ManyToOne
        @JoinColumn(name = "other", foreignKey = @ForeignKey(name = "fk_optional_other", options = "on update cascade"))
        Optional other;
    }
}
