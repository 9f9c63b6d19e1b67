package dev.migrate.model.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;

/** Expression defaults, which not every server supports. */
public final class Computed {

    private Computed() {}

    @Entity
    static class ExpressionDefaults {
        @Id
        long id;

        @ColumnDefault("(concat('a', 'b'))")
        @Column(length = 30)
        String text;

        @ColumnDefault("('much')")
        @Column(length = 100_000)
        String large;

        @ColumnDefault("(uuid())")
        @Column(columnDefinition = "char(36)")
        UUID random;
    }

    /** Functional indexes are specific to MySQL. */
    @Entity
    @Table(indexes = @Index(name = "by_lower_case", columnList = "(lower(name)), id desc"))
    static class ExpressionIndex {
        @Id
        long id;

        @Column(length = 50)
        String name;
    }
}
