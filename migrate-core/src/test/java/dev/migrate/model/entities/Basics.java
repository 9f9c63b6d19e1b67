package dev.migrate.model.entities;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** Every basic type. */
public final class Basics {

    private Basics() {}

    enum Mood {
        JOY,
        FEAR,
        ANGER
    }

    @Entity
    static class Numbers {
        @Id
        long id;

        boolean primitiveTruth;
        Boolean truth;
        byte tiny;
        Short small;
        int whole;
        Long large;
        float single;
        Double twice;
        BigInteger huge;
        BigDecimal money;

        @Column(precision = 7, scale = 3)
        BigDecimal exact;

        @Column(precision = 65, scale = 30)
        BigDecimal longest;

        @Column(precision = 10)
        float rounded;

        @Convert(converter = YesNoConverter.class)
        Boolean yesOrNo;

        @Convert(converter = NumericBooleanConverter.class)
        Boolean oneOrZero;

        @Version
        int version;
    }

    @Entity
    static class Characters {
        @Id
        @Column(length = 36)
        String id;

        char letter;
        Character optionalLetter;
        String plain;

        @Column(length = 1)
        String one;

        @Column(length = 4000)
        String long4000;

        @Column(length = 16384)
        String textValue;

        @Column(length = 65536)
        String mediumTextValue;

        @Column(length = 16_777_216)
        String longTextValue;

        @Lob
        String lob;

        @Lob
        @Column(length = 200)
        String tinyLobValue;

        @Lob
        Clob clob;

        @Nationalized
        String national;

        @Column(length = 500, nullable = false)
        String notNull;

        @Basic(optional = false)
        String required;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 3)
        String fixed;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String long32;

        Locale locale;
        Currency currency;
        ZoneId zoneId;
        Class<?> kind;
        URL url;
        char[] characters;
    }

    @Entity
    static class LongestVarchar {
        @Id
        long id;

        @Column(length = 16_000)
        String longest;
    }

    @Entity
    static class Bytes {
        @Id
        UUID id;

        @JdbcTypeCode(SqlTypes.CHAR)
        UUID asCharacters;

        @JdbcTypeCode(SqlTypes.BINARY)
        UUID asBinary;

        byte[] plain;

        @Column(length = 70_000)
        byte[] medium;

        @Lob
        byte[] lob;

        Blob stream;

        @JdbcTypeCode(SqlTypes.BINARY)
        @Column(length = 16)
        byte[] hash;

        java.io.Serializable anything;
    }

    @Entity
    static class Times {
        @Id
        long id;

        LocalDate day;
        LocalTime time;
        LocalDateTime timing;
        Instant instant;
        OffsetDateTime offsetMoment;
        OffsetTime offsetTime;
        ZonedDateTime zoned;
        Duration duration;
        Year year;

        java.util.Date old;

        java.sql.Timestamp sqlTimestamp;
        java.sql.Time sqlTime;

        @Column(precision = 3)
        LocalDateTime milliseconds;

        @Column(secondPrecision = 0)
        LocalDateTime seconds;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
        OffsetDateTime normalized;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime withColumn;

        @Version
        Instant version;
    }

    @Entity
    @Table(name = "choices")
    static class Choices {
        @Id
        long id;

        Mood ordinary;

        @Enumerated(EnumType.STRING)
        Mood text;

        @Enumerated(EnumType.ORDINAL)
        @Column(nullable = false)
        Mood ordinal;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(length = 20)
        Mood asVarchar;

        @Convert(converter = MoodConverter.class)
        Mood converted;
    }

    /** A custom converter. */
    @Converter
    static class MoodConverter implements AttributeConverter<Mood, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Mood mood) {
            return mood == null ? null : mood.name().length();
        }

        @Override
        public Mood convertToEntityAttribute(Integer number) {
            return number == null ? null : number == 3 ? Mood.JOY : number == 4 ? Mood.FEAR : Mood.ANGER;
        }
    }

    /** A value stored as JSON. */
    @Entity
    static class Documents {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;

        @JdbcTypeCode(SqlTypes.JSON)
        @Column(nullable = false)
        List<String> list;

        String[] texts;
        List<Integer> numbers;
    }
}
