package dev.migrate.model.mappings;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.EnumSet;
import java.util.UUID;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.Parameter;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

/** Identifiers and their generators. */
@SuppressWarnings("removal") // The deprecated annotations are tested as well.
public final class Identifiers {

    private Identifiers() {}

    @Entity
    static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity
    static class SmallIdentity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "number", columnDefinition = "int unsigned")
        Integer id;
    }

    @Entity
    static class Automatic {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity
    static class AutomaticUuid {
        @Id
        @GeneratedValue
        UUID id;
    }

    @Entity
    static class GeneratedUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        String id;

        @UuidGenerator(style = UuidGenerator.Style.TIME)
        UUID other;
    }

    @Entity
    static class Sequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }

    @Entity
    static class NamedSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
        @SequenceGenerator(name = "numbers", sequenceName = "number_source", initialValue = 100, allocationSize = 10)
        Long id;
    }

    @Entity
    static class DescendingSequence {
        @Id
        @GeneratedValue(generator = "down")
        @SequenceGenerator(name = "down", sequenceName = "down_source", initialValue = -1, allocationSize = -1)
        Long id;
    }

    @Entity
    @SequenceGenerator(name = "first", sequenceName = "first_source", allocationSize = 1)
    @SequenceGenerators(@SequenceGenerator(name = "unused", sequenceName = "unused_source"))
    static class TypeLevelSequence {
        @Id
        @GeneratedValue(generator = "first")
        Integer id;
    }

    static final class SharedSequence {
        @Entity
        static class One {
            @Id
            @GeneratedValue(generator = "shared")
            @SequenceGenerator(name = "shared", sequenceName = "shared_source")
            Long id;
        }

        @Entity
        static class Two {
            @Id
            @GeneratedValue(generator = "shared_two")
            @SequenceGenerator(name = "shared_two", sequenceName = "shared_source")
            Long id;
        }
    }

    @Entity
    static class TableNumbers {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Entity
    @TableGenerator(
            name = "counter",
            table = "counters",
            pkColumnName = "name",
            pkColumnValue = "named_table",
            valueColumnName = "last",
            initialValue = 50,
            allocationSize = 5,
            indexes = @Index(name = "ix_last", columnList = "last"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_last",
                            columnNames = {"name", "last"}))
    @TableGenerators(@TableGenerator(name = "unused_counter", table = "unused_counters"))
    static class NamedTable {
        @Id
        @GeneratedValue(generator = "counter")
        Long id;
    }

    @Entity
    static class Generic {
        @Id
        @GeneratedValue(generator = "styled")
        @GenericGenerator(
                name = "styled",
                type = SequenceStyleGenerator.class,
                parameters = {
                    @Parameter(name = "sequence_name", value = "styled_source"),
                    @Parameter(name = "initial_value", value = "7"),
                    @Parameter(name = "increment_size", value = "3"),
                    @Parameter(name = "force_table_use", value = "true")
                })
        Long id;
    }

    @Entity
    @IdClass(ByClass.Key.class)
    static class ByClass {
        @Id
        @Column(length = 20)
        String country;

        @Id
        int number;

        String name;

        static class Key implements Serializable {
            private static final long serialVersionUID = 1;
            String country;
            int number;

            @Override
            public boolean equals(Object other) {
                return other instanceof Key key && country.equals(key.country) && number == key.number;
            }

            @Override
            public int hashCode() {
                return country.hashCode() + number;
            }
        }
    }

    @Embeddable
    record Code(@Column(length = 30) String area, int zone, long part) implements Serializable {}

    @Entity
    static class ByEmbedded {
        @EmbeddedId
        Code id;

        String name;
    }

    @Entity
    static class ByOverriddenEmbedded {
        @EmbeddedId
        @AttributeOverride(name = "area", column = @Column(name = "region", length = 10))
        Code id;
    }

    static final class Derived {
        @Entity
        static class Owner {
            @Id
            long id;
        }

        @Entity
        static class Details {
            @Id
            long id;

            @MapsId
            @OneToOne
            Owner owner;
        }

        @Entity
        static class Extra {
            @Id
            @OneToOne
            @JoinColumn(name = "owner")
            Owner owner;
        }
    }

    @Entity
    static class Natural {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @NaturalId
        @Column(length = 20)
        String isbn;

        @NaturalId(mutable = true)
        int edition;
    }

    /** Generates an identifier. */
    @IdGeneratorType(Fives.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Five {}

    /** A generator of the application. */
    public static class Fives implements BeforeExecutionGenerator {
        @Override
        public Object generate(
                SharedSessionContractImplementor session, Object owner, Object current, EventType eventType) {
            return 5L;
        }

        @Override
        public EnumSet<EventType> getEventTypes() {
            return EventTypeSets.INSERT_ONLY;
        }
    }

    @Entity
    static class CustomGenerator {
        @Id
        @Five
        Long id;
    }
}
