package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents refer to types, files and headings that exist. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Path CLASSES = Path.of("target", "classes");

    private static final Pattern TERM = Pattern.compile("\\| \\*\\*(.+)\\*\\* \\| .+ \\| (.+) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]+))?\\)");
    private static final Pattern VERSION = Pattern.compile(
            "<groupId>dev\\.migrate</groupId>\\s*<artifactId>[^<]*</artifactId>\\s*<version>([^<]*)</version>");
    private static final Pattern METHOD = Pattern.compile("`(\\w+)\\.(\\w+)[`(]");
    private static final Pattern NOT_IN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

    @Test
    void theGlossaryHasTwentyTermsWhoseTypesExist() throws IOException {
        Map<String, Integer> types = typesBySimpleName();
        List<String> terms = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/glossary.md"))) {
            Matcher row = TERM.matcher(line);
            if (row.matches()) {
                terms.add(row.group(1));
                CODE.matcher(row.group(2)).results().forEach(code -> named.add(code.group(1)));
            }
        }

        assertThat(terms).hasSize(20).doesNotHaveDuplicates();
        assertThat(named)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(type -> assertThat(types.get(type))
                        .as("number of types with the simple name %s", type)
                        .isEqualTo(1));
    }

    @Test
    void linksLeadToExistingFilesAndHeadings() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            Matcher link = LINK.matcher(withoutCode(document));
            while (link.find()) {
                links++;
                Path file = link.group(1).isEmpty()
                        ? document
                        : document.resolveSibling(link.group(1)).normalize();
                String anchor = link.group(2);
                if (!Files.exists(file) || (anchor != null && !anchors(file).contains(anchor))) {
                    broken.add(document + ": " + link.group());
                }
            }
        }

        assertThat(links).isGreaterThan(100);
        assertThat(broken).isEmpty();
    }

    @Test
    void dependenciesHaveTheVersionOfThePom() throws IOException {
        Matcher declared = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(declared.find()).isTrue();
        List<String> versions = new ArrayList<>();
        for (Path document : documents()) {
            VERSION.matcher(Files.readString(document)).results().forEach(version -> versions.add(version.group(1)));
        }

        assertThat(versions)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(version -> version.equals("${migrate.version}") || version.equals(declared.group(1)));
    }

    @Test
    void namedMethodsOfTheApiExist() throws IOException {
        Map<String, Class<?>> api = Map.of(
                "Migrator", Migrator.class,
                "MigratorBuilder", MigratorBuilder.class,
                "Model", Model.class,
                "SchemaDiff", SchemaDiff.class);
        List<String> named = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            // The changelog also contains old names.
            if (!document.endsWith("CHANGELOG.md")) {
                Matcher method = METHOD.matcher(Files.readString(document));
                while (method.find()) {
                    named.add(method.group());
                    Class<?> type = api.get(method.group(1));
                    if (type != null
                            && Stream.of(type.getMethods())
                                    .noneMatch(m -> m.getName().equals(method.group(2)))) {
                        missing.add(document + ": " + method.group());
                    }
                }
            }
        }

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(missing).isEmpty();
    }

    private static Map<String, Integer> typesBySimpleName() throws IOException {
        Map<String, Integer> types = new HashMap<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .forEach(name -> types.merge(name.substring(0, name.indexOf('.')), 1, Integer::sum));
        }
        return types;
    }

    /** The Markdown files of the repository, without copies made by a build. */
    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of("docs", "examples", "migrate-benchmark")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(DocumentationTest::isDocument).forEach(documents::add);
            }
        }
        try (Stream<Path> files = Files.list(ROOT)) {
            files.filter(DocumentationTest::isDocument).forEach(documents::add);
        }
        return documents;
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(".md") && !file.toString().contains("target");
    }

    private static String withoutCode(Path document) throws IOException {
        return Files.readString(document)
                .replaceAll("(?ms)^ *```.*?^ *```$", "")
                .replaceAll("`[^`]*`", "");
    }

    /** The anchors of a file's headings, in GitHub's format. */
    private static Set<String> anchors(Path file) throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String line :
                Files.readString(file).replaceAll("(?ms)^ *```.*?^ *```$", "").split("\n", -1)) {
            if (line.startsWith("#")) {
                String heading = line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT);
                anchors.add(NOT_IN_ANCHOR.matcher(heading).replaceAll("").replace(' ', '-'));
            }
        }
        return anchors;
    }
}
