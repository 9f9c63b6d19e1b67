package dev.migrate.internal.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes and the SQL files of a package and its subpackages where a class loader finds its resources: in
 * folders, in jars, in jars within a jar whose class loader supports the {@code JarURLConnection} of the JDK, and in
 * named modules. Classes are not loaded, and the files of unchanged classes in a {@link ClassIndex} are not read. Not
 * thread-safe.
 *
 * <p>A jar contains the checksums of its files. In a folder, a file is unchanged if it is not newer than the index; a
 * runtime image never changes.
 */
public final class PackageScanner {

    private static final String SUFFIX = ".class";
    private static final String SCRIPT = ".sql";

    /** Almost every jar has one, so that it finds jars. */
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final ClassLoader loader;
    private final String folder;
    private final ClassIndex index;
    private final Consumer<Path> searched;
    private final SortedMap<String, ClassFile> found = new TreeMap<>();
    private final SortedMap<String, byte[]> scripts = new TreeMap<>();
    private final boolean hasScripts;

    /**
     * The contents of a package and its subpackages. Immutable.
     *
     * @param classes the classes by name, in the order of their names
     * @param scripts the contents of the SQL files by path, in the order of their paths
     */
    public record Contents(SortedMap<String, ClassFile> classes, SortedMap<String, byte[]> scripts) {

        /** Prevents changes of the maps. */
        public Contents {
            classes = Collections.unmodifiableSortedMap(classes);
            scripts = Collections.unmodifiableSortedMap(scripts);
        }
    }

    private PackageScanner(String packageName, ClassLoader loader, Consumer<Path> searched, boolean hasScripts)
            throws IOException {
        this.hasScripts = hasScripts;
        this.loader = loader;
        this.searched = searched;
        index = ClassIndex.in(loader);
        folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    }

    /**
     * Finds the classes of a package. If a class occurs several times, the first one counts, as for the class loader.
     *
     * @param packageName the package, empty for all packages
     * @param loader the class loader
     * @return the classes by name, in the order of their names
     * @throws IOException if a place of the package cannot be read
     */
    public static SortedMap<String, ClassFile> scan(String packageName, ClassLoader loader) throws IOException {
        return new PackageScanner(packageName, loader, place -> {}, false)
                .scan()
                .classes();
    }

    /**
     * Finds the classes of a package, as {@link #scan(String, ClassLoader)} does, and its SQL files, also if it has no
     * classes. In a named module, the package need not be open, because the files of the module are read, not its
     * resources.
     *
     * @param packageName the package, empty for all packages
     * @param loader the class loader
     * @param searched gets the folders, jars, SQL files and indexes on which the result depends, each before it is read
     * @return the classes and the SQL files
     * @throws IOException if a place of the package cannot be read
     */
    public static Contents contents(String packageName, ClassLoader loader, Consumer<Path> searched)
            throws IOException {
        return new PackageScanner(packageName, loader, searched, true).scan();
    }

    private Contents scan() throws IOException {
        try {
            scanModules();
            scanUrls();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Contents(found, scripts);
    }

    /** Class loaders do not find the folder of a package in a module. */
    private void scanModules() throws IOException {
        Set<ModuleLayer> layers = new LinkedHashSet<>();
        addWithParents(PackageScanner.class.getModule().getLayer(), layers);
        addWithParents(ModuleLayer.boot(), layers);
        for (ModuleLayer layer : layers) {
            for (ResolvedModule module : layer.configuration().modules()) {
                if (hasPackage(module) && isVisible(layer.findLoader(module.name()))) {
                    scan(module);
                }
            }
        }
    }

    private static void addWithParents(@Nullable ModuleLayer layer, Set<ModuleLayer> layers) {
        if (layer != null && layers.add(layer)) {
            for (ModuleLayer parent : layer.parents()) {
                addWithParents(parent, layers);
            }
        }
    }

    /** The JDK itself has no packages of applications. */
    private boolean hasPackage(ResolvedModule module) {
        if (module.name().startsWith("java.") || module.name().startsWith("jdk.")) {
            return false;
        }
        for (String each : module.reference().descriptor().packages()) {
            if ((each.replace('.', '/') + "/").startsWith(folder)) {
                return true;
            }
        }
        return false;
    }

    private boolean isVisible(@Nullable ClassLoader ofModule) {
        ClassLoader each = loader;
        while (each != null && each != ofModule) {
            each = each.getParent();
        }
        return each == ofModule;
    }

    private void scan(ResolvedModule module) throws IOException {
        Optional<URI> location = module.reference().location();
        boolean isImage =
                location.filter(place -> place.getScheme().equals("jrt")).isPresent();
        location.filter(place -> place.getScheme().equals("file")).map(Path::of).ifPresent(searched);
        try (ModuleReader reader = module.reference().open();
                Stream<String> names = reader.list()) {
            for (String name : (Iterable<String>) names::iterator) {
                if (isClass(name)) {
                    ClassFile indexed = isImage ? index.find(classNameOf(name)) : null;
                    add(name, indexed, module.name(), () -> reader.open(name).orElseThrow());
                } else if (isScript(name)) {
                    addScript(name, module.name(), () -> reader.open(name).orElseThrow());
                }
            }
        }
    }

    private void scanUrls() throws IOException {
        for (URL url : urls(folder)) {
            scan(url);
        }
        for (URL url : urls(MANIFEST)) {
            scanJarWithoutFolders(url);
        }
    }

    private List<URL> urls(String resource) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Enumeration<URL> each = loader.getResources(resource); each.hasMoreElements(); ) {
            urls.add(each.nextElement());
        }
        return urls;
    }

    private void scan(URL url) throws IOException {
        if (url.getProtocol().equals("file")) {
            scan(pathOf(url));
            return;
        }
        if (!(connectionTo(url) instanceof JarURLConnection jar)) {
            throw new IOException("the classes in " + url + " cannot be listed");
        }
        try (JarFile file = jar.getJarFile()) {
            scan(file, jar.getJarFileURL());
        }
    }

    /** A class loader does not find a package in a jar without entries for folders. */
    private void scanJarWithoutFolders(URL manifest) throws IOException {
        if (connectionTo(manifest) instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                if (folder.isEmpty() || !hasFolders(file)) {
                    scan(file, jar.getJarFileURL());
                }
            }
        }
    }

    private static boolean hasFolders(JarFile file) {
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                return true;
            }
        }
        return false;
    }

    /** Without the cache, so that closing the file closes none that other code uses. */
    private static URLConnection connectionTo(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private void scan(JarFile file, URL place) throws IOException {
        if (place.getProtocol().equals("file")) {
            searched.accept(pathOf(place));
        }
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (isClass(name)) {
                add(name, index.find(classNameOf(name), entry.getCrc()), place, () -> file.getInputStream(entry));
            } else if (isScript(name)) {
                addScript(name, place, () -> file.getInputStream(entry));
            }
        }
    }

    private void scan(Path place) throws IOException {
        Path indexFile = rootOf(place).resolve(ClassIndex.FILE);
        Optional<FileTime> indexed = lastModified(indexFile);
        if (indexed.isPresent()) {
            searched.accept(indexFile);
        }
        Files.walkFileTree(
                place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        searched.accept(directory);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        String name = folder + place.relativize(file).toString().replace('\\', '/');
                        if (isClass(name)) {
                            boolean isUnchanged = indexed.isPresent()
                                    && attributes.lastModifiedTime().compareTo(indexed.get()) <= 0;
                            ClassFile declaration = isUnchanged ? index.find(classNameOf(name)) : null;
                            add(name, declaration, place, () -> Files.newInputStream(file));
                        } else if (isScript(name)) {
                            searched.accept(file);
                            addScript(name, place, () -> Files.newInputStream(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** The folder that contains the package. */
    private Path rootOf(Path place) {
        Path root = place.toAbsolutePath();
        for (int end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1)) {
            root = Objects.requireNonNull(root.getParent());
        }
        return root;
    }

    private static Optional<FileTime> lastModified(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Some class loaders do not encode blanks. */
    private static Path pathOf(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            return Path.of(url.getPath());
        }
    }

    private boolean isClass(String name) {
        return name.startsWith(folder) && name.endsWith(SUFFIX) && !name.endsWith("-info" + SUFFIX);
    }

    private boolean isScript(String name) {
        return hasScripts && name.startsWith(folder) && name.endsWith(SCRIPT);
    }

    private static String classNameOf(String name) {
        return name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
    }

    private void add(String name, @Nullable ClassFile indexed, Object place, Source source) throws IOException {
        String className = classNameOf(name);
        if (indexed != null) {
            found.putIfAbsent(className, indexed);
        } else if (!found.containsKey(className)) {
            read(name, place, source);
        }
    }

    private void addScript(String name, Object place, Source source) throws IOException {
        if (!scripts.containsKey(name)) {
            read(name, place, source, content -> scripts.put(name, content));
        }
    }

    private void read(String name, Object place, Source source) throws IOException {
        read(name, place, source, content -> {
            ClassFile file = ClassFileReader.read(content);
            // Otherwise, the class loader cannot find it: for instance, it is a class for another version of Java.
            if (file.name().equals(classNameOf(name))) {
                found.put(file.name(), file);
            }
        });
    }

    private static void read(String name, Object place, Source source, Target target) throws IOException {
        try (InputStream in = source.open()) {
            target.accept(in.readAllBytes());
        } catch (IOException e) {
            throw new IOException(name + " in " + place + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Opens a file. */
    private interface Source {
        InputStream open() throws IOException;
    }

    /** Uses the content of a file. */
    private interface Target {
        void accept(byte[] content) throws IOException;
    }
}
