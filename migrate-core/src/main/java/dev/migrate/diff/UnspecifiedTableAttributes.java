package dev.migrate.diff;

import dev.migrate.internal.CaseInsensitiveNames;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.BitType;
import dev.migrate.schema.BooleanType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.FloatingType;
import dev.migrate.schema.Index;
import dev.migrate.schema.IntegerType;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Literal;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Omission;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.TemporalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Completes a target table with attributes of the database that the model does not specify. */
final class UnspecifiedTableAttributes {

    private final Table wanted;
    private final Table actual;
    private final Set<Attribute> attributes;
    private final UnaryOperator<String> quoting;
    private final Map<String, String> newNames = new HashMap<>();

    /** The existing columns in their order, by their target names. */
    private final Map<String, Column> there = new LinkedHashMap<>();

    /**
     * Prepares the completion of a table.
     *
     * @param wanted the target table
     * @param actual the existing table
     * @param attributes the attributes that the model does not specify
     * @param renamedColumns the new names of renamed columns, by their old names
     * @param quoting quotes a name in the style of the expressions of the actual table
     */
    UnspecifiedTableAttributes(
            Table wanted,
            Table actual,
            Set<Attribute> attributes,
            Map<String, String> renamedColumns,
            UnaryOperator<String> quoting) {
        this.quoting = quoting;
        this.wanted = wanted;
        this.actual = actual;
        this.attributes = attributes;
        renamedColumns.forEach((old, name) -> newNames.put(CaseInsensitiveNames.folded(old), name));
        actual.columns().forEach(column -> there.put(CaseInsensitiveNames.folded(renamed(column.name())), column));
    }

    private boolean leaves(Attribute attribute) {
        return attributes.contains(attribute);
    }

    Table fill() {
        List<Column> columns = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Column other = there.get(CaseInsensitiveNames.folded(column.name()));
            columns.add(other == null ? column : fill(column, other));
        }
        return new Table(
                wanted.name(),
                leaves(Attribute.COLUMN_ORDER) ? inOrder(columns) : columns,
                wanted.primaryKey(),
                indexes(),
                wanted.foreignKeys(),
                checks(),
                options(),
                wanted.partitioning() == null && leaves(Attribute.PARTITIONING)
                        ? actual.partitioning()
                        : wanted.partitioning());
    }

    private String renamed(String column) {
        return newNames.isEmpty() ? column : newNames.getOrDefault(CaseInsensitiveNames.folded(column), column);
    }

    private boolean isWanted(String column) {
        return wanted.column(renamed(column)).isPresent();
    }

    /** Existing columns keep their order; new ones follow. */
    private List<Column> inOrder(List<Column> columns) {
        Map<String, Column> rest = new LinkedHashMap<>();
        columns.forEach(column -> rest.put(CaseInsensitiveNames.folded(column.name()), column));
        List<Column> ordered = new ArrayList<>();
        for (String name : there.keySet()) {
            Column column = rest.remove(name);
            if (column != null) {
                ordered.add(column);
            }
        }
        ordered.addAll(rest.values());
        return ordered;
    }

    /** The order of the existing columns in the model, if it differs and is left to the database. */
    Optional<Omission> otherOrder() {
        List<String> order = wanted.columns().stream()
                .map(column -> CaseInsensitiveNames.folded(column.name()))
                .filter(there::containsKey)
                .toList();
        List<String> actualOrder =
                there.keySet().stream().filter(order::contains).toList();
        return !leaves(Attribute.COLUMN_ORDER) || order.equals(actualOrder)
                ? Optional.empty()
                : Optional.of(new Omission(
                        ObjectKind.TABLE,
                        wanted.name(),
                        "order of the columns",
                        "the columns are in the order " + String.join(", ", actualOrder) + " instead of "
                                + String.join(", ", order) + ", and a new order may rewrite the table"));
    }

    private Column fill(Column column, Column other) {
        boolean isFree = column.generation() == null && !column.isAutoIncrement();
        ColumnBuilder filled = column.toBuilder().type(type(column.type(), other.type()));
        if (isFree && isMoment(column) && leaves(Attribute.ON_UPDATE) && other.isUpdatedToCurrentTimestamp()) {
            filled.onUpdateCurrentTimestamp();
        }
        if (leaves(Attribute.VISIBILITY) && other.isInvisible()) {
            filled.invisible();
        }
        String comment = comment(column.comment(), other.comment());
        if (comment != null) {
            filled.comment(comment);
        }
        boolean isOpen = column.check() == null && leaves(Attribute.CHECK);
        if (isOpen && other.check() != null && isSameKind(column.type(), other.type())) {
            filled.check(other.check());
        }
        if (column.attributes().isEmpty() && leaves(Attribute.TABLE_OPTIONS)) {
            other.attributes().forEach(filled::attribute);
        }
        return isFree ? filled.build().withDefaultValue(defaultOf(column, other)) : filled.build();
    }

    private @Nullable String comment(@Nullable String comment, @Nullable String other) {
        return comment == null && leaves(Attribute.COMMENT) ? other : comment;
    }

    /** An encoding of the table applies to its columns without one. */
    private ColumnType type(ColumnType type, ColumnType other) {
        boolean isOpen = leaves(Attribute.ENCODING)
                && wanted.options().encoding().equals(Encoding.INHERITED)
                && type instanceof CharacterType characters
                && characters.encoding().equals(Encoding.INHERITED);
        return isOpen && other instanceof CharacterType characters
                ? ((CharacterType) type).encoding(characters.encoding())
                : type;
    }

    /** A default may be invalid for another type. */
    private @Nullable DefaultValue defaultOf(Column column, Column other) {
        boolean isOpen = column.defaultValue() == null && leaves(Attribute.COLUMN_DEFAULT);
        boolean fits = column.type().getClass().equals(other.type().getClass())
                && (isMoment(column) || !(other.defaultValue() instanceof DefaultValue.CurrentTimestamp))
                && isMember(column.type(), other.defaultValue());
        return isOpen && fits ? other.defaultValue() : column.defaultValue();
    }

    private static boolean isMember(ColumnType type, @Nullable DefaultValue value) {
        return !(type instanceof EnumType members)
                || !(value instanceof DefaultValue.Constant constant)
                || !(constant.literal() instanceof Literal.Text text)
                || members.members().contains(text.value());
    }

    /** Numbers remain numbers, whereas a condition for names is wrong for numbers, and the other way around. */
    private static boolean isSameKind(ColumnType type, ColumnType other) {
        return type.getClass().equals(other.getClass()) || (isNumber(type) && isNumber(other));
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof BooleanType
                || type instanceof DecimalType
                || type instanceof FloatingType
                || type instanceof BitType;
    }

    private static boolean isMoment(Column column) {
        return column.type() instanceof TemporalType temporal && temporal.hasDateAndTime();
    }

    private List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        for (Index index : wanted.indexes()) {
            indexes.add(
                    actual.index(index.name()).map(other -> fill(index, other)).orElse(index));
        }
        if (leaves(Attribute.INDEX)) {
            for (Index index : actual.indexes()) {
                Index renamed = index.withParts(renamed(index.parts()));
                boolean isLeft = index.kind() != Index.Kind.UNIQUE
                        && wanted.index(index.name()).isEmpty()
                        && index.columns().stream().allMatch(this::isWanted)
                        && wanted.indexes().stream().noneMatch(other -> isLike(renamed, other));
                if (isLeft) {
                    indexes.add(renamed);
                }
            }
        }
        return indexes;
    }

    private Index fill(Index index, Index other) {
        return index.withInvisible(index.isInvisible() || (leaves(Attribute.VISIBILITY) && other.isInvisible()))
                .withComment(comment(index.comment(), other.comment()));
    }

    private static boolean isLike(Index one, Index other) {
        return one.kind() == other.kind() && one.parts().equals(other.parts());
    }

    private List<KeyPart> renamed(List<KeyPart> parts) {
        List<KeyPart> renamed = new ArrayList<>();
        for (KeyPart part : parts) {
            renamed.add(
                    part instanceof KeyPart.OfColumn column
                            ? new KeyPart.OfColumn(renamed(column.name()), column.length(), column.isDescending())
                            : part);
        }
        return renamed;
    }

    /** A check of a column that is dropped or has values of another kind cannot be kept. */
    private List<Check> checks() {
        List<Check> checks = new ArrayList<>(wanted.checks());
        if (leaves(Attribute.CHECK)) {
            for (Check check : actual.checks()) {
                boolean isWanted =
                        checks.stream().anyMatch(other -> CaseInsensitiveNames.same(other.name(), check.name()));
                boolean canStay = actual.columns().stream()
                        .filter(column -> check.expression().contains(quoting.apply(column.name())))
                        .allMatch(this::keepsKind);
                if (!isWanted && canStay) {
                    checks.add(check);
                }
            }
        }
        return checks;
    }

    private boolean keepsKind(Column column) {
        return wanted.column(column.name())
                .filter(other -> isSameKind(other.type(), column.type()))
                .isPresent();
    }

    private TableOptions options() {
        TableOptions options = wanted.options();
        TableOptions other = actual.options();
        boolean leavesOptions = leaves(Attribute.TABLE_OPTIONS);
        Map<String, String> others = new TreeMap<>(leavesOptions ? other.others() : Map.of());
        others.putAll(options.others());
        return new TableOptions(
                options.engine() == null && leaves(Attribute.ENGINE) ? other.engine() : options.engine(),
                options.encoding().equals(Encoding.INHERITED) && leaves(Attribute.ENCODING)
                        ? other.encoding()
                        : options.encoding(),
                options.rowFormat() == null && leavesOptions ? other.rowFormat() : options.rowFormat(),
                options.autoIncrement(),
                comment(options.comment(), other.comment()),
                others);
    }
}
