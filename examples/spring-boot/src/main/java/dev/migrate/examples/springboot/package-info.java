/** A library that lends books: a Spring Boot application whose schema is migrated when it starts. */
@NullMarked
package dev.migrate.examples.springboot;

import org.jspecify.annotations.NullMarked;
