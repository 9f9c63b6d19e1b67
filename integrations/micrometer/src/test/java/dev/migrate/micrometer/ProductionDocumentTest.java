package dev.migrate.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrator;
import dev.migrate.error.StatementFailedException;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java code in docs/production.md compiles, and its meters exist. */
class ProductionDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "production.md");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");
    private static final Pattern METER = Pattern.compile("\\| `(migrate\\.[a-z.]+)` \\| [a-z, ]+ \\|([^|]*)\\|");
    private static final Pattern TAG = Pattern.compile("`(\\w+)`");
    private static final Pattern IN_PROMETHEUS = Pattern.compile("\\b(migrate_[a-z_]+?)(?:_seconds_(?:count|max))?\\b");

    @TempDir
    private Path output;

    @Test
    void theJavaCodeCompilesWithoutWarnings() throws IOException {
        List<Source> sources = BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> new Source(block.group(1)))
                .toList();
        StringWriter messages = new StringWriter();

        boolean isCompiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of("-Xlint:all,-classfile", "-Werror", "-proc:none", "-d", output.toString()),
                        null,
                        sources)
                .call();

        assertThat(sources).hasSizeGreaterThanOrEqualTo(4);
        assertThat(isCompiled).as(messages.toString()).isTrue();
    }

    @DatabaseTest(one = true)
    void theMetersAndTheirTagsAreThoseOfTheTable(TestDatabase database) throws IOException {
        String document = Files.readString(DOCUMENT);
        Map<String, Set<String>> documented = METER.matcher(document)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> tags(row.group(2)), (one, other) -> one, TreeMap::new));
        Set<String> queried = IN_PROMETHEUS
                .matcher(document)
                .results()
                .map(name -> name.group(1).replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(measured(database));
        assertThat(queried).hasSizeGreaterThanOrEqualTo(4).isSubsetOf(documented.keySet());
    }

    private static Set<String> tags(String cell) {
        return TAG.matcher(cell).results().map(tag -> tag.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> measured(TestDatabase database) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        Migrator migrator = FailingMigrations.builder(database)
                .listener(new ObservationListener(observations))
                .build();
        new MigrationMetrics(migrator).bindTo(meters);
        assertThatThrownBy(() -> migrator.upgrade("head")).isInstanceOf(StatementFailedException.class);
        return meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getType() != Meter.Type.LONG_TASK_TIMER)
                .collect(Collectors.toMap(
                        Meter.Id::getName,
                        id -> id.getTags().stream().map(Tag::getKey).collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + className(text) + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        private static String className(String text) {
            Matcher name = CLASS.matcher(text);
            assertThat(name.find()).isTrue();
            return name.group(1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
        }
    }
}
