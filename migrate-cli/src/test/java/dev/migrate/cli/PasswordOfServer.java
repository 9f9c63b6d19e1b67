package dev.migrate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves the password in the URL of a test server to a file, because {@code --url} accepts none. */
final class PasswordOfServer {

    private static final Pattern PARAMETER = Pattern.compile("(?<=[?&])password=([^&]+)&?");

    private PasswordOfServer() {}

    static String[] inAFile(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        int url = all.indexOf("--url") + 1;
        if (url > 0) {
            Matcher password = PARAMETER.matcher(all.get(url));
            if (password.find()) {
                all.addAll(List.of("--password-file", file(password.group(1)).toString()));
                all.set(url, password.replaceAll(""));
            }
        }
        return all.toArray(String[]::new);
    }

    private static Path file(String password) {
        try {
            // Only its owner can read it.
            Path file = Files.createTempFile("migrate", ".password");
            file.toFile().deleteOnExit();
            return Files.writeString(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
