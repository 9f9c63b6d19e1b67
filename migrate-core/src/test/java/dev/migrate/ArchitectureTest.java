package dev.migrate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.migrate.model.EntityModel;
import dev.migrate.model.EntityModelBuilder;
import dev.migrate.operation.ConnectionWork;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may know whom. The plan of the rooms is in docs/architecture.md. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.migrate");

    @Test
    void arrowsRunOneWay() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("face")
                .definedBy("dev.migrate")
                .layer("load")
                .definedBy("dev.migrate.internal.load..")
                .layer("alembic")
                .definedBy("dev.migrate.internal.alembic..")
                .layer("run")
                .definedBy("dev.migrate.internal.engine..")
                .layer("generate")
                .definedBy("dev.migrate.internal.codegen..")
                .layer("diff")
                .definedBy("dev.migrate.diff..")
                .layer("model")
                .definedBy("dev.migrate.model..")
                .layer("introspect")
                .definedBy("dev.migrate.internal.mysql.introspect..")
                .layer("event")
                .definedBy("dev.migrate.event..")
                .layer("journal")
                .definedBy("dev.migrate.journal..")
                .layer("plan")
                .definedBy("dev.migrate.plan..")
                .layer("dialect")
                .definedBy("dev.migrate.provider..")
                .layer("migration")
                .definedBy("dev.migrate.migration..")
                .layer("operation")
                .definedBy("dev.migrate.operation..")
                .layer("schema")
                .definedBy("dev.migrate.schema..")
                .layer("revision")
                .definedBy("dev.migrate.revision..")
                .layer("error")
                .definedBy("dev.migrate.error..")
                .whereLayer("face")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("load")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("alembic")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("generate")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("diff")
                .mayOnlyBeAccessedByLayers("face", "generate")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("face")
                .whereLayer("introspect")
                .mayOnlyBeAccessedByLayers("face", "run")
                .whereLayer("event")
                .mayOnlyBeAccessedByLayers("face", "run")
                .whereLayer("journal")
                .mayOnlyBeAccessedByLayers("face", "run")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("face", "run", "event")
                .whereLayer("dialect")
                .mayOnlyBeAccessedByLayers("face", "run", "introspect", "model")
                .whereLayer("migration")
                .mayOnlyBeAccessedByLayers("face", "load", "generate")
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("face", "migration", "dialect", "run", "diff", "generate")
                .whereLayer("schema")
                .mayOnlyBeAccessedByLayers("face", "operation", "dialect", "introspect", "model", "diff", "generate")
                .whereLayer("revision")
                .mayOnlyBeAccessedByLayers("face", "load", "plan", "run", "generate", "alembic");
        rule.check(CLASSES);
    }

    @Test
    void noCircleBetweenPackages() {
        slices().matching("dev.migrate.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /**
     * A sealed family with its visitor counts as one, and so does a class with its builder: each has to know the other.
     */
    @Test
    void noCircleBetweenClasses() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(familyOf(type));
                    }

                    @Override
                    public String getDescription() {
                        return "classes and sealed families";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES.that(
                        JavaClass.Predicates.resideOutsideOfPackages("dev.migrate.plan", "dev.migrate.revision")));
    }

    @Test
    void onlyThoseWhoTalkToTheDatabaseKnowJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.migrate",
                        "dev.migrate.internal.engine..",
                        "dev.migrate.internal.mysql.introspect..",
                        "dev.migrate.error..")
                .and()
                .doNotBelongToAnyOf(ConnectionWork.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyModelsKnowHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.migrate.model..")
                .or()
                .areAssignableTo(EntityModel.class)
                .or()
                .areAssignableTo(EntityModelBuilder.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    private static String familyOf(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        for (Class<?> family : List.of(Operation.class, ColumnType.class)) {
            if (outermost.isAssignableTo(family)) {
                return family.getName();
            }
        }
        return outermost.getName().replaceFirst("(Builder|Visitor)$", "");
    }
}
