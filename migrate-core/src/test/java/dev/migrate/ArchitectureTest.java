package dev.migrate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dependencies between packages, as described in docs/architecture.md. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.migrate");

    private static final Path SOURCES = Path.of("src/main/java/dev/migrate");

    /** The packages that are independent of database products. */
    private static final List<String> PRODUCT_NEUTRAL = List.of(
            "diff",
            "error",
            "internal/classpath",
            "internal/codegen",
            "internal/engine",
            "internal/lint",
            "internal/load",
            "journal",
            "lint",
            "migration",
            "model",
            "operation",
            "plan",
            "provider",
            "revision",
            "schema");

    /** The only product-specific type of the model, which is marked as such. */
    private static final Path PRODUCT_SPECIFIC = Path.of("schema", "MariaDbType.java");

    private static final Pattern PRODUCT_OR_BACKTICK = Pattern.compile("(?i)mysql|mariadb|innodb|`");

    @Test
    void layersDependDownwardsOnly() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("API")
                .definedBy("dev.migrate")
                .layer("load")
                .definedBy("dev.migrate.internal.load..")
                .layer("classpath")
                .definedBy("dev.migrate.internal.classpath..")
                .layer("alembic")
                .definedBy("dev.migrate.internal.alembic..")
                .layer("flyway")
                .definedBy("dev.migrate.internal.flyway..")
                .layer("liquibase")
                .definedBy("dev.migrate.internal.liquibase..")
                .layer("engine")
                .definedBy("dev.migrate.internal.engine..")
                .layer("codegen")
                .definedBy("dev.migrate.internal.codegen..")
                .layer("mysql")
                .definedBy("dev.migrate.internal.mysql..")
                .layer("lint")
                .definedBy("dev.migrate.lint..")
                .layer("lint rules")
                .definedBy("dev.migrate.internal.lint..")
                .layer("diff")
                .definedBy("dev.migrate.diff..")
                .layer("model")
                .definedBy("dev.migrate.model..")
                .layer("jfr")
                .definedBy("dev.migrate.jfr..")
                .layer("event")
                .definedBy("dev.migrate.event..")
                .layer("journal")
                .definedBy("dev.migrate.journal..")
                .layer("plan")
                .definedBy("dev.migrate.plan..")
                .layer("provider")
                .definedBy("dev.migrate.provider..")
                .layer("migration")
                .definedBy("dev.migrate.migration..")
                .layer("operation")
                .definedBy("dev.migrate.operation..")
                .layer("schema")
                .definedBy("dev.migrate.schema..")
                .layer("revision")
                .definedBy("dev.migrate.revision..")
                .layer("source")
                .definedBy("dev.migrate.source..")
                .whereLayer("API")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("API", "codegen", "alembic", "flyway", "liquibase")
                .whereLayer("load")
                .mayOnlyBeAccessedByLayers("API", "engine")
                .whereLayer("classpath")
                .mayOnlyBeAccessedByLayers("API", "load", "model")
                .whereLayer("flyway")
                .mayOnlyBeAccessedByLayers("API")
                .whereLayer("liquibase")
                .mayOnlyBeAccessedByLayers("API")
                .whereLayer("alembic")
                .mayOnlyBeAccessedByLayers("API")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("API")
                .whereLayer("codegen")
                .mayOnlyBeAccessedByLayers("API", "alembic", "flyway", "liquibase", "lint rules")
                .whereLayer("lint rules")
                .mayOnlyBeAccessedByLayers("API")
                .whereLayer("lint")
                .mayOnlyBeAccessedByLayers("API", "lint rules")
                .whereLayer("diff")
                .mayOnlyBeAccessedByLayers("API", "engine", "codegen", "alembic", "lint rules")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("API", "engine")
                .whereLayer("jfr")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("event")
                .mayOnlyBeAccessedByLayers("API", "engine", "jfr")
                .whereLayer("journal")
                .mayOnlyBeAccessedByLayers("API", "engine", "event", "mysql", "provider")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers(
                        "API",
                        "engine",
                        "event",
                        "jfr",
                        "mysql",
                        "provider",
                        "alembic",
                        "flyway",
                        "liquibase",
                        "lint rules")
                .whereLayer("provider")
                .mayOnlyBeAccessedByLayers(
                        "API", "load", "engine", "mysql", "model", "diff", "codegen", "migration", "lint", "lint rules")
                .whereLayer("migration")
                .mayOnlyBeAccessedByLayers("API", "load", "engine", "codegen", "lint rules")
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers(
                        "API",
                        "migration",
                        "provider",
                        "load",
                        "engine",
                        "mysql",
                        "model",
                        "diff",
                        "codegen",
                        "alembic",
                        "flyway",
                        "liquibase",
                        "lint rules")
                .whereLayer("schema")
                .mayOnlyBeAccessedByLayers(
                        "API", "operation", "provider", "engine", "mysql", "model", "diff", "codegen", "lint rules")
                .whereLayer("revision")
                .mayOnlyBeAccessedByLayers(
                        "API",
                        "load",
                        "plan",
                        "provider",
                        "engine",
                        "mysql",
                        "codegen",
                        "alembic",
                        "flyway",
                        "liquibase",
                        "event",
                        "jfr",
                        "source",
                        "lint rules");
        rule.check(CLASSES);
    }

    @Test
    void onlyTheServiceLoaderReachesAProvider() {
        // The imports read the SQL of the databases that the other tools are used with here.
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.migrate.internal.mysql..",
                        "dev.migrate.internal.alembic..",
                        "dev.migrate.internal.liquibase..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.migrate.internal.mysql..")
                .check(CLASSES);
    }

    @Test
    void versionThresholdsAreInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.migrate.internal.mysql.server")
                .should()
                .callMethod(ServerVersion.class, "isAtLeast", String.class, int.class, int.class, int.class)
                .check(CLASSES);
    }

    @Test
    void noProductIsNamedOutsideItsProvider() throws IOException {
        List<String> found = new ArrayList<>();
        for (String each : PRODUCT_NEUTRAL) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(each))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith(PRODUCT_SPECIFIC))
                        .sorted()
                        .toList()) {
                    for (String line : Files.readAllLines(file)) {
                        // A product-specific column type, with its method in the visitor.
                        String rest = line.replaceAll("MariaDbType|mariaDb\\(", "");
                        if (PRODUCT_OR_BACKTICK.matcher(rest).find()) {
                            found.add(SOURCES.relativize(file) + ": " + line.strip());
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.migrate.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** A sealed family with its visitor is one unit, and so is a class with its builder: they depend on each other. */
    @Test
    void classesHaveNoCycles() {
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
                .check(CLASSES);
    }

    @Test
    void jdbcIsUsedWhereADatabaseIsAccessed() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.migrate",
                        "dev.migrate.internal.engine..",
                        "dev.migrate.internal.flyway",
                        "dev.migrate.internal.liquibase",
                        "dev.migrate.internal.mysql",
                        "dev.migrate.internal.mysql.advice",
                        "dev.migrate.internal.mysql.introspect",
                        "dev.migrate.internal.mysql.session",
                        "dev.migrate.provider",
                        "dev.migrate.error..")
                .and()
                .doNotBelongToAnyOf(ConnectionWork.class)
                .and()
                .doNotHaveFullyQualifiedName("dev.migrate.model.NoConnections") // implements an interface of Hibernate
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void hibernateIsUsedInModels() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.migrate.model..")
                .or()
                .areAssignableTo(EntityModel.class)
                .or()
                .areAssignableTo(EntityModelBuilder.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.migrate.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta..")
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
