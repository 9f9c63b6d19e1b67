package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** Says which schema an application wants. Implementations are immutable and may be used by several threads. */
@FunctionalInterface
public interface Model {

    /**
     * Says which schema is wanted on a server.
     *
     * @param context what the server is, and what it can be asked
     * @return the schema; it need not be in canonical form
     * @throws dev.migrate.error.MigrateException if the model is broken
     */
    Schema schema(ModelContext context);

    /**
     * Names what a model of this kind does not speak about in each place. Where it says nothing of such an attribute, the
     * database is right, whatever it has; where it does say something, that is wanted.
     *
     * @return the attributes; by default those that the server fills in by itself
     */
    default Set<Attribute> unspecifiedAttributes() {
        return Attribute.FILLED_IN_BY_THE_SERVER;
    }

    /**
     * A schema that was built in code.
     *
     * @param schema the schema
     * @return the model
     */
    static Model of(Schema schema) {
        Objects.requireNonNull(schema, "schema");
        return context -> schema;
    }

    /**
     * The schema that a script creates in an empty database: CREATE statements, or a dump without data. The server runs it
     * in a scratch database, which is dropped at once; the user must be allowed to create it.
     *
     * @param file the script, encoded in UTF-8; it is read each time that the schema is asked for
     * @return the model
     */
    static Model ofScript(Path file) {
        Objects.requireNonNull(file, "file");
        return context -> {
            try {
                return context.schemaAfter(file.toString(), Files.readString(file));
            } catch (IOException e) {
                throw new SchemaException(
                        SchemaException.Reason.SCRIPT_NOT_READABLE,
                        "The script " + file + " cannot be read: " + e + ".",
                        "Check the path, which is relative to the working directory, and that the file is encoded in"
                                + " UTF-8.",
                        e);
            }
        };
    }
}
