package dev.migrate.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that are named in a configuration, on the class path and next to migrations. */
class InstanceFactoryTest {

    @TempDir
    private Path place;

    private Object instanceOf(String className, LoadedSources... sources) {
        return InstanceFactory.of(
                className, Supplier.class, InstanceFactoryTest.class.getClassLoader(), List.of(sources));
    }

    private static String nested(String name) {
        return InstanceFactoryTest.class.getName() + "$" + name;
    }

    private LoadedSources sources() throws IOException {
        Path folder = Files.createDirectories(place.resolve("migrations"));
        Files.writeString(folder.resolve("Clock.java"), """
            package beside;

            public final class Clock implements java.util.function.Supplier<String> {
                private Clock() {}

                @Override
                public String get() {
                    return "twelve";
                }
            }
            """);
        return SourceLoader.load(folder, InstanceFactoryTest.class.getClassLoader(), place.resolve("caches"));
    }

    @Test
    void findsAClassNextToTheMigrations() throws IOException {
        LoadedSources compiled = sources();
        LoadedSources kept = sources();

        assertThat(compiled.migrations()).isEmpty();
        for (LoadedSources sources : List.of(compiled, kept)) {
            assertThat(((Supplier<?>) instanceOf("beside.Clock", sources)).get())
                    .isEqualTo("twelve");
        }
    }

    @Test
    void findsAClassOnTheClassPath() {
        assertThat(instanceOf(nested("OfTheClassPath"))).isInstanceOf(OfTheClassPath.class);
    }

    @Test
    void reportsMissingClassesWithASuggestion() throws IOException {
        LoadedSources sources = sources();

        assertThatThrownBy(() -> instanceOf("Clock", sources))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("There is no class Clock")
                .hasMessageContaining("Did you mean beside.Clock?")
                .asInstanceOf(InstanceOfAssertFactories.type(SourceException.class))
                .extracting(SourceException::reason)
                .isEqualTo(SourceException.Reason.CLASS_NOT_USABLE);
    }

    @Test
    void reportsUnusableClasses() {
        assertThatThrownBy(() -> instanceOf("java.lang.String"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("does not implement java.util.function.Supplier");
        assertThatThrownBy(() -> instanceOf(nested("WithParameter")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no constructor without parameters");
        assertThatThrownBy(() -> instanceOf(nested("Throwing")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("not today")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> instanceOf(nested("Unloadable")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("Unloadable");
    }

    static final class OfTheClassPath implements Supplier<String> {
        @Override
        public String get() {
            return "";
        }
    }

    static final class WithParameter implements Supplier<String> {
        private final String text;

        WithParameter(String text) {
            this.text = text;
        }

        @Override
        public String get() {
            return text;
        }
    }

    static final class Throwing implements Supplier<String> {
        Throwing() {
            throw new IllegalStateException("not today");
        }

        @Override
        public String get() {
            return "";
        }
    }

    static final class Unloadable implements Supplier<String> {
        private static final String TEXT = String.valueOf(1 / Integer.parseInt("0"));

        @Override
        public String get() {
            return TEXT;
        }
    }
}
