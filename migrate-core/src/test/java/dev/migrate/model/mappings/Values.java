package dev.migrate.model.mappings;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** Basic values and the attributes of {@code @Column}. */
public final class Values {

    private Values() {}

    @Entity
    static class Primitives {
        @Id
        long id;

        boolean truth;
        byte tiny;
        short small;
        int whole;
        float single;
        double twice;
        char letter;
    }

    @Entity
    static class Wrappers {
        @Id
        Integer id;

        Boolean truth;
        Byte tiny;
        Short small;
        Long large;
        Float single;
        Double twice;
        Character letter;
    }

    @Entity
    @Rejected(value = "6.6 has a VARCHAR that is too long", server = "MySQL .*", hibernate = "6\\.6")
    static class Lengths {
        @Id
        @Column(length = 20)
        String id;

        @Column(length = 1)
        String one;

        @Column(length = 16_000)
        String longest;

        @Column(length = 16_384)
        String text;

        @Column(length = 70_000)
        String medium;

        @Column(length = 20_000_000)
        String huge;
    }

    @Entity
    static class Lobs {
        @Id
        long id;

        @Lob
        String text;

        @Lob
        @Column(length = 100)
        String tiny;

        @Lob
        byte[] bytes;

        @Lob
        @Column(length = 100_000)
        byte[] medium;

        Clob characters;
        Blob binaryLob;
    }

    @Entity
    static class Bytes {
        @Id
        long id;

        byte[] bytes;

        @Column(length = 16)
        byte[] few;

        @Column(length = 66_000)
        byte[] many;
    }

    @Entity
    static class Decimals {
        @Id
        long id;

        BigDecimal money;
        BigInteger whole;

        @Column(precision = 12, scale = 4)
        BigDecimal exact;

        @Column(precision = 30)
        BigInteger wide;

        @Column(precision = 5)
        float rounded;

        @Column(precision = 15)
        Double precise;
    }

    @Entity
    static class JavaTimes {
        @Id
        long id;

        LocalDate date;
        LocalTime time;
        LocalDateTime dateTime;
        Instant instant;
        OffsetDateTime atOffset;
        ZonedDateTime zoned;
        Duration duration;
        Year year;
        ZoneOffset zone;
    }

    @Entity
    static class Temporals {
        @Id
        long id;

        java.sql.Date date;
        java.sql.Time time;
        java.sql.Timestamp timestamp;
        java.util.Date legacy;
        java.util.Calendar calendar;
    }

    @Entity
    @SuppressWarnings("deprecation") // Applications still use @Temporal.
    static class LegacyTemporals {
        @Id
        long id;

        @Temporal(TemporalType.DATE)
        java.util.Date date;

        @Temporal(TemporalType.TIME)
        java.util.Date time;

        @Temporal(TemporalType.TIMESTAMP)
        java.util.Calendar timestamp;
    }

    @Entity
    static class TimePrecision {
        @Id
        long id;

        @Column(precision = 0)
        Instant seconds;

        @Column(precision = 3)
        LocalDateTime milliseconds;

        @Column(precision = 3)
        LocalTime time;
    }

    @Entity
    static class Names {
        @Id
        UUID id;

        Currency currency;
        Locale locale;
        URL url;
        Class<?> type;
        TimeZone timeZone;
        InetAddress address;
    }

    @Entity
    static class NotNull {
        @Id
        long id;

        @Column(nullable = false)
        String required;

        @Basic(optional = false)
        Integer number;

        @Basic(fetch = FetchType.LAZY)
        String optional;
    }

    @Entity
    @Table(name = "`other name`")
    static class Renamed {
        @Id
        @Column(name = "`key`")
        long id;

        @Column(name = "Mixed_Case")
        String mixed;

        @Column(name = "`with space`")
        String quoted;
    }

    @Entity
    static class UniqueColumns {
        @Id
        long id;

        @Column(unique = true)
        int number;

        @Column(unique = true, nullable = false, length = 50)
        String code;
    }

    @Entity
    @Access(AccessType.PROPERTY)
    static class Properties {
        private long id;
        private String name = "";

        @Id
        public long getId() {
            return id;
        }

        public void setId(long id) {
            this.id = id;
        }

        @Column(length = 30)
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        @Transient
        public String getLabel() {
            return name + id;
        }
    }

    record Temperature(int degrees) {}

    @Converter(autoApply = true)
    static class TemperatureConverter implements AttributeConverter<Temperature, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Temperature temperature) {
            return temperature == null ? null : temperature.degrees();
        }

        @Override
        public Temperature convertToEntityAttribute(Integer degrees) {
            return degrees == null ? null : new Temperature(degrees);
        }
    }

    @Entity
    static class Converted {
        @Id
        long id;

        @Convert(converter = YesNoConverter.class)
        boolean yesOrNo;

        @Convert(converter = TrueFalseConverter.class)
        Boolean trueOrFalse;

        @Convert(converter = NumericBooleanConverter.class)
        boolean number;

        @Convert(converter = TemperatureConverter.class)
        Temperature temperature;
    }

    @Entity
    @Convert(attributeName = "active", converter = YesNoConverter.class)
    static class ConvertedByName {
        @Id
        long id;

        boolean active;
    }

    static class Serialized implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Entity
    static class Objects {
        @Id
        long id;

        Serialized value;
    }
}
