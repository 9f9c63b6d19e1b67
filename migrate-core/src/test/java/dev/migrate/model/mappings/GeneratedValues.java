package dev.migrate.model.mappings;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.AttributeBinderType;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.Source;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.TypeBinderType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.ValueGenerationType;
import org.hibernate.binder.AttributeBinder;
import org.hibernate.binder.TypeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.type.YesNoConverter;

/** Values that Hibernate or the database generates, and columns that Hibernate adds. */
@SuppressWarnings("removal") // The deprecated annotations are tested as well.
public final class GeneratedValues {

    private GeneratedValues() {}

    @Entity
    static class Timestamps {
        @Id
        long id;

        @CreationTimestamp
        Instant created;

        @UpdateTimestamp
        LocalDateTime updated;

        @CurrentTimestamp(source = SourceType.DB)
        Instant current;

        @CurrentTimestamp(event = EventType.UPDATE)
        Instant changed;

        @CreationTimestamp(source = SourceType.DB)
        @Column(nullable = true)
        OffsetDateTime fromDatabase;
    }

    @Entity
    static class TimestampsInEmbeddable {
        @Id
        long id;

        @Embedded
        Audit audit;
    }

    @Embeddable
    static class Audit {
        @CreationTimestamp
        Instant created;

        @UpdateTimestamp
        Instant updated;
    }

    static final class InheritedTimestamps {
        @MappedSuperclass
        abstract static class Base {
            @CreationTimestamp
            Instant created;
        }

        @Entity
        static class Item extends Base {
            @Id
            long id;
        }

        @Entity
        static class Special extends Item {
            @UpdateTimestamp
            Instant updated;
        }
    }

    @Entity
    static class NumberVersion {
        @Id
        long id;

        @Version
        Integer version;
    }

    @Entity
    static class TimestampVersion {
        @Id
        long id;

        @Version
        @Source(SourceType.DB)
        Instant version;
    }

    @Entity
    static class Computed {
        @Id
        long id;

        int price;
        int amount;

        @GeneratedColumn("price * amount")
        Integer total;
    }

    @Entity
    static class ByDatabase {
        @Id
        long id;

        @Generated
        @ColumnDefault("3")
        Integer number;

        @Generated(event = {EventType.INSERT, EventType.UPDATE})
        @Column(columnDefinition = "timestamp(6) default current_timestamp(6) on update current_timestamp(6)")
        Instant changed;
    }

    @Entity
    static class Tenant {
        @Id
        long id;

        @TenantId
        @Column(length = 20)
        String tenant;
    }

    @Entity
    @SoftDelete
    static class Deleted {
        @Id
        long id;
    }

    @Entity
    @SoftDelete(columnName = "is_active", strategy = SoftDeleteType.ACTIVE, converter = YesNoConverter.class)
    static class Active {
        @Id
        long id;

        @ElementCollection
        @SoftDelete
        Set<String> texts;
    }

    @Entity
    static class Partitioned {
        @Id
        long id;

        @PartitionKey
        long part;
    }

    /** Generates a value. */
    @ValueGenerationType(generatedBy = Constant.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Generator {}

    /** A generator of the application. */
    public static class Constant implements BeforeExecutionGenerator {
        @Override
        public Object generate(
                SharedSessionContractImplementor session, Object owner, Object current, EventType eventType) {
            return "constant";
        }

        @Override
        public EnumSet<EventType> getEventTypes() {
            return EventTypeSets.INSERT_ONLY;
        }
    }

    @Entity
    static class Customized {
        @Id
        long id;

        @Generator
        @Column(length = 10)
        String text;
    }

    @Entity
    static class Bound {
        @Id
        long id;

        @Widened
        String text;
    }

    /** Lengthens a column. */
    @AttributeBinderType(binder = Widening.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Widened {}

    /** Lengthens a column. */
    public static class Widening implements AttributeBinder<Widened> {
        @Override
        public void bind(
                Widened annotation, MetadataBuildingContext context, PersistentClass entity, Property property) {
            property.getColumns().get(0).setLength(77);
        }
    }

    @Noted
    @Entity
    static class BoundType {
        @Id
        long id;
    }

    /** Adds a comment. */
    @TypeBinderType(binder = Noting.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Noted {}

    /** Adds a comment to the table of an entity. */
    public static class Noting implements TypeBinder<Noted> {
        @Override
        public void bind(Noted annotation, MetadataBuildingContext context, PersistentClass entity) {
            entity.getTable().setComment("bound");
        }

        @Override
        public void bind(Noted annotation, MetadataBuildingContext context, Component embeddable) {}
    }
}
