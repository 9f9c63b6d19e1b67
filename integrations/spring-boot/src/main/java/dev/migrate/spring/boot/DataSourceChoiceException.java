package dev.migrate.spring.boot;

import dev.migrate.error.MigrateException;

/** There is no {@code DataSource} for the migrations, or more than one. Nothing was changed. */
public final class DataSourceChoiceException extends MigrateException {

    private static final String REMEDY =
            "Set migrate.enabled to false if this application does not migrate a database.";

    private DataSourceChoiceException(String problem, String remedy) {
        super(problem, remedy);
    }

    static DataSourceChoiceException none() {
        return new DataSourceChoiceException(
                "There is no DataSource bean, so there is no database to migrate.",
                "Configure spring.datasource.url, or migrate.datasource.url for the migrations only. " + REMEDY);
    }

    static DataSourceChoiceException several(String names) {
        return new DataSourceChoiceException(
                "There are several DataSource beans, and none of them is primary: " + names + ".",
                "Mark the one that the migrations use with @MigrateDataSource, or the main one with @Primary. "
                        + REMEDY);
    }
}
