package dev.migrate.benchmark;

import dev.migrate.MigratorBuilder;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ColumnType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A linear history of migrations, as a user would write them: classes, which are generated and compiled here, or SQL
 * files. Immutable.
 *
 * @param folder the folder of their classes or files
 * @param size their number
 * @param isInFiles whether they are SQL files
 */
record LinearMigrations(Path folder, int size, boolean isInFiles) {

    static final String PACKAGE = "dev.migrate.benchmark.generated";

    private static final String OUTER = "Line";

    /** The annotation processor of the library, which writes the index. */
    private static final String INDEXER = "dev.migrate.internal.load.MigrationIndexer";

    private static final String INDEX = "META-INF/migrate/classes";

    /** A new table and a new column each, which becomes part of CREATE TABLE. */
    private static final String COMBINED = """
                op.createTable("t%1$d", table -> {
                    table.column("id", ColumnType.bigint()).notNull().autoIncrement();
                    table.column("name", ColumnType.varchar(100)).notNull();
                    table.column("created", ColumnType.datetime());
                    table.primaryKey("id");
                });
                op.addColumn("t%1$d", "note", ColumnType.varchar(200));
            """;

    /** One CREATE TABLE and one ALTER TABLE each. */
    private static final String TABLES = "op.keepSeparate();\n" + COMBINED;

    /** The same statements, written by hand. */
    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE t%1$d (id BIGINT NOT NULL AUTO_INCREMENT, name VARCHAR(100) NOT NULL, created DATETIME,"
                    + " PRIMARY KEY (id))",
            "ALTER TABLE t%1$d ADD COLUMN note VARCHAR(200)");

    /** One INSERT each, into a table that the first one creates: a history that is applied quickly. */
    private static final String ROWS = """
                if (%1$d == 0) {
                    op.createTable("filled", table -> table.column("id", ColumnType.bigint()));
                } else {
                    op.execute("INSERT INTO filled VALUES (%1$d)");
                }
            """;

    /** Migrations that create and change a table each. */
    static LinearMigrations ofTables(int size) throws IOException {
        return compile(size, TABLES);
    }

    /** The same, without the request to keep the statements separate. */
    static LinearMigrations ofCombinedTables(int size) throws IOException {
        return compile(size, COMBINED);
    }

    /** Migrations that create and change a table each, with handwritten SQL. */
    static LinearMigrations ofSql(int size) throws IOException {
        return compile(
                size,
                STATEMENTS.stream()
                        .map(statement -> "op.execute(\"" + statement + "\");\n")
                        .collect(Collectors.joining()));
    }

    /** The same as SQL files. */
    static LinearMigrations ofSqlFiles(int size) throws IOException {
        Path folder = Files.createTempDirectory("migrate-benchmark");
        Path files = Files.createDirectories(folder.resolve(PACKAGE.replace('.', '/')));
        for (int i = 0; i < size; i++) {
            Files.writeString(
                    files.resolve(id(i) + ".sql"),
                    "-- revision: " + id(i) + "\n" + (i == 0 ? "" : "-- parents: " + id(i - 1) + "\n")
                            + "-- message: step " + i + "\n\n-- up\n" + String.join(";\n", handwritten(i)) + ";\n");
        }
        deleteOnExit(folder);
        return new LinearMigrations(folder, size, true);
    }

    private static List<String> handwritten(int number) {
        return STATEMENTS.stream().map(statement -> statement.formatted(number)).toList();
    }

    /** Migrations that insert a row each. */
    static LinearMigrations ofRows(int size) throws IOException {
        return compile(size, ROWS);
    }

    private static LinearMigrations compile(int size, String body) throws IOException {
        Path folder = Files.createTempDirectory("migrate-benchmark");
        Path source = folder.resolve(OUTER + ".java");
        Files.writeString(source, source(size, body));
        JavaCompiler compiler =
                Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "This is not a JDK: it has no compiler.");
        int status = compiler.run(
                null,
                null,
                null,
                // As in an application that has the library on its class path.
                "-processor",
                INDEXER,
                "-d",
                folder.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                source.toString());
        if (status != 0) {
            throw new IllegalStateException("The migrations do not compile.");
        }
        deleteOnExit(folder);
        return new LinearMigrations(folder, size, false);
    }

    /** Files registered first are deleted last, so a folder is deleted after its contents. */
    private static void deleteOnExit(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.forEach(path -> path.toFile().deleteOnExit());
        }
    }

    /**
     * Writes the sources of migrations that insert a row each, one file each.
     *
     * @return the folder
     */
    static Path writeSources(int size) throws IOException {
        Path folder = Files.createTempDirectory("migrate-benchmark");
        for (int i = 0; i < size; i++) {
            Files.writeString(folder.resolve("M" + i + ".java"), imports() + migration(i, "public final", ROWS));
        }
        deleteOnExit(folder);
        return folder;
    }

    private static String source(int size, String body) {
        StringBuilder source = new StringBuilder("package " + PACKAGE + ";\n" + imports())
                .append("final class ")
                .append(OUTER)
                .append(" {\n");
        for (int i = 0; i < size; i++) {
            source.append(migration(i, "static final", body));
        }
        return source.append("}\n").toString();
    }

    /** Not a constant, because processes that only load migrations would have to initialize it. */
    private static String imports() {
        return Stream.of(Migration.class, Revision.class, Operations.class, ColumnType.class)
                .map(used -> "import " + used.getName() + ";\n")
                .collect(Collectors.joining());
    }

    private static String migration(int i, String modifiers, String body) {
        String parents = i == 0 ? "{}" : "\"" + id(i - 1) + "\"";
        return "    @Revision(id = \"" + id(i) + "\", parents = " + parents + ", message = \"step " + i + "\")\n    "
                + modifiers + " class M" + i + " implements Migration {\n"
                + "        public void up(Operations op) {\n" + body.formatted(i) + "        }\n    }\n";
    }

    static String id(int number) {
        return "r%05d".formatted(number);
    }

    /** Packages the classes, with or without the index. */
    Path jar(boolean isIndexed) throws IOException {
        Path jar = Files.createTempFile("migrate-benchmark", ".jar");
        jar.toFile().deleteOnExit();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), new Manifest());
                Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> !path.equals(folder)).sorted().toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isDirectory(path)) {
                    out.putNextEntry(new ZipEntry(name + "/"));
                } else if (name.endsWith(".class") || (isIndexed && name.equals(INDEX))) {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(path, out);
                }
            }
        }
        return jar;
    }

    /** A new loader of the migrations, which has loaded their classes but not used them, as when an application starts. */
    ClassLoader load() throws IOException, ClassNotFoundException {
        URL[] urls = {folder.toUri().toURL()};
        ClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
        if (!isInFiles) {
            load(loader, size);
        }
        return loader;
    }

    /** Adds the migrations from a loader: the classes, or the package of the files. */
    void addTo(MigratorBuilder builder, ClassLoader loader) throws ClassNotFoundException {
        if (isInFiles) {
            builder.scan(PACKAGE, loader);
        } else {
            builder.migrationClasses(load(loader, size));
        }
    }

    /** The classes from a given loader. */
    static Class<?>[] load(ClassLoader loader, int size) throws ClassNotFoundException {
        Class<?>[] classes = new Class<?>[size];
        for (int i = 0; i < size; i++) {
            classes[i] = Class.forName(PACKAGE + "." + OUTER + "$M" + i, false, loader);
        }
        return classes;
    }

    /** The statements of each for a server, before any of them are merged. */
    List<PlainMigration> statements(SqlRenderer renderer) throws IOException, ReflectiveOperationException {
        List<PlainMigration> plain = new ArrayList<>();
        if (isInFiles) {
            for (int i = 0; i < size; i++) {
                plain.add(new PlainMigration(id(i), handwritten(i)));
            }
            return plain;
        }
        for (Migration migration : instances()) {
            List<String> statements = Operations.recordedBy(migration::up).stream()
                    .flatMap(operation -> renderer.render(operation).stream())
                    .map(statement -> statement.text())
                    .toList();
            String id = migration.getClass().getAnnotation(Revision.class).id();
            plain.add(new PlainMigration(id, statements));
        }
        return plain;
    }

    /** Instances of the classes, which are loaded again. */
    List<Migration> instances() throws IOException, ReflectiveOperationException {
        List<Migration> instances = new ArrayList<>();
        for (Class<?> type : load(load(), size)) {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            instances.add((Migration) constructor.newInstance());
        }
        return instances;
    }

    /** Calls the {@code up} of each, without rendering or executing the operations. */
    static void callUp(List<Migration> migrations) {
        for (Migration migration : migrations) {
            Operations.recordedBy(migration::up);
        }
    }
}
