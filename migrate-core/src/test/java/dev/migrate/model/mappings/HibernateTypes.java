package dev.migrate.model.mappings;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CompositeType;
import org.hibernate.annotations.ConverterRegistration;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JavaTypeRegistration;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.JdbcTypeRegistration;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.TypeRegistration;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BooleanJavaType;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.hibernate.type.descriptor.jdbc.CharJdbcType;
import org.hibernate.type.descriptor.jdbc.TinyIntJdbcType;

/** Types that Hibernate's annotations choose. */
@SuppressWarnings("removal") // The deprecated annotations are tested as well.
public final class HibernateTypes {

    private HibernateTypes() {}

    @Entity
    static class TypeCodes {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.TINYINT)
        int tiny;

        @JdbcTypeCode(SqlTypes.NUMERIC)
        @Column(precision = 9, scale = 2)
        BigDecimal number;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 36)
        UUID text;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        UUID asVarchar;

        @JdbcTypeCode(SqlTypes.BINARY)
        UUID bytes;

        @JdbcTypeCode(SqlTypes.LONGVARCHAR)
        String largeText;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String largerText;

        @JdbcTypeCode(SqlTypes.NVARCHAR)
        @Column(length = 40)
        String national;

        @JdbcTypeCode(SqlTypes.LONGVARBINARY)
        byte[] longBytes;

        @JdbcTypeCode(SqlTypes.BIT)
        boolean bit;
    }

    @Entity
    static class JdbcTypes {
        @Id
        long id;

        @JdbcType(TinyIntJdbcType.class)
        int tiny;

        @JdbcType(CharJdbcType.class)
        @Column(length = 5)
        String code;

        @JavaType(LongJavaType.class)
        Long number;
    }

    @Entity
    static class Documents {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> map;

        @JdbcTypeCode(SqlTypes.JSON)
        @Column(nullable = false)
        List<Integer> numbers;
    }

    @Embeddable
    static class Part {
        @Column(nullable = false)
        int number;

        String text;
    }

    @Entity
    @Rejected(value = "the dialects of 6.6 have no JSON embeddables", hibernate = "6\\.6")
    static class JsonEmbeddable {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Part part;
    }

    @Entity
    static class Arrays {
        @Id
        long id;

        int[] numbers;
        String[] texts;

        @Array(length = 4)
        Long[] four;

        List<Integer> list;
    }

    @Entity
    static class NationalText {
        @Id
        long id;

        @Nationalized
        String text;

        @Nationalized
        @Lob
        String lob;

        @Nationalized
        @Column(length = 10, nullable = false)
        String few;

        @Nationalized
        char letter;
    }

    @Entity
    static class Zones {
        @Id
        long id;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
        OffsetDateTime normalized;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
        ZonedDateTime utc;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime inColumn;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        @TimeZoneColumn(name = "zone_of_it", columnDefinition = "smallint")
        ZonedDateTime named;

        @TimeZoneStorage(TimeZoneStorageType.AUTO)
        OffsetTime automatic;
    }

    @Entity
    static class Fractions {
        @Id
        long id;

        @FractionalSeconds(3)
        Instant milliseconds;

        @FractionalSeconds(0)
        LocalTime seconds;
    }

    @Entity
    static class CustomType {
        @Id
        long id;

        @Type(CustomTypes.Upper.class)
        @Column(length = 12)
        String upper;
    }

    @Entity
    @TypeRegistration(basicClass = StringBuilder.class, userType = CustomTypes.UpperBuilder.class)
    static class RegisteredType {
        @Id
        long id;

        @Column(length = 7)
        StringBuilder upper;
    }

    @Entity
    @ConverterRegistration(converter = Values.TemperatureConverter.class)
    static class RegisteredConverter {
        @Id
        long id;

        Values.Temperature temperature;
    }

    @Entity
    @JdbcTypeRegistration(value = TinyIntJdbcType.class, registrationCode = Types.SMALLINT)
    static class RegisteredJdbcType {
        @Id
        long id;

        short small;
    }

    @Entity
    @JavaTypeRegistration(javaType = Boolean.class, descriptorClass = BooleanJavaType.class)
    static class RegisteredJavaType {
        @Id
        long id;

        Boolean truth;
    }

    @Entity
    static class Transformed {
        @Id
        long id;

        @ColumnTransformer(read = "lower(secret)", write = "upper(?)")
        String secret;

        @Formula("id + 1")
        Long next;
    }

    @Entity
    static class Polymorphic {
        @Id
        long id;

        @Any
        @AnyKeyJavaClass(Long.class)
        @JoinColumn(name = "target_id")
        @Column(name = "target_type", length = 10)
        @AnyDiscriminatorValue(discriminator = "C", entity = Polymorphic.class)
        Object target;
    }

    static final class ManyPolymorphic {
        @Entity
        static class Holder {
            @Id
            long id;

            @ManyToAny
            @AnyDiscriminator(DiscriminatorType.INTEGER)
            @AnyKeyJavaClass(Integer.class)
            @AnyDiscriminatorValue(discriminator = "1", entity = Held.class)
            @JoinTable(
                    name = "held_by",
                    joinColumns = @JoinColumn(name = "holder"),
                    inverseJoinColumns = @JoinColumn(name = "held"))
            @Column(name = "kind")
            Set<Object> held;
        }

        @Entity
        static class Held {
            @Id
            Integer id;
        }
    }

    @Entity
    static class CustomComposite {
        @Id
        long id;

        @CompositeType(CustomTypes.RangeType.class)
        @AttributeOverride(name = "low", column = @Column(name = "range_low"))
        @AttributeOverride(name = "high", column = @Column(name = "range_high", nullable = false))
        CustomTypes.Range range;
    }
}
