package dev.migrate.internal.classpath;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the declaration of a class from its file (JVM specification, chapter 4). Not thread-safe. */
final class ClassFileReader {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int BYTES_OF_VERSION = 4;

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /** The size of each kind of constant, by its tag; 0 for {@link #UTF8} and unused tags. */
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private final byte[] bytes;
    private final ByteBuffer in;
    private int[] constants = {};

    private ClassFileReader(byte[] bytes) {
        this.bytes = bytes;
        in = ByteBuffer.wrap(bytes);
    }

    /**
     * Reads a class file.
     *
     * @param bytes the file
     * @return the declaration
     * @throws IOException if it is not a class file
     */
    static ClassFile read(byte[] bytes) throws IOException {
        try {
            return new ClassFileReader(bytes).classFile();
        } catch (RuntimeException e) {
            throw new IOException("not a class file", e);
        }
    }

    private ClassFile classFile() throws IOException {
        if (in.getInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        skip(BYTES_OF_VERSION);
        readConstants();
        int modifiers = number();
        String name = className(number());
        String superclass = className(number());
        List<String> interfaces = new ArrayList<>();
        for (int left = number(); left > 0; left--) {
            interfaces.add(className(number()));
        }
        skipMembers();
        boolean hasDefaultConstructor = skipMembers();
        return new ClassFile(
                name,
                superclass,
                interfaces,
                !Modifier.isInterface(modifiers) && !Modifier.isAbstract(modifiers),
                hasDefaultConstructor,
                annotations());
    }

    private void readConstants() throws IOException {
        constants = new int[number()];
        for (int i = 1; i < constants.length; i++) {
            int tag = in.get();
            constants[i] = in.position();
            skip(tag == UTF8 ? number() : sizeOf(tag));
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
    }

    private static int sizeOf(int tag) throws IOException {
        if (tag < 0 || tag >= SIZES.length || SIZES[tag] == 0) {
            throw new IOException("constants of the unknown kind " + tag);
        }
        return SIZES[tag];
    }

    /** Skips the fields or the methods, and returns whether one of them is a constructor without parameters. */
    private boolean skipMembers() throws IOException {
        boolean isFound = false;
        for (int left = number(); left > 0; left--) {
            number();
            int name = number();
            int descriptor = number();
            isFound |= text(name).equals("<init>") && text(descriptor).equals("()V");
            for (int attributes = number(); attributes > 0; attributes--) {
                number();
                skip(in.getInt());
            }
        }
        return isFound;
    }

    private Map<String, Map<String, List<String>>> annotations() throws IOException {
        Map<String, Map<String, List<String>>> annotations = new HashMap<>();
        for (int left = number(); left > 0; left--) {
            String attribute = text(number());
            int length = in.getInt();
            if (attribute.equals("RuntimeVisibleAnnotations")) {
                for (int each = number(); each > 0; each--) {
                    annotations.put(typeName(text(number())), elements());
                }
            } else {
                skip(length);
            }
        }
        return annotations;
    }

    private Map<String, List<String>> elements() throws IOException {
        Map<String, List<String>> elements = new HashMap<>();
        for (int left = number(); left > 0; left--) {
            String name = text(number());
            List<String> values = new ArrayList<>();
            addValue(values);
            elements.put(name, values);
        }
        return elements;
    }

    private void addValue(List<String> values) throws IOException {
        switch (in.get()) {
            case 's' -> values.add(text(number()));
            case '[' -> {
                for (int left = number(); left > 0; left--) {
                    addValue(values);
                }
            }
            case 'e' -> {
                number();
                number();
            }
            case '@' -> {
                number();
                elements();
            }
            default -> number();
        }
    }

    private int number() {
        return Short.toUnsignedInt(in.getShort());
    }

    private void skip(int length) {
        in.position(in.position() + length);
    }

    private String text(int constant) throws IOException {
        int start = constants[constant];
        return new DataInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start)).readUTF();
    }

    /** Empty for the constant 0, which the superclass of {@code Object} has. */
    private String className(int constant) throws IOException {
        return constant == 0
                ? ""
                : text(Short.toUnsignedInt(in.getShort(constants[constant]))).replace('/', '.');
    }

    private static String typeName(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }
}
