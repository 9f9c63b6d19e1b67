package dev.migrate.spring.boot.shop;

import dev.migrate.spring.boot.MigrateAutoConfiguration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application whose context is generated when it is built. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
@ImportAutoConfiguration(MigrateAutoConfiguration.class)
public class GeneratedShop {

    /**
     * Starts the application, and prints whether the names of the migrations were known.
     *
     * @param arguments properties
     */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = SpringApplication.run(GeneratedShop.class, arguments)) {
            System.out.println("Known: " + context.containsBean("dev.migrate.spring.boot.migrations"));
        }
    }

    @Bean
    DataSource dataSource(@Value("${shop.url:}") String url) {
        return new DriverManagerDataSource(url);
    }
}
