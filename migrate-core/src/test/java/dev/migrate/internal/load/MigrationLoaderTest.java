package dev.migrate.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.revision.RevisionNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationLoaderTest {

    @Test
    void findsThePackageAndSubpackagesSortedByClassName() {
        List<LoadedMigration> found =
                MigrationLoader.scan("dev.migrate.internal.load.sample", MigrationLoaderTest.class.getClassLoader());

        assertThat(found)
                .extracting(LoadedMigration::revision)
                .containsExactly(
                        new RevisionNode("one", List.of(), List.of("left"), List.of("two"), "the first"),
                        new RevisionNode("two", List.of(), List.of(), List.of(), ""));
    }
}
