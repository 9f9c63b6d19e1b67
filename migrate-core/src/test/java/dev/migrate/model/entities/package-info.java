/** Entities with every feature of tables in JPA and Hibernate. */
package dev.migrate.model.entities;
