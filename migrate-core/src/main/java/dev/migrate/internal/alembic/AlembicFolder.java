package dev.migrate.internal.alembic;

import dev.migrate.error.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The location of an Alembic project.
 *
 * @param versions the folders of the revision files
 * @param root the folder in which {@code alembic} is called, if known
 */
public record AlembicFolder(List<Path> versions, Optional<Path> root) {

    private static final String CONFIGURATION = "alembic.ini";
    private static final Pattern SETTING =
            Pattern.compile("(?m)^(script_location|version_locations)[ \\t]*[=:][ \\t]*(.*(?:\\n[ \\t]+.*)*)");
    private static final Pattern TOOL = Pattern.compile("(?m)^\\[tool\\.alembic]");

    /** Copies the list. */
    public AlembicFolder {
        versions = List.copyOf(versions);
    }

    /**
     * Locates the revisions.
     *
     * @param folder the folder with {@code alembic.ini}, or the one with {@code env.py}, or the one with the revisions
     * @return the location
     * @throws SourceException if the folder is none of these
     */
    public static AlembicFolder find(Path folder) {
        if (Files.isRegularFile(folder.resolve(CONFIGURATION))) {
            return new AlembicFolder(configured(folder), Optional.of(folder));
        }
        Path versions = Files.isRegularFile(folder.resolve("env.py")) ? folder.resolve("versions") : folder;
        if (!Files.isDirectory(versions) || sources(versions).isEmpty()) {
            throw new SourceException(
                    SourceException.Reason.IMPORT_FAILED,
                    folder + " has no alembic.ini, no env.py next to a versions folder, and no revisions.",
                    "Use the folder in which alembic is called, or the one with the revisions.",
                    null);
        }
        return new AlembicFolder(List.of(versions), Optional.ofNullable(rootOf(versions)));
    }

    /**
     * Reads all revisions.
     *
     * @return the revisions, sorted by folder and name
     * @throws SourceException if one cannot be read
     */
    public List<RevisionFile> revisions() {
        List<RevisionFile> revisions = new ArrayList<>();
        for (Path folder : versions) {
            for (Path file : sources(folder)) {
                revisions.add(RevisionReader.read(file, text(file)));
            }
        }
        if (revisions.isEmpty()) {
            throw new SourceException(
                    SourceException.Reason.IMPORT_FAILED,
                    "There are no revisions in " + versions + ".",
                    "Use the folder that contains them.",
                    null);
        }
        return revisions;
    }

    private static List<Path> configured(Path root) {
        String scripts = "";
        String locations = "";
        Matcher setting = SETTING.matcher(text(root.resolve(CONFIGURATION)).replace("\r\n", "\n"));
        while (setting.find()) {
            String value = setting.group(2).strip().replaceAll("%\\(here\\)s/?", "");
            if (setting.group(1).equals("script_location")) {
                scripts = value;
            } else {
                locations = value;
            }
        }
        List<Path> folders = new ArrayList<>();
        for (String location : locations.split("[\\s,;:]+", -1)) {
            if (!location.isEmpty()) {
                folders.add(root.resolve(location));
            }
        }
        if (folders.isEmpty()) {
            folders.add(root.resolve(scripts).resolve("versions"));
        }
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new SourceException(
                        SourceException.Reason.IMPORT_FAILED,
                        root.resolve(CONFIGURATION) + " refers to the folder " + folder + ", which does not exist.",
                        "Use the folder that contains the revisions.",
                        null);
            }
        }
        return folders;
    }

    private static @Nullable Path rootOf(Path versions) {
        for (Path at = versions.toAbsolutePath(); at != null; at = at.getParent()) {
            Path project = at.resolve("pyproject.toml");
            if (Files.isRegularFile(at.resolve(CONFIGURATION))
                    || (Files.isRegularFile(project)
                            && TOOL.matcher(text(project)).find())) {
                return at;
            }
        }
        return null;
    }

    /** The files that Alembic reads: packages and temporary files of editors are excluded. */
    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".py") && !name.startsWith("__init__") && !name.startsWith(".#");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SourceException unreadable(Path path, IOException e) {
        return new SourceException(
                SourceException.Reason.IMPORT_FAILED,
                path + " cannot be read (" + e + ").",
                "Check its permissions, and that it is encoded in UTF-8.",
                e);
    }
}
