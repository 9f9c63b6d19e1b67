package dev.migrate.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.revision.RevisionNode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationLoaderTest {

    private static final String PACKAGE = "dev.migrate.internal.load.sample";

    @Test
    void findsThePackageAndSubpackagesSortedByClassName() {
        List<LoadedMigration> found = ScannedPackages.require(PACKAGE, MigrationLoaderTest.class.getClassLoader())
                .all();

        assertThat(found)
                .extracting(LoadedMigration::revision)
                .containsExactly(
                        new RevisionNode("one", List.of(), List.of("left"), List.of("two"), "the first"),
                        new RevisionNode("two", List.of(), List.of(), List.of(), ""));
        assertThat(found.get(0).migration())
                .satisfies(one -> assertThat(one.getClass().getName()).isEqualTo(PACKAGE + ".One"))
                .isSameAs(found.get(0).migration());
    }

    @Test
    void aClassThatCannotBeLoadedIsNamed() throws IOException {
        URL place =
                MigrationLoaderTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader withoutTheLibrary = new URLClassLoader(new URL[] {place}, null)) {
            List<LoadedMigration> found =
                    ScannedPackages.require(PACKAGE, withoutTheLibrary).all();

            assertThatThrownBy(() -> found.get(0).migration())
                    .isInstanceOf(InvalidMigrationException.class)
                    .hasMessageContaining(
                            "Class dev.migrate.internal.load.sample.One of the migrations cannot be loaded")
                    .hasMessageContaining("dev/migrate/migration/Migration");
        }
    }

    @Test
    void aClassThatIsFoundTwiceCountsOnce() {
        ClassLoader loader = MigrationLoaderTest.class.getClassLoader();
        MigrationSet found = ScannedPackages.require(PACKAGE, loader);
        List<LoadedMigration> all = found.all();

        MigrationSet union = MigrationSet.union(List.of(MigrationSet.of(List.of(all.get(1))), found));

        assertThat(union.all()).containsExactly(all.get(1), all.get(0));
    }
}
