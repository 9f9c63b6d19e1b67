package dev.migrate;

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
 * @param classNames the simple names of the classes of the migrations
 * @param folders the folders of their sources
 * @param model the model of the target schema, or null
 * @param included the objects to compare
 */
record AuthoringSettings(
        List<String> classNames,
        List<Path> folders,
        @Nullable Model model,
        BiPredicate<ObjectKind, String> included) {

    AuthoringSettings {
        classNames = List.copyOf(classNames);
        folders = List.copyOf(folders);
    }
}
