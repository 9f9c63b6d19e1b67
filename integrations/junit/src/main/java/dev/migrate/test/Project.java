package dev.migrate.test;

import dev.migrate.Environment;
import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The migrations of a test.
 *
 * @param key equal for tests with the same migrations
 * @param settings configures a migrator with them
 * @param file the configuration of the project, if there is one
 */
record Project(Object key, Consumer<MigratorBuilder> settings, Optional<ProjectFile> file) {

    /** The parts of an annotation that select migrations. */
    private record Selection(List<String> packages, Class<?> environment, Object more) {}

    /**
     * Returns the migrations that an annotation selects.
     *
     * @param testClass the test class
     * @param more the test, if it configures the migrator
     */
    static Project of(MigratedDatabase wanted, Class<?> testClass, Optional<Environment> more) {
        Optional<ProjectFile> file = ProjectFile.find(Path.of(""), System.getenv());
        Selection selection = new Selection(
                List.of(wanted.migrations()),
                wanted.environment(),
                more.<Object>map(Object::getClass).orElse(Project.class));
        Consumer<MigratorBuilder> settings =
                more.<Consumer<MigratorBuilder>>map(test -> test::configure).orElse(builder -> {});
        return new Project(
                selection, migrations(wanted, testClass, file, more.isPresent()).andThen(settings), file);
    }

    private static Consumer<MigratorBuilder> migrations(
            MigratedDatabase wanted, Class<?> testClass, Optional<ProjectFile> file, boolean isConfigured) {
        ClassLoader loader = testClass.getClassLoader();
        Class<? extends Environment> environment = wanted.environment();
        boolean isAlone = environment == Environment.class;
        if (wanted.migrations().length == 0 && isAlone) {
            return file.flatMap(project -> project.migrations(loader)).orElseGet(() -> none(testClass, isConfigured));
        }
        return builder -> {
            List.of(wanted.migrations()).forEach(name -> builder.scan(name, loader));
            if (!isAlone) {
                ReflectionSupport.newInstance(environment).configure(builder);
            }
        };
    }

    private static Consumer<MigratorBuilder> none(Class<?> testClass, boolean isConfigured) {
        if (isConfigured) {
            return builder -> {};
        }
        throw new TestDatabaseException(
                "There are no migrations for the database of " + testClass.getSimpleName() + ".",
                "Name their package in @MigratedDatabase(migrations = ...) or with the key package in "
                        + ProjectFile.FILE_NAME + ".");
    }

    /** Returns the server that the environment or the file configures. */
    Optional<ServerSource> server() {
        MigratorBuilder builder = Migrator.builder();
        settings.accept(builder);
        return builder.configuredDataSource()
                .map(source -> ServerSource.of("the environment", source))
                .or(() -> file.flatMap(ProjectFile::server));
    }

    /** Returns a migrator of another database. */
    Migrator migrator(DataSource database) {
        MigratorBuilder builder = Migrator.builder();
        settings.accept(builder);
        return builder.dataSource(database).build();
    }
}
