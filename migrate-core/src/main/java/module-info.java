/**
 * Migrate: database migrations for Java that an application runs itself, MySQL and MariaDB first.
 *
 * <p>Start at {@link dev.migrate.Migrator}; write migrations against {@link dev.migrate.migration.Migration} and
 * {@link dev.migrate.operation.Operations}. Where migrations are loaded from and how they are run is not exported.
 */
@SuppressWarnings("requires-automatic") // Hibernate is no module yet.
module dev.migrate {
    requires java.compiler;
    requires static jdk.compiler;
    requires static jdk.jfr;
    requires transitive java.sql;
    requires static jakarta.persistence;
    requires static java.naming; // a supertype of SessionFactory
    requires static org.hibernate.orm.core;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.migrate;
    exports dev.migrate.provider;
    exports dev.migrate.diff;
    exports dev.migrate.error;
    exports dev.migrate.event;
    exports dev.migrate.jfr;
    exports dev.migrate.journal;
    exports dev.migrate.lint;
    exports dev.migrate.migration;
    exports dev.migrate.model;
    exports dev.migrate.operation;
    exports dev.migrate.plan;
    exports dev.migrate.revision;
    exports dev.migrate.schema;
    exports dev.migrate.source;

    uses dev.migrate.provider.DatabaseProvider;

    provides dev.migrate.provider.DatabaseProvider with
            dev.migrate.internal.mysql.MySqlProvider;
    provides javax.annotation.processing.Processor with
            dev.migrate.internal.load.MigrationIndexer;
}
