package dev.migrate.spring.boot;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code migrate.*}. Their descriptions are shown by editors.
 *
 * @param enabled Whether to migrate the database, or to check it.
 * @param onStartup Action when the application starts.
 * @param target Revision to which the database is upgraded.
 * @param packages Comma-separated list of packages with migrations. By default, "migrations" below the package of the
 *     application's class.
 * @param datasource connection of the migrations, if it is not the application's
 * @param versionTable Name of the table with the applied revisions.
 * @param lockTimeout Maximum wait while another instance migrates the database.
 * @param tableTimeout Maximum wait of a DDL statement for a table in use.
 * @param connectRetries Maximum number of further attempts to connect if the server cannot be reached.
 * @param gtidTokens Whether each statement gets a global transaction id, which shows its outcome after a crash.
 * @param acceptNewerDatabase Whether to start on a database that a newer version of the application has migrated.
 * @param acceptMultiPrimary Whether all instances connect to the same server of a cluster with several primaries.
 * @param checkEntities What happens if the tables of the entities differ from the entities. Needs JPA with Hibernate.
 * @param dependentBeans Comma-separated list of beans that are created after the migrations, in addition to those that
 *     Spring Boot detects.
 */
@ConfigurationProperties("migrate")
public record MigrateProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("upgrade") OnStartup onStartup,
        @DefaultValue("head") String target,
        @DefaultValue List<String> packages,
        @DefaultValue Datasource datasource,
        @DefaultValue("alembic_version") String versionTable,
        @DefaultValue("60s") Duration lockTimeout,
        @DefaultValue("60s") Duration tableTimeout,
        @DefaultValue("0") int connectRetries,
        @DefaultValue("false") boolean gtidTokens,
        @DefaultValue("true") boolean acceptNewerDatabase,
        @DefaultValue("false") boolean acceptMultiPrimary,
        @DefaultValue("none") CheckEntities checkEntities,
        @DefaultValue List<String> dependentBeans) {

    /** Copies the lists. */
    public MigrateProperties {
        packages = List.copyOf(packages);
        dependentBeans = List.copyOf(dependentBeans);
    }

    /**
     * The properties {@code migrate.datasource.*}.
     *
     * @param url JDBC URL. By default, the application's.
     * @param username User. By default, the application's.
     * @param password Password of the user.
     * @param driverClassName Class of the JDBC driver. By default, derived from the URL.
     */
    public record Datasource(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @Nullable String driverClassName) {

        @Override
        public String toString() {
            return "Datasource[url=" + url + ", username=" + username + "]";
        }
    }
}
