package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in the process of another program, in a class loader of their own. */
class EmbeddedCommandIT {

    private final List<String> out = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> failure = new ArrayList<>();

    @TempDir
    private Path folder;

    @DatabaseTest(one = true)
    void aCommandLeavesNoThreadBehind(TestDatabase database) throws Exception {
        for (String url : List.of(database.url(), database.mariaDbUrl())) {
            Files.writeString(folder.resolve("migrate.properties"), "url = " + url);

            ClassLoader loader = upgraded();

            assertThat(threadsOf(loader)).isEmpty();
        }
        assertThat(database.tables()).contains("customer");
        assertThat(failure).isEmpty();
    }

    @DatabaseTest(one = true)
    void theGivenPasswordReplacesThatOfTheFile(TestDatabase database) throws IOException {
        String account = "'" + database.name() + "'@'%'";
        database.execute("CREATE USER " + account + " IDENTIFIED BY 'right'", "GRANT ALL ON *.* TO " + account);
        try {
            String url = database.url().replaceAll("(?<=[?&])(user|password)=[^&]*&?", "");
            Files.writeString(
                    folder.resolve("migrate.properties"),
                    "url = " + url + "&allowPublicKeyRetrieval=true\nuser = " + database.name()
                            + "\npassword = of-file");

            assertThat(run("right", "current")).isZero();
            assertThat(run(null, "current")).isEqualTo(3);
            assertThat(String.join("\n", failure))
                    .startsWith("migrate: ")
                    .contains("Access denied", "\nNext: ")
                    .doesNotContain("of-file");
            assertThat(warnings).isEmpty();
        } finally {
            database.execute("DROP USER " + account);
        }
    }

    @Test
    void usageErrorsAreFailures() {
        int exitCode = EmbeddedCommand.run(null, out::add, warnings::add, failure::add, "lint", "--nonsense");

        assertThat(exitCode).isEqualTo(2);
        assertThat(String.join("\n", failure)).startsWith("migrate: ").contains("--nonsense");
        assertThat(out).isEmpty();
        assertThat(warnings).isEmpty();
    }

    private int run(@Nullable String password, String command) {
        return EmbeddedCommand.run(
                password,
                out::add,
                warnings::add,
                failure::add,
                command,
                "--config",
                folder.resolve("migrate.properties").toString(),
                "--package",
                "dev.migrate.cli.customers");
    }

    /** The threads with a context class loader, after a second at most in which they may end. */
    private static List<String> threadsOf(ClassLoader loader) throws InterruptedException {
        List<String> threads = List.of();
        for (int i = 0; i < 50; i++) {
            threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getContextClassLoader() == loader)
                    .map(Thread::getName)
                    .toList();
            if (threads.isEmpty()) {
                return threads;
            }
            Thread.sleep(20);
        }
        return threads;
    }

    /** Runs an upgrade in a new class loader. */
    private ClassLoader upgraded() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            String[] command = {
                "upgrade",
                "--config",
                folder.resolve("migrate.properties").toString(),
                "--package",
                "dev.migrate.cli.customers"
            };
            Consumer<String> toOut = out::add;
            Consumer<String> toWarnings = warnings::add;
            Consumer<String> toFailure = failure::add;
            Object exitCode = loader.loadClass(EmbeddedCommand.class.getName())
                    .getMethod("run", String.class, Consumer.class, Consumer.class, Consumer.class, String[].class)
                    .invoke(null, null, toOut, toWarnings, toFailure, command);
            assertThat(exitCode).as("%s", failure).isEqualTo(0);
            return loader;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
