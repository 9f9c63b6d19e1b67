package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names in docs/architecture.md, and the path from the call of an upgrade to JDBC. */
class ArchitectureDocumentTest {

    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MAX_CLASSES = 8;

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\|");
    private static final Pattern PACKAGE_ROW =
            Pattern.compile("(?m)^\\| `(dev\\.migrate[\\w.]*)` \\|.*\\| (yes|no) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.([A-Z]\\w*))?");
    private static final Pattern PACKAGE = Pattern.compile("(?:dev\\.migrate|internal)(?:\\.[a-z]+)*");
    private static final Pattern IN_DIAGRAM = Pattern.compile("\\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\\b|\\binternal\\.[a-z]+");

    /** Each class of the path is called by one before it, and the last one calls JDBC. */
    @Test
    void anUpgradeTakesTheDescribedPathToJdbc() throws IOException {
        List<String> path = path();
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.migrate", "dev.migrate.internal.engine");
        Map<String, Set<String>> called = new HashMap<>();
        for (JavaClass type : classes) {
            Set<String> targets = called.computeIfAbsent(outermost(type), name -> new HashSet<>());
            type.getCodeUnitCallsFromSelf().forEach(call -> targets.add(outermost(call.getTargetOwner())));
        }

        assertThat(path).hasSizeBetween(2, MAX_CLASSES).startsWith("Migrator");
        assertThat(called).containsKeys(path.toArray(String[]::new));
        for (int i = 1; i < path.size(); i++) {
            String next = path.get(i);
            assertThat(path.subList(0, i))
                    .as("the classes before %s", next)
                    .anySatisfy(before -> assertThat(called.get(before)).contains(next));
        }
        assertThat(called.get(path.get(path.size() - 1))).contains(Statement.class.getSimpleName());
    }

    @Test
    void namedTypesAndPackagesExist() throws IOException {
        List<String> named = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : names()) {
            boolean isType = TYPE.matcher(name).matches();
            if (isType || PACKAGE.matcher(name).matches()) {
                named.add(name);
                if (!(isType ? typeExists(name) : packageExists(name))) {
                    missing.add(name);
                }
            }
        }

        assertThat(named).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    @Test
    void theTableOfPackagesIsComplete() throws IOException {
        String module = Files.readString(SOURCES.resolve("module-info.java"));
        Set<String> inTable = new TreeSet<>();
        Matcher row = PACKAGE_ROW.matcher(document());
        while (row.find()) {
            inTable.add(row.group(1));
            assertThat(module.contains("exports " + row.group(1) + ";"))
                    .as("whether %s is exported", row.group(1))
                    .isEqualTo(row.group(2).equals("yes"));
        }

        assertThat(inTable).isEqualTo(packages());
    }

    /** The packages with source files, and for the provider its root only. */
    private static Set<String> packages() throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve("dev"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String name = SOURCES.relativize(file.getParent())
                        .toString()
                        .replace('\\', '/')
                        .replace('/', '.');
                packages.add(name.replaceFirst("^(dev\\.migrate\\.internal\\.mysql)\\..*", "$1"));
            });
        }
        return packages;
    }

    private static boolean typeExists(String name) throws IOException {
        String[] parts = name.split("\\.", 2);
        for (Path folder : List.of(SOURCES, ROOT.resolve("migrate-cli/src/main/java"), Path.of("src/test/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(file -> file.endsWith(parts[0] + ".java")).toList()) {
                    if (parts.length == 1
                            || Pattern.compile("\\b(class|record|interface|enum) " + parts[1] + "\\b")
                                    .matcher(Files.readString(file))
                                    .find()) {
                        return true;
                    }
                }
            }
        }
        return isOfTheJdk(name);
    }

    private static boolean isOfTheJdk(String name) {
        return Stream.of("java.lang.", "java.util.", "java.sql.", "javax.sql.").anyMatch(prefix -> {
            try {
                Class.forName(prefix + name);
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        });
    }

    private static boolean packageExists(String name) {
        String full = name.startsWith("dev.") ? name : "dev.migrate." + name;
        return Files.isDirectory(SOURCES.resolve(full.replace('.', '/')));
    }

    /** The code in the text, and the types and packages in the diagram. */
    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        String[] parts = document().split("(?m)^```.*$", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isDiagram = i % 2 == 1;
            (isDiagram ? IN_DIAGRAM : CODE)
                    .matcher(parts[i])
                    .results()
                    .forEach(result -> names.add(result.group(isDiagram ? 0 : 1)));
        }
        return names;
    }

    /** The classes of the table that follows an upgrade, in order. */
    private static List<String> path() throws IOException {
        String section = document().split("## One upgrade[^\n]*\n", 2)[1].split("\n## ", 2)[0];
        return ROW.matcher(section).results().map(row -> row.group(1)).toList();
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int dot = name.lastIndexOf('.');
        int dollar = name.indexOf('$');
        return name.substring(dot + 1, dollar < 0 ? name.length() : dollar);
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/architecture.md"));
    }
}
