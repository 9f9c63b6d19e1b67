package dev.migrate.examples.emotionalchat;

import dev.migrate.test.MigrationTests;

/** The migrations and the entities that migrate.properties names are correct. */
class MigrationsTest implements MigrationTests {}
