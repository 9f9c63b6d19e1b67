package dev.migrate.internal.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Declarations of classes that were recorded after the classes had been compiled, so that their files need not be read.
 * An entry is valid for exactly one content of the file, which its checksum identifies. Immutable.
 *
 * <p>As a file, it has one line for each element, which begins with the kind of the element: the checksum and the name
 * of a class, then its superclass and so on.
 */
public final class ClassIndex {

    /** The name of the file, as a resource. */
    public static final String FILE = "META-INF/migrate/classes";

    private static final String FORMAT = "migrate 1";

    private static final char CLASS = '+';
    private static final char SUPERCLASS = '<';
    private static final char INTERFACE = ':';
    private static final char CONCRETE = 'c';
    private static final char DEFAULT_CONSTRUCTOR = 'd';
    private static final char ANNOTATION = '@';
    private static final char ELEMENT = '.';
    private static final char VALUE = '=';

    private static final int LENGTH_OF_CHECKSUM = 8;

    private final Map<String, Entry> entries;

    private ClassIndex(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** A declaration with the checksum of the file that contains it. */
    private record Entry(int checksum, ClassFile declaration) {}

    /** Returns an index without classes. */
    public static ClassIndex empty() {
        return new ClassIndex(Map.of());
    }

    /**
     * Indexes class files.
     *
     * @param files the contents of the files
     * @throws IOException if one of them is not a class file
     */
    public static ClassIndex of(Collection<byte[]> files) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        for (byte[] file : files) {
            ClassFile declaration = ClassFileReader.read(file);
            entries.put(declaration.name(), new Entry(checksum(file), declaration));
        }
        return new ClassIndex(entries);
    }

    /**
     * Reads all indexes that a class loader finds. If a class occurs several times, the first one counts.
     *
     * @throws IOException if one of them cannot be read
     */
    static ClassIndex in(ClassLoader loader) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        for (Enumeration<URL> urls = loader.getResources(FILE); urls.hasMoreElements(); ) {
            try (InputStream in = urls.nextElement().openStream()) {
                read(in).entries.forEach(entries::putIfAbsent);
            }
        }
        return new ClassIndex(entries);
    }

    /**
     * Reads an index.
     *
     * @param in the file
     * @return the index, empty if its format is not the one of this version
     * @throws IOException if it cannot be read
     */
    public static ClassIndex read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        try {
            return text.startsWith(FORMAT + "\n") ? new Parser(text).index() : empty();
        } catch (RuntimeException e) {
            throw new IOException("not an index of classes", e);
        }
    }

    /** Returns the names of the classes. */
    public Collection<String> classNames() {
        return entries.keySet();
    }

    /** Returns the declaration in a file with this checksum, or null if the index has another one or none. */
    @Nullable
    ClassFile find(String className, long checksum) {
        Entry entry = entries.get(className);
        return entry != null && entry.checksum == (int) checksum ? entry.declaration : null;
    }

    /** Returns the declaration of a class whose file is known to be unchanged, or null if the index has none. */
    @Nullable
    ClassFile find(String className) {
        Entry entry = entries.get(className);
        return entry == null ? null : entry.declaration;
    }

    private static int checksum(byte[] file) {
        CRC32 checksum = new CRC32();
        checksum.update(file);
        return (int) checksum.getValue();
    }

    /** Returns the content of the file. Equal indexes have equal files. */
    public byte[] toBytes() {
        StringBuilder out = new StringBuilder(FORMAT).append('\n');
        new TreeMap<>(entries).forEach((name, entry) -> {
            add(out, CLASS, HexFormat.of().toHexDigits(entry.checksum) + name);
            add(out, entry.declaration);
        });
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(StringBuilder out, ClassFile declaration) {
        add(out, SUPERCLASS, declaration.superclass());
        declaration.interfaces().forEach(each -> add(out, INTERFACE, each));
        if (declaration.isConcrete()) {
            add(out, CONCRETE, "");
        }
        if (declaration.hasDefaultConstructor()) {
            add(out, DEFAULT_CONSTRUCTOR, "");
        }
        new TreeMap<>(declaration.annotations()).forEach((annotation, elements) -> {
            add(out, ANNOTATION, annotation);
            new TreeMap<>(elements).forEach((element, values) -> {
                add(out, ELEMENT, element);
                values.forEach(value -> add(out, VALUE, value));
            });
        });
    }

    private static void add(StringBuilder out, char kind, String text) {
        out.append(kind)
                .append(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                .append('\n');
    }

    /** Parses the lines of a file. */
    private static final class Parser {

        private final String text;
        private int position;
        private final Map<String, Entry> entries = new HashMap<>();

        Parser(String text) {
            this.text = text;
            position = FORMAT.length() + 1;
        }

        ClassIndex index() {
            while (hasNext(CLASS)) {
                String line = next();
                String name = line.substring(LENGTH_OF_CHECKSUM);
                int checksum = HexFormat.fromHexDigits(line, 0, LENGTH_OF_CHECKSUM);
                entries.put(name, new Entry(checksum, declaration(name)));
            }
            if (position < text.length()) {
                throw new IllegalArgumentException(next());
            }
            return new ClassIndex(entries);
        }

        private ClassFile declaration(String name) {
            String superclass = next();
            List<String> interfaces = all(INTERFACE);
            boolean isConcrete = !all(CONCRETE).isEmpty();
            boolean hasDefaultConstructor = !all(DEFAULT_CONSTRUCTOR).isEmpty();
            Map<String, Map<String, List<String>>> annotations = new HashMap<>();
            while (hasNext(ANNOTATION)) {
                annotations.put(next(), elements());
            }
            return new ClassFile(name, superclass, interfaces, isConcrete, hasDefaultConstructor, annotations);
        }

        private Map<String, List<String>> elements() {
            Map<String, List<String>> elements = new HashMap<>();
            while (hasNext(ELEMENT)) {
                elements.put(next(), all(VALUE));
            }
            return elements;
        }

        private List<String> all(char kind) {
            List<String> found = new ArrayList<>(1);
            while (hasNext(kind)) {
                found.add(next());
            }
            return found;
        }

        private boolean hasNext(char kind) {
            return position < text.length() && text.charAt(position) == kind;
        }

        /** The rest of the line after the kind of the element. */
        private String next() {
            int end = text.indexOf('\n', position);
            String line = text.substring(position + 1, end);
            position = end + 1;
            return line.indexOf('\\') < 0 ? line : unescaped(line);
        }

        private static String unescaped(String line) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\') {
                    i++;
                    c = line.charAt(i) == 'n' ? '\n' : line.charAt(i) == 'r' ? '\r' : line.charAt(i);
                }
                text.append(c);
            }
            return text.toString();
        }
    }
}
