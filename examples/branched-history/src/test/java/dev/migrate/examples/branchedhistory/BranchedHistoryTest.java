package dev.migrate.examples.branchedhistory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Authoring;
import dev.migrate.Migrator;
import dev.migrate.RevisionDetails;
import dev.migrate.event.CompletedStep;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchedHistoryTest {

    private static Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .scan("dev.migrate.examples.branchedhistory")
                .build();
    }

    private static List<String> ids(List<CompletedStep> steps) {
        return steps.stream().map(step -> step.revision().id()).toList();
    }

    @DatabaseTest
    void theReadmeShowsTheGraph(TestDatabase database) throws IOException {
        Migrator migrator = migrator(database);
        migrator.upgrade("billing@b2");
        migrator.upgrade("a2");

        assertThat(Files.readString(Path.of("README.md"))).contains("\n" + migrator.historyGraph() + "```");
    }

    @DatabaseTest
    void theReadmeListsTheAppliedRevisions(TestDatabase database) {
        Migrator migrator = migrator(database);

        assertThat(ids(migrator.upgrade("billing@b2").steps())).containsExactly("001", "b1", "b2");
        assertThat(ids(migrator.upgrade("a2").steps())).containsExactly("a1", "a2");
        assertThat(database.column("SELECT version_num FROM alembic_version ORDER BY 1"))
                .containsExactly("a2", "b2");
        assertThat(ids(migrator.upgrade("heads").steps())).containsExactly("s1", "002", "003");
        assertThat(database.column("SELECT version_num FROM alembic_version ORDER BY 1"))
                .containsExactly("003", "a2");
        assertThat(ids(migrator.downgrade("audit@base").steps())).containsExactly("a2", "a1");
        assertThat(migrator.downgrade("base").after()).isEmpty();
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @Test
    void authoringReadsTheGraphWithoutADatabase(@TempDir Path folder) {
        Authoring authoring = Migrator.builder()
                .scan("dev.migrate.examples.branchedhistory")
                .build()
                .authoring();

        assertThat(authoring.heads())
                .extracting(details -> details.revision().id())
                .containsExactly("003", "a2");
        assertThat(authoring.branchPoints()).singleElement().satisfies(point -> {
            assertThat(point.revision().id()).isEqualTo("001");
            assertThat(point.children()).containsExactly("b1", "s1");
        });
        assertThat(authoring.show("002")).singleElement().satisfies(merge -> {
            assertThat(merge.isMergePoint()).isTrue();
            assertThat(merge.labels()).containsExactly("billing", "search");
        });
        assertThat(authoring.show("audit@head"))
                .extracting(RevisionDetails::isHead)
                .containsExactly(true);
        SourceOptions source = SourceOptions.of("com.example").folder(folder);
        assertThat(authoring
                        .merge(List.of("heads"), "all in one", source)
                        .revision()
                        .parents())
                .containsExactly("003", "a2");
    }
}
