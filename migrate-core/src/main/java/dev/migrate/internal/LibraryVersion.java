package dev.migrate.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The version of this library. It is in a resource, because an application that packages the classes in a jar of its own
 * loses the manifest.
 */
public final class LibraryVersion {

    private static final String UNKNOWN = "unknown";

    private LibraryVersion() {}

    /** Reads the version; "unknown" if the application lacks the resource. */
    public static String read() {
        try (InputStream resource = LibraryVersion.class.getResourceAsStream("version.txt")) {
            return resource == null ? UNKNOWN : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
