package dev.migrate.examples.emotionalchat.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A user of the assistant. */
@Entity
@Table(
        name = "users",
        comment = "people who talk to the assistant",
        options = Row.UTF8,
        uniqueConstraints = {
            @UniqueConstraint(name = "uq_users_username", columnNames = "username"),
            @UniqueConstraint(name = "uq_users_email", columnNames = "email")
        })
public class User extends DatedRow {

    @Column(length = 50, nullable = false)
    @Nullable
    String username;

    @Column(length = 100, nullable = false)
    @Nullable
    String displayName;

    @Column(length = 16, nullable = false, comment = "BCP 47, for instance en or pt-BR")
    @ColumnDefault("'en'")
    @Nullable
    String locale;

    @Column(nullable = false, columnDefinition = "enum('active','suspended','deleted')")
    @ColumnDefault("'active'")
    @Nullable
    String status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(comment = "what the user chose in the settings")
    @Nullable
    String preferences;

    @Column(secondPrecision = 3)
    @Nullable
    LocalDateTime lastSeenAt;

    @Column(length = 254, comment = "contact address")
    @Nullable
    String email;
}
