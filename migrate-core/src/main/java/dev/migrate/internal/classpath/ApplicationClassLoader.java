package dev.migrate.internal.classpath;

/** The class loader of the application that calls the library. Stateless. */
public final class ApplicationClassLoader {

    private ApplicationClassLoader() {}

    /**
     * Returns the class loader of the current thread, or the one of the library if the former cannot load the library,
     * and so no classes that use it: threads of the common pool have the class loader of the JVM's class path, which is
     * not the one of an application in an executable jar of Spring Boot.
     */
    public static ClassLoader get() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread != null && hasTheLibrary(ofThread) ? ofThread : ApplicationClassLoader.class.getClassLoader();
    }

    private static boolean hasTheLibrary(ClassLoader loader) {
        try {
            return Class.forName(ApplicationClassLoader.class.getName(), false, loader) == ApplicationClassLoader.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
