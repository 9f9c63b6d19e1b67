package dev.migrate;

import dev.migrate.internal.load.MigrationSet;
import dev.migrate.model.Model;
import dev.migrate.schema.ObjectKind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an {@link Authoring}, which is created on first use, so that an upgrade does not load the classes for
 * development. Immutable.
 *
 * @param migrations the migrations
 * @param folders the folders of their sources
 * @param model the model of the target schema, or null
 * @param included the objects to compare
 */
record AuthoringSettings(
        MigrationSet migrations,
        List<Path> folders,
        @Nullable Model model,
        BiPredicate<ObjectKind, String> included) {

    /** Copies the list. */
    AuthoringSettings {
        folders = List.copyOf(folders);
    }
}
