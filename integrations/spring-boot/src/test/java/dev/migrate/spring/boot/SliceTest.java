package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.spring.boot.shop.Customer;
import dev.migrate.spring.boot.shop.ShopApplication;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;

/** Test slices of Spring Boot 4 migrate the database before the test. */
class SliceTest {

    private static String url = "";

    @JdbcTest
    @ContextConfiguration(classes = ShopApplication.class)
    static class JdbcSlice {
        @Autowired
        @Nullable
        JdbcTemplate jdbc;

        @DynamicPropertySource
        static void properties(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", () -> url);
        }
    }

    @DataJpaTest
    @ContextConfiguration(classes = ShopApplication.class)
    static class JpaSlice {
        @Autowired
        @Nullable
        EntityManager entities;

        @DynamicPropertySource
        static void properties(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", () -> url);
        }
    }

    @JdbcTest
    @ContextConfiguration(classes = ShopApplication.class)
    static class ReplacedDatabase {}

    private static <T> T prepared(T test) throws Exception {
        TestContextManager manager = new TestContextManager(test.getClass());
        manager.prepareTestInstance(test);
        return test;
    }

    @DatabaseTest(one = true)
    void jdbcTest(TestDatabase database) throws Exception {
        url = database.url();
        JdbcTemplate jdbc = Objects.requireNonNull(prepared(new JdbcSlice()).jdbc);

        jdbc.update("INSERT INTO customers (name, email) VALUES ('Ada', 'ada@example.com')");

        assertThat(jdbc.queryForList("SELECT name FROM customers", String.class))
                .containsExactly("Ada");
    }

    @DatabaseTest(one = true)
    void dataJpaTest(TestDatabase database) throws Exception {
        url = BootTypes.urlForHibernate(database);
        EntityManager entities = Objects.requireNonNull(prepared(new JpaSlice()).entities);

        assertThat(entities.createQuery("FROM Customer", Customer.class).getResultList())
                .isEmpty();
        assertThat(database.tables()).containsExactly("alembic_version", "customers");
    }

    @Test
    void aReplacedDatabaseIsExplained() {
        assertThatThrownBy(() -> prepared(new ReplacedDatabase())).rootCause().hasMessageContaining("H2");
    }
}
