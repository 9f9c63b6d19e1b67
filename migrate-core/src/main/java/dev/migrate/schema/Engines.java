package dev.migrate.schema;

import java.util.List;

/** The storage engines by the names that the servers themselves write; how a migration writes them is no difference. */
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
