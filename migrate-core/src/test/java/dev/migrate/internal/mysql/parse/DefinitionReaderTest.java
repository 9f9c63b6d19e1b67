package dev.migrate.internal.mysql.parse;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.bool;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.decimal;
import static dev.migrate.schema.ColumnType.doublePrecision;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.longblob;
import static dev.migrate.schema.ColumnType.mediumtext;
import static dev.migrate.schema.ColumnType.singlePrecision;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.tinyblob;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handwritten column definitions. */
class DefinitionReaderTest {

    @Test
    void knowsSynonymsOfTypes() {
        Map<String, ColumnType> types = Map.ofEntries(
                Map.entry("INTEGER", integer()),
                Map.entry("int4 unsigned", integer().unsigned()),
                Map.entry("INT8 SIGNED", bigint()),
                Map.entry("Boolean", bool()),
                Map.entry("tinyint(1)", bool()),
                Map.entry("numeric(9, 2)", decimal(9, 2)),
                Map.entry("dec", decimal(10, 0)),
                Map.entry("double precision", doublePrecision()),
                Map.entry("REAL", doublePrecision()),
                Map.entry("float(24)", singlePrecision()),
                Map.entry("float(25)", doublePrecision()),
                Map.entry("character varying(20)", varchar(20)),
                Map.entry("long varchar", mediumtext()),
                Map.entry("text(20)", ColumnType.tinytext()),
                Map.entry("text(64)", text()),
                Map.entry("blob(255)", tinyblob()),
                Map.entry("blob(16777216)", longblob()),
                Map.entry("smallint zerofill", ColumnType.smallint().zerofill(5)),
                Map.entry("year(4)", ColumnType.year()),
                Map.entry("enum ('a', 'it''s', 'c,(d')", enumeration("a", "it's", "c,(d")));

        types.forEach((sql, type) -> assertThat(column(sql)).as(sql).isEqualTo(new ColumnBuilder("c", type).build()));
    }

    @Test
    void readsAttributesInAnyOrder() {
        assertThat(column("datetime(3) DEFAULT now(3) COMMENT 'it''s (a) comment' not null ON UPDATE"
                        + " CURRENT_TIMESTAMP (3)"))
                .isEqualTo(new ColumnBuilder("c", datetime(3))
                        .notNull()
                        .defaultCurrentTimestamp()
                        .onUpdateCurrentTimestamp()
                        .comment("it's (a) comment")
                        .build());
        assertThat(column("varchar(9) invisible character set latin1 null default 'NOT NULL' collate `latin1_bin`"))
                .isEqualTo(new ColumnBuilder("c", varchar(9).collation("latin1_bin"))
                        .invisible()
                        .defaultValue("NOT NULL")
                        .build());
        assertThat(column("int check(c>0) default -1"))
                .isEqualTo(new ColumnBuilder("c", integer())
                        .check("c>0")
                        .defaultValue(-1)
                        .build());
        assertThat(column("int generated always as (a + 1) stored"))
                .isEqualTo(new ColumnBuilder("c", integer())
                        .generatedAs("a + 1")
                        .stored()
                        .build());
        assertThat(column("int as (a + 1)"))
                .isEqualTo(
                        new ColumnBuilder("c", integer()).generatedAs("a + 1").build());
        assertThat(column("varchar(40) default (concat('a', 'b'))"))
                .isEqualTo(new ColumnBuilder("c", varchar(40))
                        .defaultExpression("concat('a', 'b')")
                        .build());
        assertThat(DefinitionReader.read("c", "varchar(40) unique key").isUnique())
                .isTrue();
    }

    @Test
    void keepsUnknownAttributes() {
        assertThat(column("int WITHOUT SYSTEM VERSIONING not null").attributes())
                .isEqualTo(List.of("WITHOUT SYSTEM VERSIONING"));
        assertThat(column("hyperloglog(3)").type()).isEqualTo(ColumnType.raw("hyperloglog(3)"));
    }

    @Test
    void reportsIncompleteDefinitions() {
        assertThat(catchThrowable(() -> column("int default")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The definition of column c ends too early: int default");
    }

    private static Column column(String sql) {
        return DefinitionReader.read("c", sql).column();
    }
}
