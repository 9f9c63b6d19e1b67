package dev.migrate.cli;

import dev.migrate.internal.FileTrust;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks that only the user can change the configuration file that was found, and the files and folders that it names:
 * they contain code, or the names of classes that are executed. Immutable.
 *
 * @param folders the folders that the user trusts, with everything below them
 */
record TrustedFolders(List<Path> folders) {

    private static final String VARIABLE = "MIGRATE_TRUSTED_FOLDERS";

    TrustedFolders {
        folders = List.copyOf(folders);
    }

    /** The folders in an environment variable, separated as in a class path. */
    static TrustedFolders in(Map<String, String> variables) {
        return new TrustedFolders(
                Arrays.stream(variables.getOrDefault(VARIABLE, "").split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList());
    }

    /** Every folder, for files that the user names. */
    static TrustedFolders all() {
        return new TrustedFolders(List.of(Path.of("").toAbsolutePath().getRoot()));
    }

    /** Checks the configuration file that was found, and its folder. */
    Path checked(Path file) {
        check(folderOf(file), file);
        check(file, file);
        return file;
    }

    /**
     * Checks a file or a folder.
     *
     * @param place the file or the folder, absolute; it may not exist
     * @param file the configuration file that names it
     * @throws UsageException if another user can change it, and the folder is not trusted
     */
    void check(Path place, Path file) {
        try {
            Optional<String> objection = FileTrust.objection(place);
            if (objection.isPresent() && !isTrusted(place)) {
                Path folder = place.startsWith(folderOf(file)) ? folderOf(file) : place;
                throw new UsageException("The configuration file " + file + " is not used: " + objection.get()
                        + ", so code of others could run. If you trust the folder, set the environment variable "
                        + VARIABLE + "=" + folder + ", or specify the file with --config.");
            }
        } catch (IOException e) {
            throw new UsageException("The owner of " + place + " cannot be read (" + e + ").");
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private boolean isTrusted(Path place) throws IOException {
        Path real = place.toRealPath();
        for (Path folder : folders) {
            if (Files.exists(folder) && real.startsWith(folder.toRealPath())) {
                return true;
            }
        }
        return false;
    }
}
