package dev.migrate.spring.boot;

import dev.migrate.migration.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The migrations in packages and the packages below them, as they are found while an application is built.
 *
 * @param classes the names of the classes, sorted
 * @param scripts the paths of all SQL files, sorted
 * @param hasSqlMigrations whether one of these files is a migration by itself
 */
record PackagedMigrations(List<String> classes, List<String> scripts, boolean hasSqlMigrations) {

    private static final Pattern HEADER = Pattern.compile("^--\\s*revision\\s*:", Pattern.MULTILINE);

    static PackagedMigrations in(List<String> packages, ClassLoader loader) {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver(loader);
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourceLoader(resources);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Revision.class));
        SortedSet<String> classes = new TreeSet<>();
        SortedMap<String, String> scripts = new TreeMap<>();
        for (String each : packages) {
            scanner.findCandidateComponents(each)
                    .forEach(found -> classes.add(Objects.requireNonNull(found.getBeanClassName(), "class")));
            addScripts(each.replace('.', '/') + "/", resources, scripts);
        }
        return new PackagedMigrations(
                List.copyOf(classes),
                List.copyOf(scripts.keySet()),
                scripts.values().stream().anyMatch(text -> HEADER.matcher(text).find()));
    }

    private static void addScripts(
            String folder, PathMatchingResourcePatternResolver resources, SortedMap<String, String> scripts) {
        try {
            for (Resource each : resources.getResources("classpath*:" + folder + "**/*.sql")) {
                String url = each.getURL().toString();
                scripts.put(
                        url.substring(url.lastIndexOf("/" + folder) + 1),
                        // The keys of a header consist of ASCII characters, whatever the encoding is.
                        each.getContentAsString(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void registerTo(RuntimeHints hints) {
        classes.forEach(each ->
                hints.reflection().registerType(TypeReference.of(each), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
        scripts.forEach(hints.resources()::registerPattern);
    }
}
