package dev.migrate.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The entry point of the application, which lends books. Its schema is at head when it has started. */
@SpringBootApplication
public class LibraryApplication {

    /** Creates the application; called by Spring. */
    public LibraryApplication() {}

    /**
     * Runs the application.
     *
     * @param arguments properties of Spring, for instance {@code --spring.datasource.url=jdbc:mysql://...}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(LibraryApplication.class, arguments);
    }
}
