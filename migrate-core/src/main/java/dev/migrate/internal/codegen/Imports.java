package dev.migrate.internal.codegen;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.ColumnType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the imports of a source, and determines the names under which it can use classes and constants. */
final class Imports {

    private final String className;
    private final Set<String> types = new TreeSet<>();
    private final Set<String> statics = new TreeSet<>();

    Imports(String className) {
        this.className = className;
        Stream.of(Migration.class, Revision.class, Operations.class).forEach(this::type);
    }

    /** Whether the migration cannot have this name, because it uses a class of that name. */
    static boolean isTaken(String className) {
        return Stream.of(Migration.class, Revision.class, Operations.class, Override.class, String.class)
                .anyMatch(type -> type.getSimpleName().equals(className));
    }

    /** A type by its simple name, or by its qualified name if the migration itself has the simple name. */
    String type(Class<?> type) {
        if (type.getSimpleName().equals(className)) {
            return type.getCanonicalName();
        }
        types.add(type.getCanonicalName());
        return type.getSimpleName();
    }

    /** A constant, qualified by its type and the enclosing type. */
    String constant(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        return type(type.getEnclosingClass()) + "." + type.getSimpleName() + "." + constant.name();
    }

    /** A constant, qualified by its type. */
    String shortConstant(Enum<?> constant) {
        return type(constant.getDeclaringClass()) + "." + constant.name();
    }

    /** A factory method of a column type. */
    String columnType(String factory) {
        statics.add(ColumnType.class.getCanonicalName() + "." + factory);
        return factory;
    }

    /** All factory methods of column types, for a migration that is written by hand. */
    void columnTypes() {
        columnType("*");
    }

    @Override
    public String toString() {
        String imported = lines("import ", types);
        return statics.isEmpty() ? imported : lines("import static ", statics) + "\n\n" + imported;
    }

    private static String lines(String start, Set<String> names) {
        return names.stream().map(name -> start + name + ";").collect(Collectors.joining("\n"));
    }
}
