package dev.migrate.pairs;

import dev.migrate.pairs.Part.Kind;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** Creates a schema on a server, and removes the parts that the server rejects. */
final class AcceptedSchema {

    private static final int ATTEMPTS = 40;

    private final Statement statement;
    private final SchemaParts earlier;
    private final Random random;
    private String message = "";
    private int rejected;

    /**
     * Creates the procedure.
     *
     * @param statement a statement whose connection uses an empty database
     * @param earlier the schema whose parts replace rejected ones with the same id
     * @param random selects what to remove
     */
    AcceptedSchema(Statement statement, SchemaParts earlier, Random random) {
        this.statement = statement;
        this.earlier = earlier;
        this.random = random;
    }

    SchemaParts create(SchemaParts schema) {
        SchemaParts accepted = schema;
        for (Part part : schema.created()) {
            for (int i = 0; accepted.has(part) && !isCreated(accepted, accepted.get(part.id())); i++) {
                accepted = withoutRejected(accepted, suspect(accepted, accepted.get(part.id()), i));
                rejected++;
            }
        }
        return accepted;
    }

    /** What a script does not specify is kept, so options and partitions do not disappear. */
    private SchemaParts withoutRejected(SchemaParts schema, Part part) {
        boolean isKept = earlier.has(part) && !earlier.get(part.id()).equals(part);
        if (isKept) {
            return schema.with(earlier.get(part.id()), random);
        }
        boolean isNeeded = earlier.has(part) && (part.kind() == Kind.OPTIONS || part.kind() == Kind.PARTITIONS);
        return schema.without(isNeeded ? schema.get(part.table()) : part);
    }

    /** The number of removed parts. */
    int rejected() {
        return rejected;
    }

    private boolean isCreated(SchemaParts schema, Part part) {
        try {
            statement.execute(schema.creation(part));
            return true;
        } catch (SQLException e) {
            message = String.valueOf(e.getMessage());
            return false;
        }
    }

    /** A part of the table, if possible one that the error names. */
    private Part suspect(SchemaParts schema, Part part, int attempts) {
        List<Part> candidates = part.kind() != Kind.TABLE || attempts > ATTEMPTS
                ? List.of()
                : schema.where(
                        each -> each.table().equals(part.id()) && !each.name().equals("`id`"));
        List<Part> named = candidates.stream()
                .filter(each -> each.name().length() > 2 && message.contains(plain(each.name())))
                .toList();
        List<Part> suspects = named.isEmpty() ? candidates : named;
        return suspects.isEmpty() ? part : suspects.get(random.nextInt(suspects.size()));
    }

    private static String plain(String name) {
        return name.substring(name.indexOf('`') + 1, name.length() - 1).replace("``", "`");
    }
}
