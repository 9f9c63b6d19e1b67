package dev.migrate.internal.mysql.canonical;

import dev.migrate.internal.mysql.parse.DefaultReader;
import dev.migrate.internal.mysql.sql.ExpressionText;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generation;
import dev.migrate.schema.StringType;
import dev.migrate.schema.TextType;

/** The rules for columns. */
final class ColumnRules {

    private static final String BINARY = "binary";

    private ColumnRules() {}

    /** {@code VARCHAR(5) CHARACTER SET binary} is {@code VARBINARY(5)}, and so on; the servers rewrite it. */
    static Column convertBinaryCharacterSet(ServerFacts facts, String inherited, Column column) {
        if (!(column.type() instanceof CharacterType type)
                || !facts.collationOf(type.encoding(), inherited).equals(BINARY)) {
            return column;
        }
        if (type instanceof StringType string) {
            BinaryType.Kind kind =
                    string.kind() == StringType.Kind.CHAR ? BinaryType.Kind.BINARY : BinaryType.Kind.VARBINARY;
            return column.toBuilder()
                    .type(new BinaryType(kind, string.length()))
                    .build();
        }
        if (type instanceof TextType text) {
            BlobType.Kind kind = BlobType.Kind.valueOf(text.kind().name().replace("TEXT", "BLOB"));
            return column.toBuilder().type(new BlobType(kind)).build();
        }
        return column;
    }

    /** Drops an encoding that the column inherits anyway. */
    static Column omitInheritedEncoding(ServerFacts facts, String inherited, Column column) {
        if (!(column.type() instanceof CharacterType type)) {
            return column;
        }
        ColumnType simple = type.encoding(facts.shortest(facts.collationOf(type.encoding(), inherited), inherited));
        return simple.equals(type) ? column : column.toBuilder().type(simple).build();
    }

    /**
     * Drops parentheses around an expression and the introducer of the session's character set, which have no meaning.
     */
    static Column unwrapExpressions(ServerFacts facts, String inherited, Column column) {
        Generation generation = column.generation();
        String check = column.check();
        if (generation == null && check == null) {
            return column;
        }
        return column.withGeneration(
                        generation == null
                                ? null
                                : generation.withExpression(ExpressionText.plain(generation.expression())))
                .withCheck(check == null ? null : ExpressionText.plain(check));
    }

    /** {@code DEFAULT ('a')} is {@code DEFAULT 'a'} on most servers. */
    static Column convertConstantExpression(ServerFacts facts, String inherited, Column column) {
        if (!(column.defaultValue() instanceof DefaultValue.Expression expression)) {
            return column;
        }
        return column.withDefaultValue(DefaultReader.ofExpression(facts.server(), column.type(), expression.sql()));
    }
}
