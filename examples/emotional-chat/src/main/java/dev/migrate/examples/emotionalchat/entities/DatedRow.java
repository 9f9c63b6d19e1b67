package dev.migrate.examples.emotionalchat.entities;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A row whose creation and update times the server records. */
@MappedSuperclass
abstract class DatedRow extends Row {

    @Column(
            nullable = false,
            columnDefinition = "datetime(3) default current_timestamp(3)",
            comment = "UTC",
            insertable = false,
            updatable = false)
    @Nullable
    LocalDateTime createdAt;

    @Column(
            nullable = false,
            columnDefinition = "datetime(3) default current_timestamp(3) on update current_timestamp(3)",
            comment = "UTC",
            insertable = false,
            updatable = false)
    @Nullable
    LocalDateTime updatedAt;
}
