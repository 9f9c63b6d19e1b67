package dev.migrate.schema;

import java.util.Locale;

/** The kinds of objects that a comparison can exclude. */
public enum ObjectKind {
    /** A table with its columns, keys and triggers. */
    TABLE,
    /** A view. */
    VIEW,
    /** A trigger; the triggers of an excluded table are excluded as well. */
    TRIGGER,
    /** A procedure or a function. */
    ROUTINE,
    /** An event. */
    EVENT,
    /** A sequence. */
    SEQUENCE;

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
