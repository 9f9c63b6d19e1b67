package dev.migrate.internal.alembic;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Calls Alembic as a Python module, in a process for each call.
 *
 * @param python the command that starts Python
 * @param root its working directory
 */
public record PythonAlembic(String python, Path root) implements Alembic {

    @Override
    public Output call(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable(), "-m", "alembic"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String out = text(process.getInputStream());
            return new Output(process.waitFor(), out, err.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while Alembic ran");
        } catch (UncheckedIOException | CompletionException e) {
            throw new IOException(e);
        } finally {
            process.destroy();
        }
    }

    /** A path is relative to our working directory, not to the one in which Alembic is called. */
    private String executable() {
        return python.contains(File.separator)
                ? Path.of(python).toAbsolutePath().toString()
                : python;
    }

    private static String text(InputStream stream) {
        try (stream) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            stream.transferTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
