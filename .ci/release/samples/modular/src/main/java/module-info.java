/** A module without entities, which needs neither Hibernate nor Jakarta Persistence. */
module com.example.modular {
    requires dev.migrate;

    opens com.example.modular.migrations to dev.migrate;
}
