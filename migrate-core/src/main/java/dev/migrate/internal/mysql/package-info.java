/** The dialect of MySQL 5.7 to 9.x and MariaDB 10.2 to 11.x. */
@NullMarked
package dev.migrate.internal.mysql;

import org.jspecify.annotations.NullMarked;
