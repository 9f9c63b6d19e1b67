package dev.migrate.internal.classpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The declaration of a class, read from its file without loading the class. Immutable.
 *
 * @param name the name of the class, with its package
 * @param superclass the name of its superclass, empty for {@code Object}
 * @param interfaces the names of the interfaces that it declares
 * @param isConcrete whether it is neither abstract nor an interface
 * @param hasDefaultConstructor whether it has a constructor without parameters
 * @param annotations the strings in its annotations, by the name of the annotation and of the element; an element with
 *     the default value is missing
 */
public record ClassFile(
        String name,
        String superclass,
        List<String> interfaces,
        boolean isConcrete,
        boolean hasDefaultConstructor,
        Map<String, Map<String, List<String>>> annotations) {

    /** Copies the collections. */
    public ClassFile {
        interfaces = List.copyOf(interfaces);
        annotations = Map.copyOf(annotations);
    }

    /** The name of its package, empty for the default package. */
    public String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The names of its superclass and of its interfaces. */
    public List<String> supertypes() {
        List<String> supertypes = new ArrayList<>(interfaces);
        supertypes.add(superclass);
        return supertypes;
    }
}
