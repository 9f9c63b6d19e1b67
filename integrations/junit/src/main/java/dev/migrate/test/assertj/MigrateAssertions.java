package dev.migrate.test.assertj;

import dev.migrate.Migrator;
import dev.migrate.schema.Schema;

/**
 * The entry points of the assertions, to be imported statically along with those of AssertJ.
 *
 * <pre>{@code
 * assertThat(database.schema()).hasTable("users").column("email").isNotNullable();
 * assertThat(migrator).isAtHead();
 * }</pre>
 */
public final class MigrateAssertions {

    private MigrateAssertions() {}

    /**
     * Begins assertions about a schema, for instance that of {@link dev.migrate.test.TestDatabase#schema()}.
     *
     * @param actual the schema
     * @return the assertions
     */
    public static SchemaAssert assertThat(Schema actual) {
        return new SchemaAssert(actual);
    }

    /**
     * Begins assertions about the database of a migrator.
     *
     * @param actual the migrator; each assertion reads the database
     * @return the assertions
     */
    public static MigratorAssert assertThat(Migrator actual) {
        return new MigratorAssert(actual);
    }
}
