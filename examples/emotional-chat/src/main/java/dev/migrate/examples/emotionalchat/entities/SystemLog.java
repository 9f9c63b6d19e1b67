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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A log entry of the application; kept when the conversation is deleted. */
@Entity
@Table(
        name = "system_logs",
        comment = "kept when the conversation is gone",
        options = Row.UTF8,
        indexes = {
            @Index(name = "ix_system_logs_level", columnList = "level, created_at"),
            @Index(name = "ix_system_logs_session", columnList = "session_id")
        })
public class SystemLog extends Row {

    @Column(nullable = false, columnDefinition = "enum('debug','info','warn','error')")
    @ColumnDefault("'info'")
    @Nullable
    String level;

    @Column(length = 100, nullable = false, comment = "the part of the application that wrote it")
    @Nullable
    String source;

    @Column(length = 1000, nullable = false)
    @Nullable
    String message;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String context;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(columnDefinition = ID, foreignKey = @ForeignKey(name = "fk_system_logs_session"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    @Nullable
    ChatSession session;

    @Column(nullable = false, columnDefinition = "datetime(6) default current_timestamp(6)", comment = "UTC")
    @Nullable
    LocalDateTime createdAt;
}
