package dev.migrate.examples.emotionalchat.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** The feedback of a user on a conversation. */
@Entity
@Table(
        name = "user_feedback",
        comment = "what users think of a conversation, once for each",
        options = Row.UTF8,
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_user_feedback_session",
                        columnNames = {"session_id", "user_id"}),
        indexes = {
            @Index(name = "ix_user_feedback_user", columnList = "user_id"),
            @Index(name = "ix_user_feedback_rating", columnList = "rating, created_at")
        })
public class UserFeedback extends Row {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false, columnDefinition = ID, foreignKey = @ForeignKey(name = "fk_user_feedback_user"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    @Nullable
    User user;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false, columnDefinition = ID, foreignKey = @ForeignKey(name = "fk_user_feedback_session"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    @Nullable
    ChatSession session;

    @Column(nullable = false, columnDefinition = "tinyint unsigned", comment = "1 (bad) to 5 (good)")
    int rating;

    @Column(nullable = false, columnDefinition = "enum('helpful','empathy','accuracy','other')")
    @ColumnDefault("'other'")
    @Nullable
    String category;

    @Column(columnDefinition = "text")
    @Nullable
    String remark;

    @Column(nullable = false, columnDefinition = "datetime(3) default current_timestamp(3)", comment = "UTC")
    @Nullable
    LocalDateTime createdAt;
}
