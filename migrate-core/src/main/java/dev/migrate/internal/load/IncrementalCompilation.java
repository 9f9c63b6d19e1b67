package dev.migrate.internal.load;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles the sources that have changed since the last compilation, and all that mention one of their classes, directly
 * or through other sources. Whatever a class uses of another one, its source mentions that class, or one whose source
 * mentions it: a superclass, or the class of a method whose result it uses. This includes constants, which the compiler
 * copies, and classes that did not exist before. Used once, by one thread.
 */
final class IncrementalCompilation {

    /** An escape in a source could hide a name. */
    private static final String ESCAPE = "\\u";

    private static final Pattern DOLLAR = Pattern.compile("\\$");

    private final List<SourceFile> files;
    private final CachedSources before;
    private final ClassLoader parent;

    private final Set<String> affected = new HashSet<>();
    /** The simple names of their classes, before and after. */
    private final Set<String> names = new HashSet<>();

    IncrementalCompilation(List<SourceFile> files, CachedSources before, ClassLoader parent) {
        this.files = files;
        this.before = before;
        this.parent = parent;
    }

    /**
     * Returns the classes of all files.
     *
     * @throws dev.migrate.error.InvalidMigrationException if a file does not compile
     */
    CompiledSources compile() {
        Set<String> unchanged = files.stream()
                .filter(before::contains)
                .map(SourceFile::name)
                .collect(Collectors.toCollection(HashSet::new));
        files.stream()
                .map(SourceFile::name)
                .filter(name -> !unchanged.contains(name))
                .forEach(affected::add);
        before.compiled().classes().forEach((name, compiled) -> {
            if (!unchanged.contains(compiled.source())) {
                addNames(name);
            }
        });
        addDependents();
        while (true) {
            int count = affected.size();
            CompiledSources kept = before.compiled().from(unaffected());
            Map<String, CompiledClass> compiled = compiled(kept);
            compiled.keySet().forEach(this::addNames);
            addDependents();
            if (affected.size() == count) {
                return kept.with(compiled, parent);
            }
        }
    }

    /** Empty if files were only removed. */
    private Map<String, CompiledClass> compiled(CompiledSources kept) {
        List<SourceFile> pending =
                files.stream().filter(file -> affected.contains(file.name())).toList();
        return pending.isEmpty() ? Map.of() : SourceCompiler.compile(pending, kept.classes(), parent);
    }

    private Set<String> unaffected() {
        return files.stream()
                .map(SourceFile::name)
                .filter(name -> !affected.contains(name))
                .collect(Collectors.toSet());
    }

    /** The names of nested classes as well; local and anonymous ones have numbers. */
    private void addNames(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        names.add(simple);
        names.addAll(List.of(DOLLAR.split(simple)));
        names.removeIf(name -> name.isEmpty() || Character.isDigit(name.charAt(0)));
    }

    private void addDependents() {
        boolean isComplete = false;
        while (!isComplete) {
            isComplete = true;
            for (SourceFile file : files) {
                if (!affected.contains(file.name()) && isDependent(file)) {
                    affected.add(file.name());
                    before.compiled().classes().forEach((name, compiled) -> {
                        if (compiled.source().equals(file.name())) {
                            addNames(name);
                        }
                    });
                    isComplete = false;
                }
            }
        }
    }

    private boolean isDependent(SourceFile file) {
        String text = file.text();
        return text.contains(ESCAPE) || names.stream().anyMatch(name -> mentions(text, name));
    }

    private static boolean mentions(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if ((at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
