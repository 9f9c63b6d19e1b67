package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM lists the published modules, with the version of the project. */
class BomTest {

    private static final Path ROOT = Path.of("..");
    private static final Path BOM = Path.of("integrations", "bom");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern OWN_ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern MANAGED =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{project.version}</version>");

    @Test
    void thePublishedModulesAreManaged() throws IOException {
        List<String> published = new ArrayList<>();
        for (String module : all(MODULE, pom(Path.of("")))) {
            String pom = pom(Path.of(module));
            if (!Path.of(module).equals(BOM) && !pom.contains("<maven.deploy.skip>true<")) {
                published.addAll(all(OWN_ARTIFACT, pom));
            }
        }

        assertThat(published).contains("migrate-core", "migrate-cli");
        assertThat(all(MANAGED, pom(BOM))).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void theVersionIsThatOfTheProject() throws IOException {
        assertThat(all(VERSION, pom(BOM)).get(0))
                .isEqualTo(all(VERSION, pom(Path.of(""))).get(0));
    }

    private static String pom(Path module) throws IOException {
        return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(BomTest::value).toList();
    }

    private static String value(MatchResult result) {
        return result.group(1);
    }
}
