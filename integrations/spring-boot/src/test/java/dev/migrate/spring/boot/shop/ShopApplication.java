package dev.migrate.spring.boot.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose migrations are in the package {@code migrations} below its own. */
@SpringBootApplication
public class ShopApplication {}
