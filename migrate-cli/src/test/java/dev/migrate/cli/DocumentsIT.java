package dev.migrate.cli;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.documents.DocumentRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents are correct: each is executed literally, and its translation contains the same commands. */
class DocumentsIT {

    private static final Path DOCUMENTS = Path.of("..", "docs");

    @TempDir
    private Path folder;

    private void follow(String document, TestDatabase database) throws IOException {
        String url = database.url();
        int parameters = url.indexOf('?');
        // A database that does not exist yet: a document may create it.
        String missing = database.name() + "_shop";
        try {
            new DocumentRunner(Files.createDirectory(folder.resolve("home")))
                    .withProgram(Path.of("target", "migrate"))
                    .where(
                            "jdbc:mysql://localhost:3306/shop",
                            url.substring(0, parameters).replace(database.name(), missing)
                                    + withoutAccount(url.substring(parameters)))
                    .where("MIGRATE_USER=shop", "MIGRATE_USER=" + parameter(url, "user"))
                    .where("MIGRATE_PASSWORD=secret", "MIGRATE_PASSWORD=" + parameter(url, "password"))
                    .printing(missing, "shop")
                    .follow(DOCUMENTS.resolve(document));
        } finally {
            database.execute("DROP DATABASE IF EXISTS " + missing);
        }
    }

    private static String parameter(String url, String name) {
        for (String parameter : url.substring(url.indexOf('?') + 1).split("&", -1)) {
            if (parameter.startsWith(name + "=")) {
                return parameter.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static String withoutAccount(String parameters) {
        return parameters.replaceAll("(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
    }

    @DatabaseTest(one = true)
    void theGuide(TestDatabase database) throws IOException {
        follow("guide.md", database);
    }

    @DatabaseTest(one = true)
    void theQuickReference(TestDatabase database) throws IOException {
        follow("quick-reference.md", database);
    }

    @DatabaseTest(one = true)
    void theProjectPage(TestDatabase database) throws IOException {
        follow("DATABASE_MIGRATION_README.md", database);
    }

    @DatabaseTest(one = true)
    void theWorkedExamples(TestDatabase database) throws IOException {
        follow("worked-examples.md", database);
    }

    @DatabaseTest(one = true)
    void theGitignorePage(TestDatabase database) throws IOException {
        follow("gitignore.md", database);
    }

    @DatabaseTest(one = true)
    void offlineScripts(TestDatabase database) throws IOException {
        follow("offline-sql.md", database);
    }

    @DatabaseTest(one = true)
    void theAlembicPage(TestDatabase database) throws IOException {
        follow("coming-from-alembic.md", database);
    }

    @DatabaseTest(one = true)
    void theFlywayPage(TestDatabase database) throws IOException {
        follow("coming-from-flyway.md", database);
    }

    @DatabaseTest(one = true)
    void theLiquibasePage(TestDatabase database) throws IOException {
        follow("coming-from-liquibase.md", database);
    }

    @DatabaseTest(one = true)
    void severalHistories(TestDatabase database) throws IOException {
        follow("several-histories.md", database);
    }

    @DatabaseTest(one = true)
    void thePageAboutSql(TestDatabase database) throws IOException {
        follow("sql-migrations.md", database);
    }

    @Test
    void theTranslationsShowTheSame() throws IOException {
        compare("guide.md", "数据库版本管理.md");
        compare("quick-reference.md", "数据库迁移快速参考.md");
        compare("DATABASE_MIGRATION_README.md", "DATABASE_MIGRATION_README.md");
        compare("worked-examples.md", "数据库迁移示例.md");
        compare("gitignore.md", "gitignore_数据库迁移.md");
    }

    private static void compare(String original, String translation) throws IOException {
        DocumentRunner.compare(
                DOCUMENTS.resolve(original), DOCUMENTS.resolve("zh").resolve(translation));
    }
}
