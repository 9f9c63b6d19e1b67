package dev.migrate.model.mappings;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.List;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyDiscriminatorValues;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJavaType;
import org.hibernate.annotations.AnyKeyJdbcType;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdType;
import org.hibernate.annotations.CompositeTypeRegistration;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.GenericGenerators;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexJavaType;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.Parent;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;
import org.hibernate.annotations.TargetEmbeddable;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.IntegerJavaType;
import org.hibernate.type.descriptor.jdbc.TinyIntJdbcType;

/** Seldom used annotations of Hibernate. */
@SuppressWarnings("removal") // The deprecated annotations are tested as well.
public final class Advanced {

    private Advanced() {}

    @Entity
    static class AnyKeys {
        @Id
        Integer id;

        @Any
        @AnyKeyJavaType(IntegerJavaType.class)
        @AnyDiscriminator(DiscriminatorType.CHAR)
        @AnyDiscriminatorValues(@AnyDiscriminatorValue(discriminator = "a", entity = AnyKeys.class))
        @JoinColumn(name = "first_id")
        @Column(name = "first_type")
        Object first;

        @Any
        @AnyKeyJavaClass(Integer.class)
        @AnyKeyJdbcType(TinyIntJdbcType.class)
        @AnyDiscriminatorValue(discriminator = "a", entity = AnyKeys.class)
        @JoinColumn(name = "second_id")
        @Column(name = "second_type", length = 3)
        Object second;

        @Any
        @AnyKeyJavaClass(Integer.class)
        @AnyKeyJdbcTypeCode(SqlTypes.SMALLINT)
        @AnyDiscriminatorValue(discriminator = "a", entity = AnyKeys.class)
        @JoinColumn(name = "third_id")
        @Column(name = "third_type", length = 3)
        Object third;
    }

    @Entity
    static class CollectionIds {
        @Id
        long id;

        @ElementCollection
        @CollectionId(column = @Column(name = "row_id", length = 9), generator = "increment")
        @CollectionIdType(CustomTypes.Digits.class)
        List<String> texts;
    }

    @Entity
    static class ListIndexes {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        @ListIndexJavaType(IntegerJavaType.class)
        List<String> texts;

        @ElementCollection
        @OrderColumn
        @ListIndexJdbcType(TinyIntJdbcType.class)
        List<String> others;
    }

    @Entity
    @CompositeTypeRegistration(embeddableClass = CustomTypes.Range.class, userType = CustomTypes.RangeType.class)
    static class RegisteredComposite {
        @Id
        long id;

        @Embedded
        CustomTypes.Range range;
    }

    @Entity
    @Rejected(value = "6.6 needs methods for the parent", hibernate = "6\\.6")
    static class Parents {
        @Id
        long id;

        Part part;

        @Embeddable
        static class Part {
            @Parent
            Parents owner;

            int number;
        }
    }

    /** A type without attributes that can be mapped. */
    interface Contact {}

    @Entity
    @Since("7.0")
    static class Targeted {
        @Id
        long id;

        @Embedded
        @TargetEmbeddable(Phone.class)
        Contact contact;

        @Embeddable
        static class Phone implements Contact {
            @Column(length = 15)
            String digits;
        }
    }

    static final class Subselects {
        @Entity
        static class Item {
            @Id
            long id;
        }

        @Entity
        @Subselect("select id + 1 as id from Item")
        @Synchronize("Item")
        static class Derived {
            @Id
            long id;
        }
    }

    @Embeddable
    @Struct(name = "structure")
    static class Structure {
        int number;
        String text;
    }

    @Entity
    @Rejected("the servers have no user-defined types")
    static class Structured {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Structure structure;
    }

    @Entity
    @GenericGenerators(@GenericGenerator(name = "unused", type = SequenceStyleGenerator.class))
    static class UnusedGenerator {
        @Id
        long id;
    }
}
