package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;

/** Functions for lists of key parts. */
final class Keys {

    private Keys() {}

    static List<String> columns(List<KeyPart> parts) {
        List<String> columns = new ArrayList<>();
        for (KeyPart part : parts) {
            if (part instanceof KeyPart.OfColumn column) {
                columns.add(column.name());
            }
        }
        return List.copyOf(columns);
    }
}
