package dev.migrate.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads scripts encoded in UTF-8. Stateless. */
final class ScriptFile {

    private ScriptFile() {}

    static ExecuteScript resource(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no resource " + resource + " next to " + owner.getName()
                        + ". It is looked up in the package of the class or, if its name begins with a slash, "
                        + "in the root of the class path; a package in a named module must be open.");
            }
            return new ExecuteScript(resource, decoded(resource, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read.", e);
        }
    }

    static ExecuteScript file(Path file) {
        try {
            return new ExecuteScript(file.toString(), decoded(file.toString(), Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file.toAbsolutePath() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.toAbsolutePath() + " cannot be read.", e);
        }
    }

    /** Rejects bytes that are not UTF-8; otherwise the database would contain replacement characters. */
    private static String decoded(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The script " + name + " is not encoded in UTF-8.", e);
        }
    }
}
