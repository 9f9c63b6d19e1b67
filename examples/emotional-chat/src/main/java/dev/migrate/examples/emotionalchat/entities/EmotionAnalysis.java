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
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The emotion that one model detected in a message. */
@Entity
@Table(
        name = "emotion_analysis",
        comment = "what was felt in a message, at most once for each model",
        options = Row.UTF8,
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_emotion_analysis_message",
                        columnNames = {"message_id", "model"}),
        indexes = @Index(name = "ix_emotion_analysis_feeling", columnList = "feeling, analyzed_at"))
public class EmotionAnalysis extends Row {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false, columnDefinition = ID, foreignKey = @ForeignKey(name = "fk_emotion_analysis_message"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    @Nullable
    ChatMessage message;

    @Column(length = 64, nullable = false, comment = "which model judged")
    @Nullable
    String model;

    @Column(nullable = false, columnDefinition = FEELINGS, comment = "the strongest one")
    @Nullable
    String feeling;

    @Column(precision = 4, scale = 3, nullable = false, comment = "0 to 1")
    @Nullable
    BigDecimal confidence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, comment = "every feeling with its score")
    @Nullable
    String scores;

    @Column(nullable = false, columnDefinition = "datetime(6) default current_timestamp(6)", comment = "UTC")
    @Nullable
    LocalDateTime analyzedAt;
}
