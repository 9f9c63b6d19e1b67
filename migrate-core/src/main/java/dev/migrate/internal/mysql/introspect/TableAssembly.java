package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.canonical.ServerFacts;
import dev.migrate.internal.mysql.canonical.TableDraft;
import dev.migrate.internal.mysql.introspect.TableRows.CheckRow;
import dev.migrate.internal.mysql.introspect.TableRows.ColumnRow;
import dev.migrate.internal.mysql.introspect.TableRows.ForeignKeyRow;
import dev.migrate.internal.mysql.introspect.TableRows.IndexRow;
import dev.migrate.internal.mysql.introspect.TableRows.Rules;
import dev.migrate.internal.mysql.parse.DefaultReader;
import dev.migrate.internal.mysql.parse.TypeReader;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.sql.ExpressionText;
import dev.migrate.internal.mysql.sql.OwnDatabase;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generation;
import dev.migrate.schema.Index;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.SetType;
import dev.migrate.schema.TextType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a table from its rows. {@link CanonicalForm} normalizes the result. */
final class TableAssembly {

    private static final String PRIMARY = "PRIMARY";

    private final ServerVersion server;
    private final OwnDatabase database;
    private final TypeReader types;
    private final TableRows rows;
    private final @Nullable ShowCreate shown;
    private final Map<String, String> columnChecks = new LinkedHashMap<>();

    /**
     * Starts with the rows of a table.
     *
     * @param facts the server and the database
     * @param types parses types, and caches those of other tables
     * @param rows the rows
     * @param shown the result of SHOW CREATE TABLE, which only {@linkplain #needsShowCreate some} tables need
     */
    TableAssembly(ServerFacts facts, TypeReader types, TableRows rows, @Nullable ShowCreate shown) {
        server = facts.server();
        database = new OwnDatabase(facts.database());
        this.types = types;
        this.rows = rows;
        this.shown = shown;
    }

    /**
     * Checks whether a table has something that is missing or wrong in {@code information_schema}: partitions, the
     * parser of a full-text index, binary defaults, and on MySQL 8.0.13 to 8.0.15 expression defaults of text columns.
     */
    static boolean needsShowCreate(TableRows rows) {
        // Loops instead of streams, which took a tenth of the total time.
        for (List<IndexRow> index : rows.indexes.values()) {
            if (index.get(0).type().equals("FULLTEXT")) {
                return true;
            }
        }
        for (ColumnRow column : rows.columns) {
            if (hasHiddenDefault(column)) {
                return true;
            }
        }
        return rows.isPartitioned;
    }

    private static boolean hasHiddenDefault(ColumnRow column) {
        return column.defaultText() == null
                ? column.isExpressionDefault()
                : column.isBytes() && !column.defaultText().equals("NULL");
    }

    TableDraft draft() {
        rows.checks.stream()
                .filter(CheckRow::isOfColumn)
                .forEach(check -> columnChecks.put(check.name(), expression(check.clause())));
        List<Column> columns = rows.columns.stream().map(this::column).toList();
        List<IndexRow> primary = rows.indexes.getOrDefault(PRIMARY, List.of());
        List<Index> indexes = new ArrayList<>();
        rows.indexes.forEach((name, parts) -> {
            if (!name.equals(PRIMARY)) {
                indexes.add(index(name, parts));
            }
        });
        List<ForeignKey> foreignKeys = new ArrayList<>();
        rows.foreignKeys.forEach((name, parts) -> foreignKeys.add(foreignKey(name, parts)));
        if (shown != null) {
            List<String> indexOrder = shown.indexes();
            List<String> keyOrder = shown.foreignKeys();
            indexes.sort(Comparator.comparingInt(index -> indexOrder.indexOf(index.name())));
            foreignKeys.sort(Comparator.comparingInt(key -> keyOrder.indexOf(key.name())));
        }
        List<Check> checks = rows.checks.stream()
                .filter(check -> !check.isOfColumn())
                .map(check -> new Check(check.name(), expression(check.clause()), check.isEnforced()))
                .toList();
        return new TableDraft(
                rows.name,
                columns,
                primary.stream().map(part -> part(part, "BTREE")).toList(),
                indexes,
                foreignKeys,
                checks,
                OptionReader.read(rows),
                shown == null ? null : shown.partitioning());
    }

    private Column column(ColumnRow row) {
        ColumnType type = type(row);
        boolean isChecked = !(type instanceof JsonType);
        String extra = row.extra().toLowerCase(Locale.ROOT);
        return new Column(
                row.name(),
                type,
                row.isNullable(),
                row.isGenerated() ? null : defaultOf(row, type),
                extra.contains("on update current_timestamp"),
                extra.contains("auto_increment"),
                generation(row, extra),
                extra.contains("invisible"),
                isChecked ? columnChecks.get(row.name()) : null,
                row.comment(),
                extra.contains("without system versioning") ? List.of("WITHOUT SYSTEM VERSIONING") : List.of());
    }

    /** MariaDB stores JSON as LONGTEXT with a check, and a reference system that is not enforced. */
    private ColumnType type(ColumnRow row) {
        Long unchecked = rows.referenceSystems.get(row.name());
        if (unchecked != null) {
            return ColumnType.raw(row.type().toUpperCase(Locale.ROOT) + " REF_SYSTEM_ID=" + unchecked);
        }
        ColumnType type = types.read(row.type(), collation(row), row.srid());
        boolean isLongText = type instanceof TextType text && text.kind() == TextType.Kind.LONGTEXT;
        if (isLongText && "utf8mb4_bin".equals(row.collation())) {
            String check = columnChecks.get(row.name());
            return check != null && check.equals("json_valid(`" + row.name().replace("`", "``") + "`)")
                    ? ColumnType.json()
                    : type;
        }
        return type;
    }

    /** The catalog contains no collation for members that are bytes. */
    private static @Nullable String collation(ColumnRow row) {
        boolean hasMembers = row.type().startsWith("enum(") || row.type().startsWith("set(");
        return row.collation() == null && hasMembers ? "binary" : row.collation();
    }

    private @Nullable DefaultValue defaultOf(ColumnRow row, ColumnType type) {
        if (shown != null && hasHiddenDefault(row)) {
            if (row.isBytes()) {
                return shown.bytesOf(row.name());
            }
            String sql = shown.defaultOf(row.name());
            return sql == null ? null : DefaultReader.ofSql(type, sql);
        }
        String text = row.defaultText();
        if (text == null) {
            return null;
        }
        if (MySqlVersions.isMariaDb(server)) {
            return DefaultReader.ofSql(type, database.removedFrom(text));
        }
        return row.isExpressionDefault() && !text.startsWith("CURRENT_TIMESTAMP")
                ? DefaultReader.ofExpression(server, type, expression(text))
                : DefaultReader.ofValue(type, isShownAsBytes(row, type) ? ofBytes(text) : text);
    }

    /** MySQL 8 and later show the members of ENUM and SET with the character set binary in hexadecimal. */
    private boolean isShownAsBytes(ColumnRow row, ColumnType type) {
        return Capability.ESCAPED_CATALOG.isIn(server)
                && (type instanceof EnumType || type instanceof SetType)
                && row.collation() == null;
    }

    private static String ofBytes(String text) {
        return text.startsWith("0x")
                ? new String(HexFormat.of().parseHex(text, 2, text.length()), StandardCharsets.UTF_8)
                : text;
    }

    private @Nullable Generation generation(ColumnRow row, String extra) {
        if (row.generation() == null || row.generation().isEmpty()) {
            return null;
        }
        boolean isStored = extra.contains("stored generated") || extra.contains("persistent");
        return new Generation(
                expression(row.generation()), isStored ? Generation.Storage.STORED : Generation.Storage.VIRTUAL);
    }

    private String expression(String sql) {
        return ExpressionText.ofInformationSchema(server, sql);
    }

    private Index index(String name, List<IndexRow> parts) {
        IndexRow first = parts.get(0);
        Index.Kind kind = first.isUnique() ? Index.Kind.UNIQUE : Index.Kind.PLAIN;
        Index.Algorithm algorithm = null;
        switch (first.type()) {
            case "FULLTEXT" -> kind = Index.Kind.FULLTEXT;
            case "SPATIAL" -> kind = Index.Kind.SPATIAL;
            case "HASH" -> algorithm = Index.Algorithm.HASH;
            case "BTREE" -> algorithm = Index.Algorithm.BTREE;
            default -> algorithm = null;
        }
        return new Index(
                name,
                kind,
                parts.stream().map(part -> part(part, first.type())).toList(),
                !first.isVisible(),
                algorithm,
                shown == null || kind != Index.Kind.FULLTEXT ? null : shown.parserOf(name),
                first.comment(),
                Map.of());
    }

    /** The length that the server reports for a spatial index is meaningless. */
    private KeyPart part(IndexRow row, String type) {
        KeyPart part;
        if (row.column() != null) {
            part = new KeyPart.OfColumn(row.column(), type.equals("SPATIAL") ? null : row.length(), false);
        } else if (row.expression() != null) {
            part = KeyPart.expression(expression(row.expression()));
        } else {
            throw new IllegalStateException(
                    "An index of table " + rows.name + " has a part that is neither a column nor an expression.");
        }
        return row.isDescending() ? part.descending() : part;
    }

    private ForeignKey foreignKey(String name, List<ForeignKeyRow> parts) {
        ForeignKeyRow first = parts.get(0);
        Rules rules = rows.foreignKeyRules.getOrDefault(name, new Rules("RESTRICT", "RESTRICT"));
        return new ForeignKey(
                name,
                parts.stream().map(ForeignKeyRow::column).toList(),
                first.referencedSchema(),
                first.referencedTable(),
                parts.stream().map(ForeignKeyRow::referencedColumn).toList(),
                ForeignKey.Rule.parse(rules.onDelete()),
                ForeignKey.Rule.parse(rules.onUpdate()));
    }
}
