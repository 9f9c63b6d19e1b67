package dev.migrate.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Names made of a prefix, the table and the columns: {@code ix_table_columns}, {@code uq_table_columns},
 * {@code fk_table_columns_referenced} and {@code ck_table_hash}. Longer names are cut to 64 characters, the limit of
 * the servers, and end in a hash of the full name.
 */
public final class DefaultNames implements NamingConvention {

    private static final int LONGEST = 64;
    private static final int HASH = 8;

    /** Creates the convention; it has no state. */
    public DefaultNames() {}

    @Override
    public String index(String table, List<String> columns) {
        return cut("ix_" + table + "_" + String.join("_", columns));
    }

    @Override
    public String uniqueConstraint(String table, List<String> columns) {
        return cut("uq_" + table + "_" + String.join("_", columns));
    }

    @Override
    public String foreignKey(String table, List<String> columns, String referencedTable) {
        return cut("fk_" + table + "_" + String.join("_", columns) + "_" + referencedTable);
    }

    /** The condition itself would not make a name. */
    @Override
    public String check(String table, String expression) {
        return cut("ck_" + table + "_" + hash(expression.strip()));
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = LONGEST - HASH - 1;
        boolean splitsPair = Character.isHighSurrogate(name.charAt(end - 1));
        return name.substring(0, splitsPair ? end - 1 : end) + "_" + hash(name);
    }

    private static String hash(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
