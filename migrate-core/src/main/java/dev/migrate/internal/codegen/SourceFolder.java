package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of migration sources. A file in it is never overwritten. */
public final class SourceFolder {

    private static final String SUFFIX = ".java";

    /** The annotation as written before a class. Indented text may be part of a comment. */
    private static final Pattern DECLARED_ID = Pattern.compile(
            "^@(?:dev\\.migrate\\.migration\\.)?Revision\\s*\\((?:[^\")]|\"(?:[^\"\\\\]|\\\\.)*\")*?\\bid\\s*=\\s*"
                    + "(\"(?:[^\"\\\\]|\\\\.)*\")",
            Pattern.MULTILINE);

    private final Path folder;

    /**
     * Creates a reference to a folder.
     *
     * @param folder the folder, which need not exist yet
     */
    public SourceFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the names of the classes that have a file here.
     *
     * @return their names, sorted
     * @throws SourceException if the folder cannot be read
     */
    public List<String> classNames() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
    }

    /**
     * Rejects a folder with a migration that is not loaded, because a new revision would not follow it.
     *
     * @param ids the ids of the loaded migrations
     * @throws SourceException if there is one
     */
    public void requireLoaded(Collection<String> ids) {
        Set<String> loaded = ids.stream().map(JavaText::literal).collect(Collectors.toSet());
        for (Path file : files()) {
            Matcher declared = DECLARED_ID.matcher(text(file));
            if (declared.find() && !loaded.contains(declared.group(1))) {
                throw new SourceException(
                        SourceException.Reason.NOT_WRITTEN,
                        "The file " + file + " contains the revision " + declared.group(1)
                                + ", which is not among the loaded migrations.",
                        "Compile and load it first; otherwise, the new revision would not follow it.");
            }
        }
    }

    /**
     * Rejects a folder that contains one of the migrations to be written.
     *
     * @param ids the ids of the migrations to be written
     * @throws SourceException if there is one
     */
    public void requireNone(Collection<String> ids) {
        Set<String> wanted = ids.stream().map(JavaText::literal).collect(Collectors.toSet());
        for (Path file : files()) {
            Matcher declared = DECLARED_ID.matcher(text(file));
            if (declared.find() && wanted.contains(declared.group(1))) {
                throw new SourceException(
                        SourceException.Reason.NOT_WRITTEN,
                        "The file " + file + " already contains the revision " + declared.group(1)
                                + ". Nothing was written.",
                        "Use another folder, or remove the files of an earlier import.");
            }
        }
    }

    /**
     * Writes a file.
     *
     * @param className the name of the class
     * @param source its text
     * @return the file
     * @throws SourceException if the file already exists or cannot be written
     */
    public Path write(String className, String source) {
        Path file = folder.resolve(className + SUFFIX);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, source, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The file " + e.getFile() + " already exists and was not changed.",
                    "Use another message or another pattern of names.",
                    e);
        } catch (IOException e) {
            throw new SourceException(
                    SourceException.Reason.NOT_WRITTEN,
                    "The file " + file + " cannot be written (" + e + ").",
                    "Check the folder and its permissions.",
                    e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            // The file has another encoding, so its revision cannot be determined.
            return "";
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SourceException unreadable(Path path, IOException e) {
        return new SourceException(
                SourceException.Reason.NOT_WRITTEN, path + " cannot be read (" + e + ").", "Check its permissions.", e);
    }
}
