package dev.migrate.examples.emotionalchat.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An article that the assistant may quote. */
@Entity
@Table(
        name = "knowledge",
        comment = "what the assistant may quote",
        options = Row.UTF8,
        uniqueConstraints = @UniqueConstraint(name = "uq_knowledge_slug", columnNames = "slug"),
        indexes = @Index(name = "ix_knowledge_feeling", columnList = "feeling, is_published"))
public class Knowledge extends DatedRow {

    @Column(length = 80, nullable = false, comment = "the name in links, never changed")
    @Nullable
    String slug;

    @Column(length = 200, nullable = false)
    @Nullable
    String title;

    @Column(columnDefinition = FEELINGS, comment = "what it helps with; NULL for anything")
    @Nullable
    String feeling;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String keywords;

    @Column(nullable = false, columnDefinition = "longtext")
    @Nullable
    String body;

    @Column(length = 500)
    @Nullable
    String sourceUrl;

    @Column(nullable = false, columnDefinition = "boolean")
    @ColumnDefault("true")
    boolean isPublished;
}
