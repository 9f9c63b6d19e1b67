package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import dev.migrate.source.SourceFormat;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of migration sources. A file in it is never overwritten. */
public final class SourceFolder {

    private static final List<String> SUFFIXES =
            Arrays.stream(SourceFormat.values()).map(SourceFormat::suffix).toList();

    /** The annotation as written before a class. Indented text may be part of a comment. */
    private static final Pattern DECLARED_ID = Pattern.compile(
            "^@(?:dev\\.migrate\\.migration\\.)?Revision\\s*\\((?:[^\")]|\"(?:[^\"\\\\]|\\\\.)*\")*?\\bid\\s*=\\s*"
                    + "(\"(?:[^\"\\\\]|\\\\.)*\")",
            Pattern.MULTILINE);

    /** The header of an SQL file. */
    private static final Pattern SQL_ID = Pattern.compile("^--\\s*revision\\s*:\\s*(\\S+)\\s*$", Pattern.MULTILINE);

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
     * Returns the names of the files here, without their suffixes: those of classes, for files in Java.
     *
     * @return their names, sorted
     * @throws SourceException if the folder cannot be read
     */
    public List<String> names() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.lastIndexOf('.')))
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
            String declared = declaredId(file);
            if (declared != null && !loaded.contains(declared)) {
                throw new SourceException(
                        SourceException.Reason.NOT_WRITTEN,
                        "The file " + file + " contains the revision " + declared
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
            String declared = declaredId(file);
            if (declared != null && wanted.contains(declared)) {
                throw new SourceException(
                        SourceException.Reason.NOT_WRITTEN,
                        "The file " + file + " already contains the revision " + declared + ". Nothing was written.",
                        "Use another folder, or remove the files of an earlier import.");
            }
        }
    }

    /** The id in a file as a Java literal, or null if it contains no migration. */
    private static @Nullable String declaredId(Path file) {
        String text = text(file);
        if (file.toString().endsWith(SourceFormat.SQL.suffix())) {
            Matcher header = SQL_ID.matcher(text);
            return header.find() ? JavaText.literal(header.group(1)) : null;
        }
        Matcher annotation = DECLARED_ID.matcher(text);
        return annotation.find() ? annotation.group(1) : null;
    }

    /**
     * Writes a file.
     *
     * @param name the name of the file
     * @param source its text
     * @return the file
     * @throws SourceException if the file already exists or cannot be written
     */
    public Path write(String name, String source) {
        Path file = folder.resolve(name);
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
            return new ArrayList<>(files.filter(SourceFolder::isSource).sorted().toList());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isSource(Path file) {
        return SUFFIXES.stream().anyMatch(file.getFileName().toString()::endsWith);
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
