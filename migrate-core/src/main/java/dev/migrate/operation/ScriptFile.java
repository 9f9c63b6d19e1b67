package dev.migrate.operation;

import dev.migrate.internal.EncodedText;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads scripts. Stateless. */
final class ScriptFile {

    private ScriptFile() {}

    static ExecuteScript resource(Class<?> owner, String resource, Charset charset) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no resource " + resource + " next to " + owner.getName()
                        + ". It is looked up in the package of the class or, if its name begins with a slash, "
                        + "in the root of the class path; a package in a named module must be open.");
            }
            return new ExecuteScript(resource, decoded(resource, stream.readAllBytes(), charset));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read.", e);
        }
    }

    static ExecuteScript file(Path file, Charset charset) {
        try {
            return new ExecuteScript(file.toString(), decoded(file.toString(), Files.readAllBytes(file), charset));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file.toAbsolutePath() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.toAbsolutePath() + " cannot be read.", e);
        }
    }

    /** Rejects bytes in another encoding; otherwise the database would contain replacement characters. */
    private static String decoded(String name, byte[] bytes, Charset charset) {
        try {
            return EncodedText.decode(bytes, charset);
        } catch (CharConversionException e) {
            throw new IllegalArgumentException(
                    "The script " + name + " cannot be read: " + e.getMessage()
                            + ". Convert it, or pass its encoding to script(...).",
                    e);
        }
    }
}
