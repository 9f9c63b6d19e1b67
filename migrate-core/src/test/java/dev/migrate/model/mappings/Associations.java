package dev.migrate.model.mappings;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinColumnsOrFormulas;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Associations between entities, and their foreign keys. */
@SuppressWarnings("SameNameButDifferent") // Each mapping is a model of its own.
public final class Associations {

    private Associations() {}

    /** An entity that the others refer to. */
    abstract static class Targets {
        @Entity
        @Table(name = "target")
        static class Target {
            @Id
            long id;

            @Column(unique = true, length = 30)
            String code;

            @Column(length = 40)
            String other;
        }
    }

    static final class ManyToOnes extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            Target plain;

            @ManyToOne(optional = false)
            Target required;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "named", nullable = false)
            Target renamed;

            @ManyToOne
            @JoinColumn(name = "unique_target", unique = true)
            Target uniqueTarget;
        }
    }

    static final class ForeignKeys extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(foreignKey = @ForeignKey(name = "fk_named"))
            Target named;

            @ManyToOne
            @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
            Target unconstrained;

            @ManyToOne
            @JoinColumn(
                    name = "defined",
                    foreignKey =
                            @ForeignKey(
                                    name = "fk_defined",
                                    foreignKeyDefinition =
                                            "foreign key (defined) references target (id) on delete set null on update cascade"))
            Target defined;
        }
    }

    static final class ToOtherColumn extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(name = "target_code", referencedColumnName = "code")
            Target target;
        }
    }

    static final class DeleteActions extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            @OnDelete(action = OnDeleteAction.CASCADE)
            Target cascade;

            @ManyToOne
            @OnDelete(action = OnDeleteAction.SET_NULL)
            Target setNull;

            @ManyToOne
            @OnDelete(action = OnDeleteAction.RESTRICT)
            Target restrict;

            @ManyToOne
            @OnDelete(action = OnDeleteAction.NO_ACTION)
            Target noAction;
        }
    }

    static final class NotFoundTargets extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            @NotFound(action = NotFoundAction.IGNORE)
            Target ignored;

            @ManyToOne
            @NotFound(action = NotFoundAction.EXCEPTION)
            Target rejected;
        }
    }

    static final class Composite {
        @Entity
        static class Other {
            @EmbeddedId
            Identifiers.Code id;
        }

        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            Other plain;

            @ManyToOne
            @JoinColumn(name = "other_area", referencedColumnName = "area")
            @JoinColumn(name = "other_zone", referencedColumnName = "zone")
            @JoinColumn(name = "other_part", referencedColumnName = "part")
            Other renamed;

            @ManyToOne
            @JoinColumns(
                    value = {
                        @JoinColumn(name = "third_area", referencedColumnName = "area"),
                        @JoinColumn(name = "third_zone", referencedColumnName = "zone"),
                        @JoinColumn(name = "third_part", referencedColumnName = "part")
                    },
                    foreignKey = @ForeignKey(name = "fk_third"))
            Other third;
        }
    }

    static final class OneToOnes extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @OneToOne
            Target plain;

            @OneToOne(optional = false)
            @JoinColumn(name = "required_target")
            Target required;

            @OneToOne
            @JoinTable(name = "source_target")
            Target joined;
        }
    }

    static final class SharedKey extends Targets {
        @Entity
        @SuppressWarnings("deprecation")
        static class Source {
            @Id
            long id;

            @OneToOne
            @PrimaryKeyJoinColumn(foreignKey = @ForeignKey(name = "fk_shared"))
            Target target;
        }
    }

    static final class OneToManies {
        @Entity
        static class Parent {
            @Id
            long id;

            @OneToMany(mappedBy = "parent")
            List<Child> children;

            @OneToMany
            Set<Child> joined;

            @OneToMany
            @JoinColumn(name = "other_parent")
            Set<Child> unidirectional;

            @OneToMany
            @JoinColumn(name = "ordered_parent", nullable = false)
            @OrderColumn(name = "position", nullable = false)
            List<Child> ordered;
        }

        @Entity
        static class Child {
            @Id
            long id;

            @ManyToOne
            Parent parent;
        }
    }

    static final class ManyToManies extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @ManyToMany
            Set<Target> set;

            @ManyToMany
            List<Target> bag;

            @ManyToMany
            @OrderColumn
            List<Target> ordered;

            @ManyToMany
            @JoinTable(
                    name = "source_link",
                    joinColumns = @JoinColumn(name = "from_id", foreignKey = @ForeignKey(name = "fk_from")),
                    inverseJoinColumns = @JoinColumn(name = "to_code", referencedColumnName = "code"),
                    inverseForeignKey = @ForeignKey(name = "fk_to"),
                    uniqueConstraints =
                            @UniqueConstraint(
                                    name = "uq_link",
                                    columnNames = {"from_id", "to_code"}),
                    indexes = @Index(name = "ix_link", columnList = "to_code desc, from_id"))
            Set<Target> linked;
        }
    }

    static final class JoinTables extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @ManyToOne
            @JoinTable(
                    name = "optional_target",
                    joinColumns = @JoinColumn(name = "source"),
                    inverseJoinColumns = @JoinColumn(name = "target", nullable = false))
            Target target;

            @OneToMany
            @JoinTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
            Set<Target> targets;
        }
    }

    static final class Formulas extends Targets {
        @Entity
        static class Source {
            @Id
            long id;

            @Column(name = "number")
            long number;

            @ManyToOne
            @JoinFormula("number + 1")
            Target target;
        }
    }

    static final class ColumnsOrFormulas {
        @Entity
        static class Place {
            @Id
            long id;

            @ManyToOne
            @JoinColumnsOrFormulas({
                @JoinColumnOrFormula(column = @JoinColumn(name = "pair_area", referencedColumnName = "area")),
                @JoinColumnOrFormula(column = @JoinColumn(name = "pair_part", referencedColumnName = "part")),
                @JoinColumnOrFormula(formula = @JoinFormula(value = "1", referencedColumnName = "zone"))
            })
            Other other;
        }

        @Entity
        static class Other {
            @EmbeddedId
            Identifiers.Code id;
        }
    }

    static final class Overridden extends Targets {
        @Embeddable
        static class Link {
            @ManyToOne
            Target target;

            String note;
        }

        @Entity
        static class Source {
            @Id
            long id;

            Link link;

            @AssociationOverride(
                    name = "target",
                    joinColumns = @JoinColumn(name = "second_target"),
                    foreignKey = @ForeignKey(name = "fk_second"))
            @AttributeOverride(name = "note", column = @Column(name = "second_note"))
            Link second;

            @AssociationOverrides(
                    @AssociationOverride(name = "target", joinColumns = @JoinColumn(name = "third_target")))
            @AttributeOverride(name = "note", column = @Column(name = "third_note"))
            Link third;
        }
    }

    @Entity
    static class Tree {
        @Id
        long id;

        @ManyToOne
        Tree parent;

        @OneToMany(mappedBy = "parent")
        List<Tree> children;
    }

    static final class Cycle {
        @Entity
        static class Left {
            @Id
            long id;

            @ManyToOne
            Right right;
        }

        @Entity
        static class Right {
            @Id
            long id;

            @ManyToOne
            Left left;
        }
    }
}
