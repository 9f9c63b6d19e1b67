/** Entities that have everything in them that JPA and Hibernate can say of a table. */
package dev.migrate.model.entities;
