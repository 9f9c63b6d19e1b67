package dev.migrate.schema;

import java.util.List;

/** What the parts of a key have in common. */
final class Keys {

    private Keys() {}

    static List<String> columns(List<KeyPart> parts) {
        return parts.stream()
                .filter(KeyPart.OfColumn.class::isInstance)
                .map(part -> ((KeyPart.OfColumn) part).name())
                .toList();
    }
}
