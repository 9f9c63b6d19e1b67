package dev.migrate.internal.engine;

import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Set;

/** A database without tables and other objects. Stateless. */
public final class EmptyModel implements Model {

    @Override
    public Schema schema(ModelContext context) {
        return new Schema(
                Encoding.INHERITED, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Otherwise, the model would have the views and other objects that it does not mention. */
    @Override
    public Set<Attribute> unspecifiedAttributes() {
        return Set.of();
    }
}
