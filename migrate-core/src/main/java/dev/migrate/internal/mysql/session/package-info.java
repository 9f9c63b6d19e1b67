/**
 * The session roles of the provider for MySQL and MariaDB: settings, lock, version table and journal, effect probe,
 * error codes and progress.
 */
@NullMarked
package dev.migrate.internal.mysql.session;

import org.jspecify.annotations.NullMarked;
