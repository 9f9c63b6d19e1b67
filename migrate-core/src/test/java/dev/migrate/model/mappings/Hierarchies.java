package dev.migrate.model.mappings;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.Version;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.DiscriminatorOptions;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Inheritance. */
@SuppressWarnings("SameNameButDifferent") // Each mapping is a model of its own.
public final class Hierarchies {

    private Hierarchies() {}

    static final class SingleTable {
        @Entity
        @Inheritance
        abstract static class Animal {
            @Id
            long id;

            @Column(nullable = false)
            String name;
        }

        @Entity
        static class Dog extends Animal {
            @Column(nullable = false)
            int loudness;
        }

        @Entity
        static class Cat extends Animal {
            String favourite;
        }
    }

    static final class Discriminated {
        @Entity
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        @DiscriminatorColumn(name = "kind", length = 12)
        @DiscriminatorValue("none")
        static class Animal {
            @Id
            long id;
        }

        @Entity
        @DiscriminatorValue("dog")
        static class Dog extends Animal {
            int loudness;
        }
    }

    static final class DiscriminatedByNumber {
        @Entity
        @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
        @DiscriminatorValue("0")
        static class Animal {
            @Id
            long id;
        }

        @Entity
        @DiscriminatorValue("1")
        static class Dog extends Animal {
            int loudness;
        }
    }

    static final class DiscriminatedByLetter {
        @Entity
        @DiscriminatorColumn(name = "letter", discriminatorType = DiscriminatorType.CHAR)
        @DiscriminatorOptions(force = true)
        @DiscriminatorValue("A")
        static class Animal {
            @Id
            long id;
        }

        @Entity
        @DiscriminatorValue("D")
        static class Dog extends Animal {
            int loudness;
        }
    }

    static final class DiscriminatorDefinition {
        @Entity
        @DiscriminatorColumn(name = "kind", columnDefinition = "enum('Animal','Dog') not null")
        static class Animal {
            @Id
            long id;
        }

        @Entity
        static class Dog extends Animal {
            int loudness;
        }
    }

    static final class DiscriminatedByFormula {
        @Entity
        @DiscriminatorFormula("case when loudness > 0 then 'Dog' else 'Animal' end")
        static class Animal {
            @Id
            long id;

            int loudness;
        }

        @Entity
        static class Dog extends Animal {
            String name;
        }
    }

    static final class Joined {
        @Entity
        @Inheritance(strategy = InheritanceType.JOINED)
        static class Animal {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;
        }

        @Entity
        static class Dog extends Animal {
            int loudness;
        }

        @Entity
        @PrimaryKeyJoinColumn(name = "animal_id", foreignKey = @ForeignKey(name = "fk_cat_animal"))
        static class Cat extends Animal {
            String favourite;
        }
    }

    static final class JoinedDiscriminated {
        @Entity
        @Inheritance(strategy = InheritanceType.JOINED)
        @DiscriminatorColumn(name = "kind")
        static class Animal {
            @Id
            long id;
        }

        @Entity
        @OnDelete(action = OnDeleteAction.CASCADE)
        static class Dog extends Animal {
            int loudness;
        }
    }

    static final class JoinedByComposite {
        @Entity
        @Inheritance(strategy = InheritanceType.JOINED)
        static class Animal {
            @EmbeddedId
            Identifiers.Code id;
        }

        @Entity
        @PrimaryKeyJoinColumns({
            @PrimaryKeyJoinColumn(name = "dog_area", referencedColumnName = "area"),
            @PrimaryKeyJoinColumn(name = "dog_zone", referencedColumnName = "zone"),
            @PrimaryKeyJoinColumn(name = "dog_part", referencedColumnName = "part")
        })
        static class Dog extends Animal {
            int loudness;
        }
    }

    static final class TablePerClass {
        @Entity
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        abstract static class Animal {
            @Id
            @GeneratedValue
            Long id;

            @Column(unique = true, length = 30)
            String name;
        }

        @Entity
        static class Dog extends Animal {
            int loudness;
        }

        @Entity
        static class Cat extends Animal {
            String favourite;
        }
    }

    static final class Superclasses {
        @MappedSuperclass
        abstract static class Base {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            Long id;

            @Version
            int version;

            String note;
        }

        @MappedSuperclass
        abstract static class Named extends Base {
            @Column(length = 60)
            String name;
        }

        @Entity
        static class Person extends Named {
            @ManyToOne
            Person parent;
        }

        @Entity
        @AttributeOverride(name = "id", column = @Column(name = "company_id"))
        @AttributeOverride(name = "name", column = @Column(name = "company", length = 80))
        static class Company extends Named {}
    }

    static final class EmbeddableInheritance {
        @Embeddable
        @DiscriminatorColumn(name = "animal_kind")
        static class Animal {
            String name;
        }

        @Embeddable
        static class Dog extends Animal {
            int loudness;
        }

        @Entity
        static class Owner {
            @Id
            long id;

            Animal animal;
        }
    }
}
