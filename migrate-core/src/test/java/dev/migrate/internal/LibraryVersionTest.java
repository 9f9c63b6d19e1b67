package dev.migrate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibraryVersionTest {

    @Test
    void isTheVersionOfTheProject() {
        assertThat(LibraryVersion.read()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-[A-Z0-9]+)?");
    }
}
