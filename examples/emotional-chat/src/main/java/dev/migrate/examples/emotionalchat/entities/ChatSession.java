package dev.migrate.examples.emotionalchat.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** A conversation, which is deleted with its user. */
@Entity
@Table(
        name = "chat_sessions",
        comment = "conversations; they go with their user",
        options = Row.UTF8,
        indexes = @Index(name = "ix_chat_sessions_user", columnList = "user_id, created_at"))
public class ChatSession extends DatedRow {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false, columnDefinition = ID, foreignKey = @ForeignKey(name = "fk_chat_sessions_user"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    @Nullable
    User user;

    @Column(length = 200, nullable = false)
    @ColumnDefault("''")
    @Nullable
    String title;

    @Column(nullable = false, columnDefinition = "enum('open','closed','archived')")
    @ColumnDefault("'open'")
    @Nullable
    String status;

    @Column(secondPrecision = 3, comment = "NULL while the conversation goes on")
    @Nullable
    LocalDateTime endedAt;
}
