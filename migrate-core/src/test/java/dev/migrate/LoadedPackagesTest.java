package dev.migrate;

import static dev.migrate.schema.ColumnType.bigint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;

/** Which packages of the library an upgrade loads, in a JVM of its own. Those for development are not among them. */
class LoadedPackagesTest {

    private static final List<String> NOTHING_TO_DO = List.of(
            "dev.migrate",
            "dev.migrate.error",
            "dev.migrate.event",
            "dev.migrate.internal.engine",
            "dev.migrate.internal.load",
            "dev.migrate.internal.mysql",
            "dev.migrate.internal.mysql.session",
            "dev.migrate.journal",
            "dev.migrate.migration",
            "dev.migrate.operation",
            "dev.migrate.plan",
            "dev.migrate.provider",
            "dev.migrate.revision",
            "dev.migrate.schema");

    private static final List<String> UPGRADE = List.of(
            "dev.migrate",
            "dev.migrate.error",
            "dev.migrate.event",
            "dev.migrate.internal",
            "dev.migrate.internal.engine",
            "dev.migrate.internal.load",
            "dev.migrate.internal.mysql",
            "dev.migrate.internal.mysql.effect",
            "dev.migrate.internal.mysql.merge",
            "dev.migrate.internal.mysql.render",
            "dev.migrate.internal.mysql.script",
            "dev.migrate.internal.mysql.server",
            "dev.migrate.internal.mysql.session",
            "dev.migrate.internal.mysql.sql",
            "dev.migrate.journal",
            "dev.migrate.migration",
            "dev.migrate.operation",
            "dev.migrate.plan",
            "dev.migrate.provider",
            "dev.migrate.revision",
            "dev.migrate.schema");

    @TempDir
    private Path place;

    @Revision(id = "1")
    static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("a", table -> {
                table.column("id", bigint()).autoIncrement();
                table.primaryKey("id");
            });
            op.execute("INSERT INTO a VALUES (1)");
        }
    }

    /** The program. */
    static final class Upgrade {

        private Upgrade() {}

        public static void main(String... arguments) {
            MysqlDataSource dataSource = new MysqlDataSource();
            dataSource.setUrl(arguments[0]);
            Migrator.builder()
                    .dataSource(dataSource)
                    .migrationClasses(First.class)
                    .build()
                    .upgrade("head");
        }
    }

    private SortedSet<String> packagesLoadedBy(Class<?> program, String url) throws IOException, InterruptedException {
        Path classes = place.resolve("classes");
        Path output = place.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes + ":none",
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName(),
                url));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> contentOf(output.toFile())).isZero();
        SortedSet<String> packages = new TreeSet<>();
        for (String line : Files.readAllLines(classes)) {
            String name = line.substring(0, Math.max(0, line.indexOf(' ')));
            if (name.startsWith("dev.migrate.") && !name.startsWith(LoadedPackagesTest.class.getName())) {
                packages.add(name.substring(0, name.lastIndexOf('.')));
            }
        }
        return packages;
    }

    @DatabaseTest(one = true)
    void theDevelopmentPartsAreNotLoaded(TestDatabase database) throws IOException, InterruptedException {
        assertThat(packagesLoadedBy(Upgrade.class, database.url())).containsExactlyElementsOf(UPGRADE);
        assertThat(packagesLoadedBy(Upgrade.class, database.url())).containsExactlyElementsOf(NOTHING_TO_DO);
    }
}
