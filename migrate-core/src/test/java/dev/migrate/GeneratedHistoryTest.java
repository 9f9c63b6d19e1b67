package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.Change;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.plan.Direction;
import dev.migrate.plan.NewRevision;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomDifference;
import dev.migrate.testing.RandomSchema;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * The complete process for random changes of a model: the migration is generated, compiled and applied; then there is
 * no difference left, and the downgrade restores the original schema.
 */
@Tag("slow")
class GeneratedHistoryTest {

    /** For each server, because each case is compiled twice; see {@link Property} for how to try more. */
    private static final int CASES = 2;

    @TempDir
    private Path place;

    /** A model that specifies everything. */
    private record Whole(List<Table> tables) implements Model {

        Whole(RandomSchema schema) {
            this(schema.tables());
        }

        @Override
        public Schema schema(ModelContext context) {
            return new Schema(Encoding.INHERITED, tables, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Set<Attribute> unspecifiedAttributes() {
            return Set.of();
        }
    }

    private final AtomicInteger written = new AtomicInteger();

    @DatabaseTest
    void isAppliedAndReverted(TestDatabase database) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        Property.of(random -> RandomDifference.of(server, random), RandomDifference::smaller)
                .holds(CASES, difference -> roundTrip(database, difference, SourceFormat.JAVA));
    }

    @DatabaseTest
    void isAppliedAndRevertedInSql(TestDatabase database) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        Property.of(random -> RandomDifference.of(server, random), RandomDifference::smaller)
                .holds(CASES, difference -> roundTripIfWritten(database, difference));

        assertThat(written).hasPositiveValue();
    }

    /** What depends on the indexes that the server creates for foreign keys cannot always be written in SQL. */
    private void roundTripIfWritten(TestDatabase database, RandomDifference difference) {
        try {
            roundTrip(database, difference, SourceFormat.SQL);
        } catch (InvalidMigrationException e) {
            assertThat(e.reason()).isEqualTo(InvalidMigrationException.Reason.OFFLINE_SQL_UNSUPPORTED);
            assertThat(e.remedy()).isEqualTo("Generate this revision in Java: omit --sql.");
            return;
        }
        written.incrementAndGet();
    }

    private void roundTrip(TestDatabase database, RandomDifference difference, SourceFormat format) {
        database.execute("DROP DATABASE " + database.name(), "CREATE DATABASE " + database.name());
        Path folder = newFolder();
        Model from = new Whole(difference.from());
        Model to = new Whole(difference.to());

        migrator(database, folder, from).authoring().autogenerate(revision("a1"), source(folder, format));
        migrator(database, folder, from).upgrade("head");
        assertThat(changes(migrator(database, folder, from))).isEmpty();

        boolean isTaken =
                isReversible(migrator(database, folder, to).authoring().diff());
        boolean isWritten = migrator(database, folder, to)
                .authoring()
                .autogenerate(revision("b2"), source(folder, format))
                .isPresent();
        Migrator migrator = migrator(database, folder, to);
        if (isWritten) {
            requireRehearsal(migrator, isTaken);
        }
        migrator.upgrade("head");
        assertThat(changes(migrator)).isEmpty();

        if (isTaken) {
            migrator.downgrade(isWritten ? "-1" : "a1");
            assertThat(changes(migrator(database, folder, from))).isEmpty();
            migrator.downgrade("base");
            assertThat(database.tables()).containsExactly("alembic_version");
        }
    }

    /** The rehearsal gets the same result as the upgrade after it, and as the downgrade if there is one. */
    private static void requireRehearsal(Migrator migrator, boolean isReversible) {
        Rehearsal rehearsal = migrator.rehearse(Direction.UP);

        assertThat(rehearsal.failure()).isNull();
        assertThat(rehearsal.difference()).isNotNull().matches(SchemaDiff::isEmpty);
        if (isReversible) {
            assertThat(rehearsal.remainder()).isNotNull().matches(SchemaDiff::isEmpty);
        }
    }

    /** There is no operation for partitions yet, so the inverse of their changes cannot be derived. */
    private static boolean isReversible(SchemaDiff diff) {
        return diff.changes().stream().map(Change::operation).noneMatch(ExecuteSql.class::isInstance);
    }

    private static List<Change> changes(Migrator migrator) {
        return migrator.authoring().diff().changes();
    }

    private static Migrator migrator(TestDatabase database, Path folder, Model model) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder)
                .model(model)
                .build();
    }

    private static NewRevision revision(String id) {
        return NewRevision.of("generated").id(id);
    }

    private static SourceOptions source(Path folder, SourceFormat format) {
        return SourceOptions.of("generated").folder(folder).format(format);
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(place, "migrations");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
