package dev.migrate.spring.boot;

import dev.migrate.testing.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

/** The auto-configurations of Spring Boot 3.5 and 4, whose names differ. */
final class BootTypes {

    private BootTypes() {}

    /** A runner for an application with a database, JPA, and the starter. */
    static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        type("jdbc.autoconfigure.DataSourceAutoConfiguration", "jdbc.DataSourceAutoConfiguration"),
                        type("jdbc.autoconfigure.JdbcTemplateAutoConfiguration", "jdbc.JdbcTemplateAutoConfiguration"),
                        type(
                                "jdbc.autoconfigure.DataSourceInitializationAutoConfiguration",
                                "sql.init.SqlInitializationAutoConfiguration"),
                        MigrateAutoConfiguration.class));
    }

    static Class<?> jpa() {
        return type("hibernate.autoconfigure.HibernateJpaAutoConfiguration", "orm.jpa.HibernateJpaAutoConfiguration");
    }

    static Class<?> jooq() {
        return type("jooq.autoconfigure.JooqAutoConfiguration", "jooq.JooqAutoConfiguration");
    }

    /** The URL of a database for Hibernate: with Connector/J, MariaDB 11 rejects its query for the metadata. */
    static String urlForHibernate(TestDatabase database) {
        return database.server().isMariaDb() ? database.mariaDbUrl() : database.url();
    }

    private static Class<?> type(String inBoot4, String inBoot3) {
        String inLine = "org.springframework.boot." + inBoot4;
        return ClassUtils.isPresent(inLine, BootTypes.class.getClassLoader())
                ? ClassUtils.resolveClassName(inLine, BootTypes.class.getClassLoader())
                : ClassUtils.resolveClassName(
                        "org.springframework.boot.autoconfigure." + inBoot3, BootTypes.class.getClassLoader());
    }
}
