package com.example.boot;

import java.util.List;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;

/** Prints the revision of its database. */
@SpringBootApplication
public class Application implements CommandLineRunner {

    private final JdbcTemplate template;

    public Application(JdbcTemplate template) {
        this.template = template;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @Override
    public void run(String... arguments) {
        List<String> revisions = template.queryForList("SELECT version_num FROM alembic_version", String.class);
        System.out.println("Applied " + String.join(", ", revisions));
    }
}
