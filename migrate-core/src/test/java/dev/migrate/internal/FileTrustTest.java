package dev.migrate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can change a file. Only the administrator can give files away, and so run two of the tests. */
class FileTrustTest {

    /** Neither the user nor the group of the tests. */
    private static final int SOMEBODY = 65534;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        file = Files.createFile(folder.resolve("file"));
    }

    private void allow(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void assumeAdministrator() {
        assumeTrue(System.getProperty("user.name").equals("root"));
    }

    @Test
    void theUserMayChangeIt() throws IOException {
        allow("rwxr-xr-x");

        assertThat(FileTrust.objection(file)).isEmpty();
        assertThat(FileTrust.objection(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void theAdministratorMayChangeIt() throws IOException {
        assertThat(FileTrust.objection(Path.of("/"))).isEmpty();
    }

    @Test
    void everyUserMayNotChangeIt() throws IOException {
        allow("rw-rw-rw-");

        assertThat(FileTrust.objection(file)).contains("every user can write to " + file);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(FileTrust.objection(link)).contains("every user can write to " + link);
    }

    @Test
    void anotherUserMayNotChangeIt() throws IOException {
        assumeAdministrator();
        Files.setAttribute(file, "unix:uid", SOMEBODY);

        assertThat(FileTrust.objection(file))
                .contains(file + " belongs to the user " + Files.getOwner(file).getName());
    }

    @Test
    void onlyTheGroupOfTheUserMayChangeIt() throws IOException {
        assumeAdministrator();
        allow("rw-rw-r--");
        assertThat(FileTrust.objection(file)).isEmpty();

        Files.setAttribute(file, "unix:gid", SOMEBODY);
        assertThat(FileTrust.objection(file)).get().asString().matches("the group \\w+ can write to " + file);
        allow("rw-r--r--");
        assertThat(FileTrust.objection(file)).isEmpty();
    }

    @Test
    void findsFilesThatEveryUserCanRead() throws IOException {
        allow("rw-r-----");
        assertThat(FileTrust.isReadableByAll(file)).isFalse();

        allow("rw-r--r--");
        assertThat(FileTrust.isReadableByAll(file)).isTrue();
    }
}
