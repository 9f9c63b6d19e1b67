/**
 * An application without entities, which needs neither Hibernate nor Jakarta Persistence. It is started with the class path
 * and with the module path.
 */
module com.example.plain {
    requires dev.migrate;

    opens com.example.plain.migrations to dev.migrate;
}
