package dev.migrate.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Checks who can change files that contain code, or that name some, as git does for repositories and OpenSSH for its
 * files. Stateless.
 */
public final class FileTrust {

    private static final int ADMINISTRATOR = 0;
    private static final int WRITABLE_BY_ALL = 0002;
    private static final int WRITABLE_BY_GROUP = 0020;
    private static final int READABLE_BY_ALL = 0004;

    /** The owner of the files of this process on Linux. */
    private static final Path OWN_PROCESS = Path.of("/proc/self");

    private FileTrust() {}

    /**
     * Returns who else can change a file or a folder. The administrator, the user who has called {@code sudo}, and the
     * user's own group may.
     *
     * @param file the file; a link is followed
     * @return the reason not to trust it, as a sentence without its period; empty if there is none, the file does not
     *     exist, or its file system has no owners
     * @throws IOException if its owner cannot be read
     */
    public static Optional<String> objection(Path file) throws IOException {
        Map<String, Object> attributes;
        try {
            attributes = Files.readAttributes(file, "unix:uid,mode,owner,group");
        } catch (UnsupportedOperationException | NoSuchFileException e) {
            return Optional.empty();
        }
        String owner = String.valueOf(attributes.get("owner"));
        String group = String.valueOf(attributes.get("group"));
        int mode = modeIn(attributes);
        if (!(attributes.get("uid") instanceof Integer uid && isTrusted(uid))) {
            return Optional.of(file + " belongs to the user " + owner);
        }
        if ((mode & WRITABLE_BY_ALL) != 0) {
            return Optional.of("every user can write to " + file);
        }
        // Many systems give each user a group of the same name.
        if ((mode & WRITABLE_BY_GROUP) != 0 && !group.equals(owner)) {
            return Optional.of("the group " + group + " can write to " + file);
        }
        return Optional.empty();
    }

    /** Whether every user can read a file. */
    public static boolean isReadableByAll(Path file) throws IOException {
        try {
            return (modeIn(Files.readAttributes(file, "unix:mode")) & READABLE_BY_ALL) != 0;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static int modeIn(Map<String, Object> attributes) {
        return attributes.get("mode") instanceof Integer mode ? mode : 0;
    }

    private static boolean isTrusted(int owner) throws IOException {
        int user = currentUser();
        return owner == user
                || owner == ADMINISTRATOR
                || (user == ADMINISTRATOR && String.valueOf(owner).equals(System.getenv("SUDO_UID")));
    }

    /** Java has no other way to find it than the owner of a file that the process has created. */
    private static int currentUser() throws IOException {
        if (Files.exists(OWN_PROCESS)) {
            return ownerOf(OWN_PROCESS);
        }
        Path own = Files.createTempFile("migrate", ".owner");
        try {
            return ownerOf(own);
        } finally {
            Files.delete(own);
        }
    }

    private static int ownerOf(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }
}
