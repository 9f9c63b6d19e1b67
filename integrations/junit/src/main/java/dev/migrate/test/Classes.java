package dev.migrate.test;

/** Looks for optional libraries. Stateless. */
final class Classes {

    private Classes() {}

    static boolean isPresent(String name) {
        try {
            Class.forName(name, false, loader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The class loader of the tests. */
    static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Classes.class.getClassLoader() : context;
    }
}
