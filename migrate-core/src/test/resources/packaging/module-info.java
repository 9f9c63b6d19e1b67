module shop {
    requires dev.migrate;
    requires jakarta.persistence;
    requires static spring.boot.devtools;

    opens shop.entities;
    opens shop.migrations to
            dev.migrate;
    opens shop.migrations.later to
            dev.migrate;
}
