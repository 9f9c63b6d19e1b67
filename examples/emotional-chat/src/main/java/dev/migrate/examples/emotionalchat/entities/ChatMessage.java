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
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** A message of a conversation. */
@Entity
@Table(
        name = "chat_messages",
        comment = "what was said",
        options = Row.UTF8,
        indexes = {
            @Index(name = "ix_chat_messages_session", columnList = "session_id, sent_at"),
            @Index(name = "ix_chat_messages_knowledge", columnList = "knowledge_id")
        })
public class ChatMessage extends Row {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false, columnDefinition = ID, foreignKey = @ForeignKey(name = "fk_chat_messages_session"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    @Nullable
    ChatSession session;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(
            columnDefinition = ID,
            comment = "the article that the assistant quoted",
            foreignKey = @ForeignKey(name = "fk_chat_messages_knowledge"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    @Nullable
    Knowledge knowledge;

    @Column(nullable = false, columnDefinition = "enum('user','assistant','system')")
    @Nullable
    String sender;

    @Column(nullable = false, columnDefinition = "text")
    @Nullable
    String content;

    @Column(columnDefinition = "int unsigned")
    @Nullable
    Integer tokenCount;

    @Column(nullable = false, columnDefinition = "datetime(3) default current_timestamp(3)", comment = "UTC")
    @Nullable
    LocalDateTime sentAt;
}
