package dev.migrate.model.mappings;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.TemporalType;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.CollectionIdJdbcType;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.annotations.MapKeyJavaType;
import org.hibernate.annotations.MapKeyJdbcType;
import org.hibernate.annotations.MapKeyJdbcTypeCode;
import org.hibernate.annotations.MapKeyType;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;
import org.hibernate.type.descriptor.java.IntegerJavaType;
import org.hibernate.type.descriptor.jdbc.CharJdbcType;
import org.hibernate.type.descriptor.jdbc.IntegerJdbcType;

/** Collections of values and maps. */
@SuppressWarnings("SameNameButDifferent") // Each mapping is a model of its own.
public final class Collections {

    private Collections() {}

    @Entity
    static class Sets {
        @Id
        long id;

        @ElementCollection
        Set<String> texts;

        @ElementCollection
        @Column(name = "number", nullable = false)
        Set<Integer> numbers;

        @ElementCollection
        SortedSet<String> sorted;
    }

    @Entity
    static class Bags {
        @Id
        long id;

        @ElementCollection
        @Bag
        List<String> bag;

        @ElementCollection
        @OrderBy
        List<String> texts;
    }

    @Entity
    static class Lists {
        @Id
        long id;

        @ElementCollection
        @OrderColumn
        List<String> texts;

        @ElementCollection
        @OrderColumn(name = "place", columnDefinition = "smallint unsigned")
        @ListIndexBase(1)
        List<Integer> numbers;

        @ElementCollection
        @OrderColumn
        @ListIndexJdbcTypeCode(SqlTypes.SMALLINT)
        List<Integer> small;
    }

    @Entity
    static class Tables {
        @Id
        long id;

        @ElementCollection
        @CollectionTable(
                name = "tags",
                joinColumns = @JoinColumn(name = "owner"),
                foreignKey = @ForeignKey(name = "fk_tags"),
                uniqueConstraints =
                        @UniqueConstraint(
                                name = "uq_tag",
                                columnNames = {"owner", "tag"}),
                indexes = @Index(name = "ix_tag", columnList = "tag"))
        @Column(name = "tag", length = 20)
        List<String> tags;

        @ElementCollection
        @CollectionTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Set<String> unconstrained;

        @ElementCollection
        @OnDelete(action = OnDeleteAction.CASCADE)
        Set<String> deleted;
    }

    @Embeddable
    static class Phone {
        @Column(length = 10, nullable = false)
        String kind;

        @Column(length = 20)
        String number;
    }

    @Entity
    static class Embeddables {
        @Id
        long id;

        @ElementCollection
        Set<Phone> phones;

        @ElementCollection
        @AttributeOverride(name = "number", column = @Column(name = "digits", length = 15))
        List<Phone> overridden;
    }

    @Entity
    static class Maps {
        @Id
        long id;

        @ElementCollection
        Map<String, Integer> numbers;

        @ElementCollection
        @MapKeyColumn(name = "language", length = 5)
        @Column(name = "text", length = 500)
        Map<String, String> translations;

        @ElementCollection
        @MapKeyTemporal(TemporalType.DATE)
        @SuppressWarnings("deprecation")
        Map<java.util.Date, String> days;
    }

    @Entity
    static class MapTypes {
        @Id
        long id;

        @ElementCollection
        @MapKeyJdbcTypeCode(SqlTypes.TINYINT)
        Map<Integer, String> tiny;

        @ElementCollection
        @MapKeyJdbcType(CharJdbcType.class)
        @MapKeyColumn(length = 4)
        Map<String, String> fixed;

        @ElementCollection
        @MapKeyJavaType(IntegerJavaType.class)
        Map<Integer, String> numbers;

        @ElementCollection
        @MapKeyType(CustomTypes.Upper.class)
        @MapKeyColumn(length = 9)
        Map<String, String> upper;
    }

    @Entity
    static class MapEmbeddables {
        @Id
        long id;

        @ElementCollection
        @AttributeOverride(name = "key.kind", column = @Column(name = "phone_kind"))
        @AttributeOverride(name = "key.number", column = @Column(name = "phone_number"))
        Map<Phone, String> byPhone;

        @ElementCollection
        @AttributeOverride(name = "value.number", column = @Column(name = "phone_number"))
        Map<String, Phone> phones;
    }

    static final class MapEntities {
        @Entity
        static class Owner {
            @Id
            long id;

            @OneToMany
            @MapKey(name = "code")
            Map<String, Item> byCode;

            @ManyToMany
            @MapKeyColumn(name = "label")
            Map<String, Item> labelled;

            @ElementCollection
            @MapKeyJoinColumn(name = "item", foreignKey = @ForeignKey(name = "fk_map_item"))
            Map<Item, Integer> amounts;

            @ElementCollection
            @MapKeyClass(Item.class)
            Map<Item, String> notes;
        }

        @Entity
        static class Item {
            @Id
            long id;

            @Column(length = 20)
            String code;
        }
    }

    static final class MapOfComposite {
        @Entity
        static class Owner {
            @Id
            long id;

            @ElementCollection
            @MapKeyJoinColumns({
                @MapKeyJoinColumn(name = "item_area", referencedColumnName = "area"),
                @MapKeyJoinColumn(name = "item_zone", referencedColumnName = "zone"),
                @MapKeyJoinColumn(name = "item_part", referencedColumnName = "part")
            })
            Map<Item, Integer> amounts;
        }

        @Entity
        static class Item {
            @EmbeddedId
            Identifiers.Code id;
        }
    }

    @Entity
    static class Identified {
        @Id
        long id;

        @ElementCollection
        @CollectionId(column = @Column(name = "row_id"), generator = "increment")
        @CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
        List<String> texts;
    }

    @Entity
    static class IdentifiedByJavaType {
        @Id
        long id;

        @ElementCollection
        @CollectionId(column = @Column(name = "row_id"), generator = "increment")
        @CollectionIdJavaType(IntegerJavaType.class)
        @CollectionIdJdbcType(IntegerJdbcType.class)
        List<String> texts;
    }

    @Entity
    static class Converted {
        @Id
        long id;

        @ElementCollection
        @Convert(converter = Values.TemperatureConverter.class)
        Set<Values.Temperature> temperatures;

        @ElementCollection
        @Convert(attributeName = "key", converter = Values.TemperatureConverter.class)
        Map<Values.Temperature, String> names;

        @ElementCollection
        @Converts(@Convert(attributeName = "value", converter = YesNoConverter.class))
        Map<String, Boolean> answers;
    }
}
