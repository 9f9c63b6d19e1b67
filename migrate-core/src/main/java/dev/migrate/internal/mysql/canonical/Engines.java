package dev.migrate.internal.mysql.canonical;

import java.util.List;

/** The names of storage engines as the servers write them. They are case-insensitive in DDL. */
final class Engines {

    private static final List<String> NAMES = List.of(
            "InnoDB",
            "MyISAM",
            "MEMORY",
            "ARCHIVE",
            "CSV",
            "BLACKHOLE",
            "MRG_MyISAM",
            "FEDERATED",
            "ndbcluster",
            "Aria",
            "SEQUENCE",
            "CONNECT",
            "SPIDER",
            "ROCKSDB",
            "Mroonga",
            "S3",
            "Columnstore");

    private Engines() {}

    static String named(String engine) {
        if (engine.equalsIgnoreCase("HEAP")) {
            return "MEMORY";
        }
        return NAMES.stream().filter(engine::equalsIgnoreCase).findFirst().orElse(engine);
    }
}
