/** The starter for Spring Boot: auto-configuration, properties, an actuator endpoint and a health indicator. */
@NullMarked
package dev.migrate.spring.boot;

import org.jspecify.annotations.NullMarked;
