package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.diff.Change;
import dev.migrate.error.RevisionException;
import dev.migrate.error.SourceException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.NewRevision;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Creating a revision writes one file, or fails and writes none. */
class NewRevisionTest {

    private static final Authoring AUTHORING = Migrator.builder()
            .migrationClasses(M007First.class, Left.class, Right.class)
            .build()
            .authoring();

    @TempDir
    private Path folder;

    @Revision(id = "a1")
    static final class M007First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> t.column("a", integer()));
        }
    }

    @Revision(id = "b1", parents = "a1", labels = "left")
    static final class Left implements Migration {
        @Override
        public void up(Operations op) {}
    }

    @Revision(id = "b2", parents = "a1")
    static final class Right implements Migration {
        @Override
        public void up(Operations op) {}
    }

    private SourceOptions options() {
        return SourceOptions.of("com.example.migrations")
                .folder(folder.resolve("made"))
                .date(LocalDate.of(2026, 11, 25));
    }

    private List<String> files() throws IOException {
        if (!Files.exists(folder.resolve("made"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("made"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAFile() throws IOException {
        WrittenMigration written =
                AUTHORING.createRevision(NewRevision.of("add names").id("c1").head("left@head"), options());

        assertThat(files()).containsExactly("M008_AddNames.java");
        assertThat(written.file()).isEqualTo(folder.resolve("made").resolve("M008_AddNames.java"));
        assertThat(written.source()).isEqualTo(Files.readString(written.file()));
        assertThat(written.source())
                .startsWith("package com.example.migrations;\n")
                .contains("@Revision(id = \"c1\", parents = \"b1\", message = \"add names\")")
                .contains("public final class M008_AddNames implements Migration {")
                .contains("Written on 2026-11-25.")
                .contains("op.invert(this::up);");
        assertThat(written.revision().parents()).containsExactly("b1");
    }

    @Test
    void writesAnSqlFile() throws IOException {
        WrittenMigration written = AUTHORING.createRevision(
                NewRevision.of("add names: all")
                        .id("c1")
                        .head("left@head")
                        .label("names")
                        .dependsOn("b2"),
                options().format(SourceFormat.SQL));

        assertThat(files()).containsExactly("M008_AddNamesAll.sql");
        assertThat(written.source()).isEqualTo("""
                -- revision: c1
                -- parents: b1
                -- labels: names
                -- dependsOn: b2
                -- message: add names: all

                -- up
                -- Write the statements of the upgrade here.

                -- Without a part after a line "-- down", the downgrade is derived from these statements.
                """);
        Migrator loaded = Migrator.builder()
                .migrationClasses(M007First.class, Left.class, Right.class)
                .sources(folder.resolve("made"))
                .build();
        assertThat(loaded.authoring().show("c1"))
                .extracting(RevisionDetails::revision)
                .containsExactly(written.revision());
        assertThat(loaded.authoring().sourceFile("c1")).contains(written.file());
        assertThat(loaded.authoring()
                        .createRevision(NewRevision.of("next").head("c1"), options())
                        .file())
                .hasFileName("M009_Next.java");
    }

    @Test
    void anSqlFileIsNamedLikeTheOthers() throws IOException {
        Path made = Files.createDirectories(folder.resolve("made"));
        Files.writeString(made.resolve("008_names.sql"), "-- revision: c1\n-- parents: b1, b2\n");
        Authoring authoring = Migrator.builder()
                .migrationClasses(M007First.class, Left.class, Right.class)
                .sources(made)
                .build()
                .authoring();

        assertThat(authoring
                        .createRevision(NewRevision.of("add names"), options().format(SourceFormat.SQL))
                        .file())
                .hasFileName("009_add_names.sql");
    }

    @Test
    void anSqlFileThatIsNotLoadedIsRejected() {
        AUTHORING.createRevision(
                NewRevision.of("add names").id("c1").head("left@head"),
                options().format(SourceFormat.SQL));

        assertThatThrownBy(() -> AUTHORING.createRevision(NewRevision.of("next").head("left@head"), options()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("M008_AddNames.sql contains the revision \"c1\", which is not among the loaded");
    }

    @Test
    void isGeneratedIfThereAreChanges() {
        List<Change> up = Operations.recordedBy(op -> op.dropTable("t")).stream()
                .map(Change::new)
                .toList();

        WrittenMigration written =
                AUTHORING.createRevision(NewRevision.of("no t").head("b2"), options(), up, Optional.of(List.of()));

        assertThat(written.source())
                .contains("    public void up(Operations op) {\n        op.dropTable(\"t\");\n    }\n")
                .contains("    public void down(Operations op) {}\n");
    }

    @Test
    void createsAMerge() throws IOException {
        WrittenMigration written = AUTHORING.merge(List.of("heads"), "join", options());

        assertThat(files()).containsExactly("M008_Join.java");
        Files.delete(written.file());
        WrittenMigration again = AUTHORING.merge(List.of("b2", "b1"), "in other words", options());
        assertThat(again.revision().id()).isEqualTo(written.revision().id());
        assertThat(written.source()).contains("parents = {\"b1\", \"b2\"},").doesNotContain("down(");
    }

    @Test
    void createsAMergeInSql() {
        WrittenMigration written =
                AUTHORING.merge(List.of("heads"), "join", options().format(SourceFormat.SQL));

        assertThat(written.file()).hasFileName("M008_Join.sql");
        assertThat(written.source())
                .contains("-- parents: b1, b2\n-- message: join\n", "This revision merges branches.");
        assertThat(Migrator.builder()
                        .migrationClasses(M007First.class, Left.class, Right.class)
                        .sources(folder.resolve("made"))
                        .build()
                        .authoring()
                        .heads())
                .extracting(RevisionDetails::revision)
                .containsExactly(written.revision());
    }

    @Test
    void rejectedRevisionsAreNotWritten() throws IOException {
        assertThatThrownBy(() ->
                        AUTHORING.createRevision(NewRevision.of("x").id("a1").head("b2"), options()))
                .isInstanceOfSatisfying(
                        RevisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(RevisionException.Reason.DUPLICATE_ID));
        assertThatThrownBy(() -> AUTHORING.createRevision(
                        NewRevision.of("x").head("b2"), options().template("${up}")))
                .isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> AUTHORING.createRevision(
                        NewRevision.of("x").head("b2"), options().naming("${day}")))
                .isInstanceOf(SourceException.class);
        SourceOptions badPackage = SourceOptions.of("com.example.new").folder(folder.resolve("made"));
        assertThatThrownBy(() -> AUTHORING.createRevision(NewRevision.of("x").head("b2"), badPackage))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("com.example.new");
        assertThat(files()).isEmpty();
    }

    @Test
    void migrationsInTheFolderThatAreNotLoadedAreRejected() throws IOException {
        AUTHORING.createRevision(NewRevision.of("one").id("c1").head("b2"), options());

        assertThatThrownBy(() -> AUTHORING.createRevision(NewRevision.of("two").head("b2"), options()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("M008_One.java")
                .hasMessageContaining("\"c1\"")
                .hasMessageContaining("Compile and load it");
        assertThat(files()).containsExactly("M008_One.java");
    }

    @Test
    void otherFilesInTheFolderAreNotChanged() throws IOException {
        Files.createDirectories(folder.resolve("made"));
        Path other = Files.writeString(
                folder.resolve("made").resolve("M041_Other.java"), "/** {@code @Revision(id = \"x\")} */");
        Files.write(folder.resolve("made").resolve("M042_Latin.java"), new byte[] {(byte) 0xE4});
        SourceOptions unnumbered = options().naming("Latest");

        assertThat(AUTHORING
                        .createRevision(NewRevision.of("x").id("a9").head("b2"), options())
                        .file())
                .hasFileName("M043_X.java");
        Files.delete(folder.resolve("made").resolve("M043_X.java"));
        Path latest = Files.writeString(folder.resolve("made").resolve("Latest.java"), "mine");
        assertThatThrownBy(() -> AUTHORING.createRevision(NewRevision.of("x").head("b2"), unnumbered))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("Latest already");
        assertThat(latest).hasContent("mine");
        assertThat(other).hasContent("/** {@code @Revision(id = \"x\")} */");
    }

    @Test
    void theFirstRevisionNeedsNoMigrations() {
        Migrator none = Migrator.builder()
                .scanIfPresent("com.example.nothing", NewRevisionTest.class.getClassLoader())
                .build();

        assertThat(none.authoring()
                        .createRevision(NewRevision.of("initial schema"), options())
                        .file())
                .hasFileName("M001_InitialSchema.java");
    }

    @Test
    void theDefaultFolderIsThatOfThePackage() {
        assertThat(SourceOptions.of("com.example.migrations").folder())
                .isEqualTo(Path.of("src/main/java/com/example/migrations"));
    }
}
