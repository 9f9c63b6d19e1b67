package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Map;

/** The goals, in real builds, with Maven 3 and Maven 4. */
class MavenPluginIT {

    /** Encrypted in the settings.xml of the project. */
    private static final String PASSWORD = "Correct&Horse 1";

    @DatabaseTest(one = true)
    void modulesAreUpgradedInParallelBeforeAndAfterTheyAreCompiled(TestDatabase database) {
        for (String version : MavenRun.versions()) {
            String other = database.name() + "_other";
            database.execute("DROP DATABASE IF EXISTS " + other, "CREATE DATABASE " + other);
            Login login = Login.create(database, version, "secret-of-tables");
            try {
                MavenRun run = MavenRun.of(
                        version,
                        "reactor",
                        Map.of(
                                "TABLES_URL", login.url(),
                                "TABLES_USER", login.user(),
                                "TABLES_PASSWORD", "secret-of-tables",
                                "CLASSES_URL", database.url().replace(database.name(), other)),
                        "-T2",
                        "process-classes");

                assertThat(run.output())
                        .contains("Skipped: reactor has no migrate.properties")
                        .contains("Upgraded <base> -> 001, orders")
                        .contains("Upgraded <base> -> 001, invoices")
                        // The log of a migration is that of Maven.
                        .contains("Creating invoices")
                        .contains("BUILD SUCCESS")
                        .doesNotContain("secret-of-tables", "SLF4J");
                assertThat(run.exitCode()).isZero();
                assertThat(firstLine(run, "upgrade (schema) @ tables"))
                        .isLessThan(firstLine(run, "@ tables", "compile"));
                assertThat(firstLine(run, "upgrade (schema) @ classes"))
                        .isGreaterThan(firstLine(run, "@ classes", "compile"));
                assertThat(database.tables()).contains("orders").doesNotContain("invoices");
                assertThat(database.column("SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                                + other + "'"))
                        .contains("invoices")
                        .doesNotContain("orders");
            } finally {
                login.drop(database);
                database.execute("DROP DATABASE " + other, "DROP TABLE IF EXISTS orders, alembic_version");
                database.execute("DROP TABLE IF EXISTS alembic_version_journal");
            }
        }
    }

    @DatabaseTest(one = true)
    void goalsUseTheEncryptedPasswordOfAServer(TestDatabase database) {
        for (String version : MavenRun.versions()) {
            Login login = Login.create(database, version, PASSWORD);
            try {
                MavenRun pending = sql(version, login, "shop", "migrate:plan", "migrate:check");

                assertThat(pending.output()).contains("CREATE TABLE customer").contains("BUILD FAILURE");
                assertThat(pending.output()).contains("migrate check: see its report above.");

                MavenRun all = sql(
                        version,
                        login,
                        "shop",
                        "migrate:upgrade",
                        "migrate:current",
                        "migrate:history",
                        "migrate:lint",
                        "migrate:verify",
                        "migrate:check",
                        "migrate:downgrade@back",
                        "migrate:stamp@again",
                        "migrate:revision@next",
                        "migrate:help");

                assertThat(all.output())
                        .contains("Upgraded <base> -> 001, customers")
                        .contains("001 (head)")
                        .contains("Verified 001, customers")
                        .contains("BUILD SUCCESS")
                        .contains("_orders.sql")
                        .contains("migrate:downgrade");
                assertThat(all.exitCode()).isZero();
                assertThat(database.tables()).doesNotContain("customer");
                assertThat(database.column("SELECT version_num FROM alembic_version"))
                        .containsExactly("001");

                database.execute("DROP TABLE alembic_version, alembic_version_journal");
                assertThat(pending.output() + all.output()).doesNotContain(PASSWORD);
            } finally {
                login.drop(database);
            }
        }
    }

    @DatabaseTest(one = true)
    void failuresHaveTheMessageOfTheLibraryWithoutThePassword(TestDatabase database) {
        String version = MavenRun.versions().get(1);
        Login login = Login.create(database, version, PASSWORD);
        try {
            MavenRun run = sql(version, login, "wrong", "migrate:upgrade");

            assertThat(run.exitCode()).isNotZero();
            assertThat(run.output())
                    .containsPattern("\\[ERROR] Failed to execute goal .*:upgrade .*Access denied")
                    .contains("Next: ")
                    .doesNotContain("of-somebody-else", "Internal error");
        } finally {
            login.drop(database);
        }
    }

    @DatabaseTest(one = true)
    void nothingRunsIfItIsSkipped(TestDatabase database) {
        Login login = new Login("nobody", database.url());

        MavenRun run = sql(MavenRun.versions().get(0), login, "wrong", "migrate:upgrade", "-Dmigrate.skip");

        assertThat(run.output()).contains("[INFO] Skipped.").contains("BUILD SUCCESS");
        assertThat(database.tables()).isEmpty();
    }

    private static MavenRun sql(String version, Login login, String serverId, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "--settings=settings.xml";
        all[1] = "-Dsettings.security=settings-security.xml";
        all[2] = "-Dmigrate.serverId=" + serverId;
        all[3] = "-Dmigrate.url=" + login.url();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return MavenRun.of(version, "sql", Map.of("SHOP_USER", login.user()), all);
    }

    /** The number of the first line that contains all of the texts. */
    private static int firstLine(MavenRun run, String... texts) {
        List<String> lines = run.output().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (List.of(texts).stream().allMatch(lines.get(i)::contains)) {
                return i;
            }
        }
        throw new AssertionError("No line contains " + List.of(texts) + ": " + run.output());
    }

    /** A user of a database, whose URL contains neither the user nor the password. */
    private record Login(String user, String url) {

        static Login create(TestDatabase database, String version, String password) {
            Login login = new Login(
                    "u" + Integer.toHexString((database.name() + version).hashCode()),
                    database.url().replaceAll("(?<=[?&])(user|password)=[^&]*&?", "")
                            + "&allowPublicKeyRetrieval=true");
            database.execute(
                    "CREATE USER " + login.user + "@'%' IDENTIFIED BY '" + password + "'",
                    "GRANT ALL ON *.* TO " + login.user + "@'%'");
            return login;
        }

        void drop(TestDatabase database) {
            database.execute("DROP USER " + user + "@'%'");
        }
    }
}
