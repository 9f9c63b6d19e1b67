package dev.migrate.model.mappings;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyEnumerated;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Enums: as numbers, strings and native types. */
public final class Enums {

    private Enums() {}

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    enum Many {
        A,
        B,
        C,
        LONG_CONSTANT_NAME
    }

    @Entity
    static class Plain {
        @Id
        long id;

        Color color;
    }

    @Entity
    static class Ordinal {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        Color color;

        @Enumerated
        @Column(nullable = false)
        Many required;
    }

    @Entity
    static class Text {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Color color;

        @Enumerated(EnumType.STRING)
        @Column(length = 20, nullable = false)
        Many many;
    }

    @Entity
    static class TextAsVarchar {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(length = 30)
        Color color;
    }

    @Entity
    static class TextAsChar {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 10)
        Color color;
    }

    @Entity
    static class Native {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.ENUM)
        Color plain;
    }

    @Entity
    static class NativeOrdinal {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.ORDINAL_ENUM)
        Many plain;
    }

    @Entity
    static class OrdinalAsInteger {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        @JdbcTypeCode(SqlTypes.INTEGER)
        Color color;

        @Enumerated(EnumType.ORDINAL)
        @JdbcTypeCode(SqlTypes.SMALLINT)
        Many many;
    }

    @Entity
    static class Defined {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @Column(columnDefinition = "enum('RED','GREEN','BLUE') default 'RED'")
        Color color;

        @Enumerated(EnumType.STRING)
        @Column(columnDefinition = "varchar(40)")
        Many many;
    }

    @Entity
    static class DefaultValue {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        @ColumnDefault("'GREEN'")
        Color color;

        @Enumerated(EnumType.ORDINAL)
        @ColumnDefault("2")
        Color number;
    }

    @Converter
    static class Initial implements AttributeConverter<Color, String> {
        @Override
        public String convertToDatabaseColumn(Color color) {
            return color == null ? null : color.name().substring(0, 1);
        }

        @Override
        public Color convertToEntityAttribute(String initial) {
            return initial == null ? null : Color.RED;
        }
    }

    @Entity
    static class Converted {
        @Id
        long id;

        @Convert(converter = Initial.class)
        @Column(length = 1)
        Color color;
    }

    @Entity
    static class InCollections {
        @Id
        long id;

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<Color> colors;

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        Map<Many, String> names;
    }
}
