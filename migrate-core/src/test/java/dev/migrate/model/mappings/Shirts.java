package dev.migrate.model.mappings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One table with an enum that is mapped in different ways. */
public final class Shirts {

    private Shirts() {}

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    enum More {
        RED,
        GREEN,
        BLUE,
        WHITE
    }

    enum Fewer {
        RED,
        BLUE
    }

    enum Reordered {
        BLUE,
        RED,
        GREEN
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class Ordinals {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        Color color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class MoreOrdinals {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        @Column(nullable = false)
        More color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class FewerOrdinals {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        Fewer color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class IntegerOrdinals {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        @JdbcTypeCode(SqlTypes.INTEGER)
        Color color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class Strings {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Color color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class MoreStrings {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @ColumnDefault("'WHITE'")
        More color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class FewerStrings {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Fewer color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class ReorderedStrings {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.ORDINAL_ENUM)
        Reordered color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class NativeOrdinals {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.ORDINAL_ENUM)
        Color color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class Varchars {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(length = 20)
        Color color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class MoreVarchars {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(length = 20)
        More color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class Chars {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 10)
        Color color;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirt")
    static class Defined {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @Column(columnDefinition = "enum('RED','GREEN','BLUE') not null default 'RED'")
        Color color;
    }
}
