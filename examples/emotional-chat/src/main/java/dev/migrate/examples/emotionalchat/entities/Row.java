package dev.migrate.examples.emotionalchat.entities;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** The common attributes of all rows, and the table options. */
@MappedSuperclass
abstract class Row {

    /**
     * Specified for each table, because the database may have been created with another character set, which has no
     * emoji.
     */
    static final String UTF8 = "default charset=utf8mb4 collate=utf8mb4_unicode_520_ci";

    static final String ID = "bigint unsigned";

    static final String FEELINGS = "enum('joy','sadness','anger','fear','surprise','neutral')";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(columnDefinition = ID)
    @Nullable
    Long id;
}
