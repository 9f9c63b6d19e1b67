package dev.migrate.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Alembic project with the revisions of {@link LinearMigrations}: for a database that these have brought up to date,
 * Alembic has nothing to do either. Immutable.
 *
 * @param command what calls Alembic
 * @param folder where the project is
 * @param url the database, as SQLAlchemy names it
 */
record AlembicProject(List<String> command, Path folder, String url) {

    /** The command that calls Alembic, for instance {@code python3 -m alembic}; it needs PyMySQL. */
    private static final String COMMAND_VARIABLE = "MIGRATE_BENCHMARK_ALEMBIC";

    static final String URL_VARIABLE = "ALEMBIC_URL";

    private static final String ENVIRONMENT = """
            import os
            from alembic import context
            from sqlalchemy import create_engine

            with create_engine(os.environ["%s"]).connect() as connection:
                context.configure(connection=connection)
                with context.begin_transaction():
                    context.run_migrations()
            """.formatted(URL_VARIABLE);

    private static final String REVISION = """
            \"""step %d\"""
            from alembic import op

            revision = '%s'
            down_revision = %s


            def upgrade():
                op.execute("INSERT INTO filled VALUES (%d)")


            def downgrade():
                pass
            """;

    /** Writes it, if there is an Alembic to be compared with. */
    static Optional<AlembicProject> of(BenchmarkServer server, int size) throws IOException {
        String command = System.getenv(COMMAND_VARIABLE);
        if (command == null) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("migrate-benchmark");
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s\n");
        Files.writeString(folder.resolve("env.py"), ENVIRONMENT);
        Path versions = Files.createDirectory(folder.resolve("versions"));
        for (int i = 0; i < size; i++) {
            String parent = i == 0 ? "None" : "'" + LinearMigrations.id(i - 1) + "'";
            Files.writeString(
                    versions.resolve(LinearMigrations.id(i) + ".py"),
                    REVISION.formatted(i, LinearMigrations.id(i), parent, i));
        }
        return Optional.of(new AlembicProject(List.of(command.split(" ", -1)), folder, url(server.url())));
    }

    private static String url(String jdbc) {
        Matcher parts = Pattern.compile("jdbc:\\w+://([^?]+)\\?(?:.*&)?user=([^&]*)(?:.*&password=([^&]*))?.*")
                .matcher(jdbc);
        if (!parts.matches()) {
            throw new IllegalStateException("There is no user in the URL.");
        }
        String password = parts.group(3) == null ? "" : ":" + parts.group(3);
        return "mysql+pymysql://" + parts.group(2) + password + "@" + parts.group(1);
    }

    List<String> upgrade() {
        List<String> upgrade = new ArrayList<>(command);
        upgrade.addAll(List.of("-c", folder.resolve("alembic.ini").toString(), "upgrade", "head"));
        return upgrade;
    }
}
