package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.internal.EncodedText;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Schema;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The target schema of an application. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface Model {

    /**
     * Returns the target schema for a server.
     *
     * @param context the server
     * @return the schema; it need not be in canonical form
     * @throws dev.migrate.error.MigrateException if the model is invalid
     */
    Schema schema(ModelContext context);

    /**
     * Returns the rows that must exist before the application uses its tables. A comparison adds them to the tables that
     * it creates and to empty ones; other rows are not compared.
     *
     * @param context the server
     * @return the rows, in the order in which they are inserted; none by default
     * @throws dev.migrate.error.MigrateException if the model is invalid
     */
    default List<InitialRow> initialRows(ModelContext context) {
        return List.of();
    }

    /**
     * Returns the attributes that this kind of model may omit. An omitted attribute of this kind keeps its value in the
     * database; a specified one is applied.
     *
     * @return the attributes; by default those that the server fills in
     */
    default Set<Attribute> unspecifiedAttributes() {
        return Attribute.FILLED_IN_BY_THE_SERVER;
    }

    /**
     * Returns whether the columns of the model have an order. If they have, and it is not the one of the database, a
     * comparison mentions it.
     *
     * @return true by default
     */
    default boolean ordersColumns() {
        return true;
    }

    /**
     * Creates a model of a schema that was built in code.
     *
     * @param schema the schema
     * @return the model
     */
    static Model of(Schema schema) {
        Objects.requireNonNull(schema, "schema");
        return context -> schema;
    }

    /**
     * Creates a model of the schema that a script creates in an empty database: CREATE statements, or a dump without
     * data. The server executes it in a scratch database, which is dropped afterwards; the user must be allowed to
     * create databases.
     *
     * @param file the script, encoded in UTF-8; it is read each time the schema is requested
     * @return the model
     */
    static Model ofScript(Path file) {
        return ofScript(file, StandardCharsets.UTF_8);
    }

    /**
     * Creates a model of the schema that a script creates in an empty database, like {@link #ofScript(Path)}. The encoding
     * is that of the file, whatever the script itself sets with {@code SET NAMES}.
     *
     * @param file the script; it is read each time the schema is requested
     * @param charset the encoding of the script
     * @return the model
     */
    static Model ofScript(Path file, Charset charset) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(charset, "charset");
        return context -> {
            try {
                return context.schemaAfter(file.toString(), EncodedText.decode(Files.readAllBytes(file), charset));
            } catch (CharConversionException e) {
                throw new SchemaException(
                        SchemaException.Reason.SCRIPT_NOT_READABLE,
                        "The script " + file + " cannot be read: " + e.getMessage() + ".",
                        "Specify its encoding: Model.ofScript(file, charset), or --schema-encoding on the command line.",
                        e);
            } catch (IOException e) {
                throw new SchemaException(
                        SchemaException.Reason.SCRIPT_NOT_READABLE,
                        "The script " + file + " cannot be read: " + e + ".",
                        "Check the path, which is relative to the working directory.",
                        e);
            }
        };
    }
}
