package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of properties in the document has those of the metadata, with their defaults. */
class DocumentTest {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "spring-boot.md");
    private static final Path METADATA = Path.of("target", "classes", "META-INF", "spring-configuration-metadata.json");
    private static final Pattern ROW = Pattern.compile("\\| `(migrate\\.[a-z.-]+)` \\| (?:`([^`]*)`)?[^|]*\\|");

    /** A test in the table of the document. */
    private static final Pattern TEST = Pattern.compile("`(\\w+Test\\.\\w+)`");

    @Test
    void thePropertiesAreThoseOfTheMetadata() throws IOException {
        assertThat(documented()).isEqualTo(declared());
    }

    @Test
    void everyPropertyIsDescribed() throws IOException {
        assertThat(properties())
                .hasSizeGreaterThan(10)
                .allSatisfy(property -> assertThat((String) property.get("description"))
                        .as("%s", property.get("name"))
                        .matches("(?s)(?!The |A )[A-Z].*\\."));
    }

    @Test
    void theTestsInTheDocumentExist() throws IOException {
        List<String> tests = TEST.matcher(Files.readString(DOCUMENT))
                .results()
                .map(test -> test.group(1))
                .toList();

        assertThat(tests).hasSizeGreaterThan(30).allSatisfy(test -> {
            String type = getClass().getPackageName() + "." + test.substring(0, test.indexOf('.'));
            assertThat(Class.forName(type).getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(test.substring(test.indexOf('.') + 1));
        });
    }

    private static Map<String, String> documented() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), DocumentTest::defaultOf, (one, other) -> one + other, TreeMap::new));
    }

    /** The package is below the application's, so the metadata have no default. */
    private static String defaultOf(MatchResult row) {
        return row.group(2) == null || row.group(2).equals("migrations") ? "" : row.group(2);
    }

    private static Map<String, String> declared() throws IOException {
        return properties().stream()
                .collect(Collectors.toMap(
                        property -> (String) property.get("name"),
                        property -> String.valueOf(property.getOrDefault("defaultValue", "")),
                        (one, other) -> one + other,
                        TreeMap::new));
    }

    private static List<Map<String, Object>> properties() throws IOException {
        return JsonPath.read(Files.readString(METADATA), "$.properties[?(@.name =~ /migrate[.].*/)]");
    }
}
