package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.provider.DefinitionParser.ColumnDefinition;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.TableOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;

/** The contract of {@link DefinitionParser}. */
public abstract class DefinitionParserContract extends ProviderContract {

    @DatabaseTest
    void parsesColumns(TestDatabase database) {
        ColumnDefinition plain = parser(database).column("a", "INTEGER");
        ColumnDefinition unique = parser(database).column("b", "VARCHAR(20) DEFAULT 'it''s' NOT NULL UNIQUE");

        Column a = new ColumnBuilder("a", ColumnType.integer()).build();
        assertThat(plain).isEqualTo(new ColumnDefinition(a, false));
        Column b = new ColumnBuilder("b", ColumnType.varchar(20))
                .defaultValue("it's")
                .notNull()
                .build();
        assertThat(unique).isEqualTo(new ColumnDefinition(b, true));
    }

    @DatabaseTest
    void rejectsInvalidColumns(TestDatabase database) {
        assertThatThrownBy(() -> parser(database).column("a", "INTEGER ( NOT"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void removesTheQuotesThatTheRendererWrites(TestDatabase database) {
        for (String name : List.of("plain", "with space", "it's `a` \"name\"")) {
            assertThat(parser(database).name(renderer(database).quote(name))).isEqualTo(name);
        }
        assertThat(parser(database).name("plain")).isEqualTo("plain");
    }

    @DatabaseTest
    void parsesForeignKeysAndTheirRules(TestDatabase database) {
        ForeignKey key = parser(database).foreignKey("fk", "FOREIGN KEY (a, b) REFERENCES t (c, d) ON DELETE CASCADE");

        assertThat(key)
                .isEqualTo(new ForeignKey(
                        "fk",
                        List.of("a", "b"),
                        null,
                        "t",
                        List.of("c", "d"),
                        ForeignKey.Rule.CASCADE,
                        ForeignKey.Rule.RESTRICT));
        assertThat(parser(database).onDelete("ON UPDATE SET NULL ON DELETE CASCADE"))
                .isEqualTo(ForeignKey.Rule.CASCADE);
        assertThat(parser(database).onUpdate("ON UPDATE SET NULL ON DELETE CASCADE"))
                .isEqualTo(ForeignKey.Rule.SET_NULL);
        assertThat(parser(database).onUpdate("")).isEqualTo(ForeignKey.Rule.RESTRICT);
    }

    @DatabaseTest
    void removesTheParenthesesAroundAnExpression(TestDatabase database) {
        assertThat(parser(database).expression("((a) + (b))")).isEqualTo("(a) + (b)");
        assertThat(parser(database).expression("(a) + (b)")).isEqualTo("(a) + (b)");
    }

    @DatabaseTest
    void anEmptySuffixHasNoOptions(TestDatabase database) {
        assertThat(parser(database).tableSuffix(""))
                .isEqualTo(new DefinitionParser.TableSuffix(TableOptions.NONE, null));
    }

    @DatabaseTest
    void checksWithoutNamesGetDifferentNames(TestDatabase database) {
        assertThat(parser(database).checkName("t", 1))
                .isNotEqualTo(parser(database).checkName("t", 2));
    }

    private DefinitionParser parser(TestDatabase database) {
        return provider().definitionParser(server(database));
    }
}
