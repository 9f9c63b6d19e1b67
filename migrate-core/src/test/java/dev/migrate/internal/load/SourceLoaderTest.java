package dev.migrate.internal.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.DefaultNames;
import dev.migrate.operation.Operations;
import dev.migrate.revision.RevisionNode;
import dev.migrate.testing.TextFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations in source form. */
class SourceLoaderTest {

    @TempDir
    private Path place;

    private Path folder;
    private Path caches;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectories(place.resolve("migrations"));
        caches = place.resolve("caches");
    }

    private void write(String file, String text) {
        TextFile.write(folder.resolve(file), text);
    }

    private void writeMigration(String name, String id, String parents, String table) throws IOException {
        write(name + ".java", """
                import dev.migrate.migration.Migration;
                import dev.migrate.migration.Revision;
                import dev.migrate.operation.Operations;

                @Revision(id = "%s", parents = {%s}, message = "täglich")
                public final class %s implements Migration {
                    @Override
                    public void up(Operations op) {
                        op.createTable("%s", t -> t.column("id", Columns.ID));
                    }
                }
                """.formatted(id, parents, name, table));
    }

    private void writeTwo() throws IOException {
        write("Columns.java", """
                import dev.migrate.schema.ColumnType;

                final class Columns {
                    static final ColumnType ID = ColumnType.bigint();
                }
                """);
        writeMigration("First", "1f", "", "a");
        writeMigration("Second", "2f", "\"1f\"", "b");
    }

    private List<LoadedMigration> load() {
        return SourceLoader.load(folder, SourceLoaderTest.class.getClassLoader(), caches)
                .migrations();
    }

    private static List<String> descriptions(List<LoadedMigration> loaded) {
        return loaded.stream()
                .flatMap(each -> Operations.recordedBy(new DefaultNames(), each.migration()::up).stream())
                .map(operation -> operation.description())
                .toList();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(caches)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aSourceThatIsNotUtf8IsRejectedWithItsLine() throws IOException {
        Map<Charset, String> texts = Map.of(StandardCharsets.ISO_8859_1, "täglich", Charset.forName("GBK"), "每日");
        for (Map.Entry<Charset, String> text : texts.entrySet()) {
            writeTwo();
            Path first = folder.resolve("First.java");
            Files.writeString(first, Files.readString(first).replace("täglich", text.getValue()), text.getKey());

            assertThatThrownBy(this::load)
                    .isInstanceOf(InvalidMigrationException.class)
                    .hasMessageContaining("First.java is not encoded in UTF-8: line 5");
        }
    }

    @Test
    void aByteOrderMarkIsIgnored() throws IOException {
        writeTwo();
        Path first = folder.resolve("First.java");
        Files.writeString(first, "\ufeff" + Files.readString(first));

        assertThat(load()).extracting(each -> each.revision().message()).containsExactly("täglich", "täglich");
    }

    @Test
    void filesWithAttributesOfMacOsAreIgnored() throws IOException {
        writeTwo();
        Files.write(folder.resolve("._First.java"), new byte[] {0, 5, 22, 7});

        assertThat(load()).hasSize(2);
    }

    @Test
    void findsTheMigrationsAmongTheSources() throws IOException {
        writeTwo();

        List<LoadedMigration> loaded = load();

        assertThat(loaded)
                .extracting(LoadedMigration::revision)
                .containsExactly(
                        new RevisionNode("1f", List.of(), List.of(), List.of(), "täglich"),
                        new RevisionNode("2f", List.of("1f"), List.of(), List.of(), "täglich"));
        assertThat(descriptions(loaded)).containsExactly("create table a", "create table b");
        assertThat(loaded.get(0).migration()).isSameAs(loaded.get(0).migration());
    }

    @Test
    void compilesTheSameSourcesOnce() throws IOException {
        writeTwo();
        List<String> first = descriptions(load());
        List<Path> kept = kept();
        Object when = Files.getLastModifiedTime(kept.get(0));

        assertThat(descriptions(load())).isEqualTo(first);
        assertThat(kept()).isEqualTo(kept).hasSize(1);
        assertThat((Object) Files.getLastModifiedTime(kept.get(0))).isEqualTo(when);
    }

    @Test
    void recompilesChangedSourcesAndCachesOnlyTheLastState() throws IOException {
        writeTwo();
        load();
        List<Path> before = kept();
        writeMigration("Second", "2f", "\"1f\"", "c");

        assertThat(descriptions(load())).containsExactly("create table a", "create table c");
        assertThat(kept()).isEqualTo(before).hasSize(1);
    }

    @Test
    void detectsAChangeWithTheSameSizeAndTime() throws IOException {
        writeTwo();
        load();
        Path file = folder.resolve("Second.java");
        FileTime when = Files.getLastModifiedTime(file);
        writeMigration("Second", "2f", "\"1f\"", "c");
        Files.setLastModifiedTime(file, when);

        assertThat(descriptions(load())).containsExactly("create table a", "create table c");
    }

    @Test
    void recompilesIfAFileIsRemovedOrRenamed() throws IOException {
        writeTwo();
        load();
        Files.createDirectories(folder.resolve("inner"));
        Files.move(folder.resolve("Second.java"), folder.resolve("inner/Second.java"));
        assertThat(descriptions(load())).hasSize(2);
        Files.delete(folder.resolve("inner/Second.java"));

        assertThat(descriptions(load())).containsExactly("create table a");
    }

    /** Changes the table of a migration in the cache, which shows whether its source is compiled again. */
    private void falsify(String table) throws IOException {
        Path classes = kept().get(0);
        Files.writeString(
                classes, Files.readString(classes, ISO_8859_1).replace("\u0001" + table, "\u0001x"), ISO_8859_1);
    }

    @Test
    void onlyAChangedSourceIsCompiled() throws IOException {
        writeTwo();
        load();
        falsify("a");
        writeMigration("Second", "2f", "\"1f\"", "c");
        writeMigration("Third", "3f", "\"2f\"", "d");

        assertThat(descriptions(load())).containsExactly("create table x", "create table c", "create table d");
        assertThat(descriptions(load())).containsExactly("create table x", "create table c", "create table d");
    }

    @Test
    void onlyTheClassesOfARemovedSourceAreRemoved() throws IOException {
        writeTwo();
        load();
        falsify("a");
        Files.delete(folder.resolve("Second.java"));

        assertThat(descriptions(load())).containsExactly("create table x");
    }

    @Test
    void theSourcesThatUseAChangedConstantAreCompiled() throws IOException {
        writeMigration("First", "1f", "", "a");
        write("Columns.java", """
                final class Columns extends Keys {}
                """);
        write("Keys.java", """
                import dev.migrate.schema.ColumnType;

                class Keys extends Names {
                    static final ColumnType ID = ColumnType.bigint();
                }
                """);
        write("Names.java", """
                class Names {
                    static final String TABLE = "b";
                }
                """);
        write("Second.java", """
                import dev.migrate.migration.Migration;
                import dev.migrate.migration.Revision;
                import dev.migrate.operation.Operations;

                @Revision(id = "2f", parents = "1f")
                final class Second extends Keys implements Migration {
                    @Override
                    public void up(Operations op) {
                        op.dropTable(TABLE);
                    }
                }
                """);
        write("Third.java", """
                import dev.migrate.migration.Migration;
                import dev.migrate.migration.Revision;
                import dev.migrate.operation.Operations;

                @Revision(id = "3f", parents = "2f")
                final class Third implements Migration {
                    @Override
                    public void up(Operations op) {
                        op.dropTable("d" + Byte.SIZE);
                    }
                }
                """);
        assertThat(descriptions(load())).containsExactly("create table a", "drop table b", "drop table d8");

        write("Names.java", Files.readString(folder.resolve("Names.java")).replace("\"b\"", "\"c\""));
        assertThat(descriptions(load())).containsExactly("create table a", "drop table c", "drop table d8");

        write("Byte.java", "class Byte { static final int SIZE = 1; }");
        assertThat(descriptions(load())).containsExactly("create table a", "drop table c", "drop table d1");

        write("Others.java", "class Others { static class Nested {} }");
        falsify("a");
        assertThat(descriptions(load())).containsExactly("create table x", "drop table c", "drop table d1");

        Files.delete(folder.resolve("Byte.java"));
        assertThat(descriptions(load())).containsExactly("create table x", "drop table c", "drop table d8");
    }

    @Test
    void namesCanBeWrittenWithEscapes() throws IOException {
        writeTwo();
        write(
                "Columns.java",
                Files.readString(folder.resolve("Columns.java"))
                        .replace("final class", "interface Tables { String FIRST = \"a\"; }\nfinal class"));
        Path first = folder.resolve("First.java");
        Files.writeString(first, Files.readString(first).replace("\"a\"", "T\\u0061bles.FIRST"));
        load();
        write("Columns.java", Files.readString(folder.resolve("Columns.java")).replace("\"a\"", "\"c\""));

        assertThat(descriptions(load())).containsExactly("create table c", "create table b");
    }

    @Test
    void aClassThatIsDeclaredTwiceIsReported() throws IOException {
        writeTwo();
        load();
        write("copy/First.java", Files.readString(folder.resolve("First.java")));

        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("duplicate class: First");
    }

    @Test
    void aSourceThatLosesAClassIsReported() throws IOException {
        writeTwo();
        load();
        Files.delete(folder.resolve("Columns.java"));

        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("First.java:9: ")
                .hasMessageContaining("Second.java:9: ");
    }

    @Test
    void cachesSeveralFolders() throws IOException {
        writeTwo();
        load();
        folder = Files.createDirectories(place.resolve("others"));
        writeTwo();
        load();

        assertThat(kept()).hasSize(2);
    }

    @Test
    void worksWithoutACacheAndWithACorruptOne() throws IOException {
        writeTwo();
        load();
        Files.writeString(kept().get(0), "no classes");
        assertThat(descriptions(load())).containsExactly("create table a", "create table b");

        Path file = Files.createFile(place.resolve("file"));
        List<LoadedMigration> loaded = SourceLoader.load(
                        folder, SourceLoaderTest.class.getClassLoader(), file.resolve("caches"))
                .migrations();
        assertThat(descriptions(loaded)).containsExactly("create table a", "create table b");
    }

    @Test
    void classesThatOthersCanChangeAreNotUsed() throws IOException {
        writeTwo();
        load();
        Path classes = kept().get(0);
        FileTime old = FileTime.fromMillis(0);

        Files.setLastModifiedTime(classes, old);
        load();
        assertThat(Files.getLastModifiedTime(classes)).isEqualTo(old);

        Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(descriptions(load())).containsExactly("create table a", "create table b");
        assertThat(Files.getLastModifiedTime(classes)).isNotEqualTo(old);
        assertThat(Files.getPosixFilePermissions(classes)).doesNotContain(PosixFilePermission.OTHERS_WRITE);
    }

    @Test
    void aCacheInWhichOthersCanReplaceClassesIsNotUsed() throws IOException {
        writeTwo();
        load();
        Path classes = kept().get(0);
        byte[] content = Files.readAllBytes(classes);
        // Classes that are not those of the sources.
        Files.writeString(classes, Files.readString(classes, ISO_8859_1).replace("\u0001b", "\u0001x"), ISO_8859_1);
        Files.setPosixFilePermissions(caches, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(descriptions(load())).containsExactly("create table a", "create table b");
        assertThat(kept()).containsExactly(classes);
        assertThat(Files.readAllBytes(classes)).isNotEqualTo(content);
    }

    @Test
    void reportsThePositionOfACompilerError() throws IOException {
        writeTwo();
        writeMigration("Third", "3f", "\"2f\"", "d");
        write("Third.java", Files.readString(folder.resolve("Third.java")).replace("Columns.ID", "Columns.NAME"));

        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("Third.java:9: ")
                .hasMessageContaining("NAME")
                .hasMessageContaining("\n    op.createTable(\"d\", t -> t.column(\"id\", Columns.NAME));");
    }

    @Test
    void rejectsMigrationsWithoutARevision() throws IOException {
        write("inner/Lost.java", """
                package inner;

                import dev.migrate.migration.Migration;
                import dev.migrate.operation.Operations;

                final class Lost implements Migration {
                    @Override
                    public void up(Operations op) {}
                }
                """);

        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("inner.Lost has no @Revision");
    }

    @Test
    void acceptsAnEmptyFolderAndRejectsAMissingOne() throws IOException {
        assertThat(load()).isEmpty();
        folder = place.resolve("nowhere");
        assertThatThrownBy(this::load)
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("of the migrations does not exist")
                .hasMessageContaining("nowhere");
    }

    @Test
    void findsTheFileOfAClassByNameAndPackage() throws IOException {
        writeTwo();
        write("other/First.java", "package other;\nfinal class First {}\n");

        assertThat(SourceLoader.fileOf(List.of(folder), "Second$Nested")).contains(folder.resolve("Second.java"));
        assertThat(SourceLoader.fileOf(List.of(place.resolve("none"), folder), "other.First"))
                .contains(folder.resolve("other/First.java"));
        assertThat(SourceLoader.fileOf(List.of(folder), "elsewhere.First")).isEmpty();
        assertThat(SourceLoader.fileOf(List.of(folder), "Third")).isEmpty();
    }
}
