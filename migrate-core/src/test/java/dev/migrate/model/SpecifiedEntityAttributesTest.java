package dev.migrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** Each attribute that an entity specifies is compared, also if its value is the default. */
class SpecifiedEntityAttributesTest {

    /** The changes of the database, one attribute each, and whether the entity specifies the attribute. */
    private static final Map<String, Boolean> CHANGES = Map.ofEntries(
            Map.entry("COMMENT='other'", true),
            Map.entry("ENGINE=MyISAM", true),
            Map.entry("ROW_FORMAT=COMPACT", true),
            Map.entry("STATS_PERSISTENT=1", true),
            Map.entry("MAX_ROWS=7", true),
            Map.entry("DEFAULT CHARSET=latin1", true),
            Map.entry("DEFAULT COLLATE=utf8mb4_bin", true),
            Map.entry("MODIFY a VARCHAR(9) NOT NULL COMMENT 'other'", true),
            Map.entry("MODIFY a VARCHAR(9) NOT NULL DEFAULT 'x' COMMENT 'a'", false),
            Map.entry("MODIFY b VARCHAR(9) CHARACTER SET latin1", true),
            Map.entry("MODIFY b VARCHAR(9) COLLATE utf8mb4_bin", true),
            Map.entry("MODIFY b VARCHAR(9) COMMENT 'other'", false),
            Map.entry("DROP INDEX k, ADD INDEX k (b)", true),
            Map.entry("STATS_SAMPLE_PAGES=9", false));

    @Entity
    @Table(
            name = "t",
            comment = "new",
            options = "DEFAULT CHARSET=utf8mb4 ROW_FORMAT=DEFAULT STATS_PERSISTENT=DEFAULT MAX_ROWS=0",
            indexes = @Index(name = "k", columnList = "a"))
    private static final class Specified {
        @Id
        private long id;

        @Column(length = 9, nullable = false, comment = "a")
        private String a = "";

        @Column(columnDefinition = "varchar(9) character set utf8mb4")
        private @Nullable String b;
    }

    @DatabaseTest
    void whatAnEntitySpecifiesIsCompared(TestDatabase database) {
        SoftAssertions softly = new SoftAssertions();
        CHANGES.forEach((change, isSpecified) -> {
            database.execute(
                    "DROP TABLE IF EXISTS t",
                    "CREATE TABLE t (id BIGINT NOT NULL PRIMARY KEY, a VARCHAR(9) NOT NULL COMMENT 'a', b VARCHAR(9),"
                            + " KEY k (a)) COMMENT='new' ENGINE=InnoDB");
            assertThat(differences(database)).isEmpty();
            database.execute("ALTER TABLE t " + change);

            softly.assertThat(differences(database).isEmpty()).as(change).isNotEqualTo(isSpecified);
        });
        softly.assertAll();
    }

    private static List<String> differences(TestDatabase database) {
        SchemaDiff diff = Migrator.builder()
                .dataSource(database.dataSource())
                .model(EntityModel.of(Specified.class))
                .build()
                .authoring()
                .diff();
        return diff.changes().stream()
                .map(change -> change.operation().description())
                .toList();
    }
}
