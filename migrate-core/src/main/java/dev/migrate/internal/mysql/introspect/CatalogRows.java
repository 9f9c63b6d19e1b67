package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.introspect.IntrospectionSession.Row;
import dev.migrate.internal.mysql.introspect.TableRows.CheckRow;
import dev.migrate.internal.mysql.introspect.TableRows.ColumnRow;
import dev.migrate.internal.mysql.introspect.TableRows.ForeignKeyRow;
import dev.migrate.internal.mysql.introspect.TableRows.IndexRow;
import dev.migrate.internal.mysql.introspect.TableRows.Rules;
import dev.migrate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the {@link CatalogQueries} and groups the rows by table. */
final class CatalogRows {

    private static final Set<String> SHAPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    private final IntrospectionSession session;
    private final CatalogQueries queries;
    private final Omissions omissions;
    private final Map<String, TableRows> tables = new LinkedHashMap<>();
    private final List<String> views = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private boolean hasShapes;

    private CatalogRows(IntrospectionSession session, CatalogQueries queries, Omissions omissions) {
        this.session = session;
        this.omissions = omissions;
        this.queries = queries;
    }

    /** Runs the queries. */
    static CatalogRows of(IntrospectionSession session, CatalogQueries queries, Omissions omissions)
            throws SQLException {
        CatalogRows rows = new CatalogRows(session, queries, omissions);
        rows.run();
        return rows;
    }

    Iterable<TableRows> tables() {
        return tables.values();
    }

    List<String> views() {
        return views;
    }

    List<String> sequences() {
        return sequences;
    }

    private void run() throws SQLException {
        session.each(queries.tablesAndViews(), this::tableOrView);
        if (queries.hasUnmarkedPartitions()) {
            session.each(queries.partitionedByKey(), this::partitioned);
        }
        session.each(queries.columns(), this::column);
        session.each(queries.indexes(), this::index);
        session.each(queries.foreignKeyColumns(), this::foreignKeyColumn);
        session.each(queries.foreignKeyRules(), this::foreignKeyRule);
        if (queries.hasChecks()) {
            session.each(queries.checks(), this::check);
        }
        if (hasShapes && queries.hasGeometryColumns()) {
            session.each(queries.referenceSystems(), this::referenceSystem);
        }
        tables.values().forEach(TableRows::sort);
    }

    private void tableOrView(Row row) throws SQLException {
        String name = row.text(1);
        String type = row.text(2);
        if (type.equals("VIEW")) {
            views.add(name);
        } else if (type.equals("SEQUENCE")) {
            sequences.add(name);
        } else if (type.equals("BASE TABLE") || type.equals("SYSTEM VERSIONED")) {
            // For a broken table, the catalog contains only the name and the reason.
            String engine = row.optional(3);
            String collation = row.optional(4);
            if (engine == null || collation == null) {
                omissions.add(ObjectKind.TABLE, name, String.valueOf(row.optional(6)));
                return;
            }
            boolean isVersioned = type.equals("SYSTEM VERSIONED");
            tables.put(
                    name, new TableRows(name, engine, collation, orEmpty(row.optional(5)), row.text(6), isVersioned));
        }
    }

    private void partitioned(Row row) throws SQLException {
        TableRows table = tables.get(row.text(1));
        if (table != null) {
            table.isPartitioned = true;
        }
    }

    private void column(Row row) throws SQLException {
        TableRows table = tables.get(row.text(1));
        if (table == null) {
            return;
        }
        String type = row.text(4);
        hasShapes |= SHAPES.contains(type);
        table.columns.add(new ColumnRow(
                row.text(2),
                row.number(3),
                type,
                row.optional(5),
                row.isYes(6),
                row.optional(7),
                row.text(8),
                row.optional(9),
                row.text(10),
                row.longNumber(11)));
    }

    private void index(Row row) throws SQLException {
        TableRows table = tables.get(row.text(1));
        if (table != null) {
            Long length = row.longNumber(6);
            table.indexes
                    .computeIfAbsent(row.text(2), name -> new ArrayList<>())
                    .add(new IndexRow(
                            row.number(3),
                            row.number(4) == 0,
                            row.optional(5),
                            length == null ? null : length.intValue(),
                            "D".equals(row.optional(7)),
                            row.text(8),
                            row.text(9),
                            row.isYes(11),
                            row.optional(10)));
        }
    }

    private void foreignKeyColumn(Row row) throws SQLException {
        TableRows table = tables.get(row.text(1));
        if (table != null) {
            table.foreignKeys
                    .computeIfAbsent(row.text(2), name -> new ArrayList<>())
                    .add(new ForeignKeyRow(row.number(3), row.text(4), row.text(5), row.text(6), row.text(7)));
        }
    }

    private void foreignKeyRule(Row row) throws SQLException {
        TableRows table = tables.get(row.text(1));
        if (table != null) {
            table.foreignKeyRules.put(row.text(2), new Rules(row.text(3), row.text(4)));
        }
    }

    private void check(Row row) throws SQLException {
        TableRows table = tables.get(row.text(1));
        if (table != null) {
            table.checks.add(new CheckRow(row.text(2), row.text(3), row.isYes(4), row.isYes(5)));
        }
    }

    private void referenceSystem(Row row) throws SQLException {
        TableRows table = tables.get(row.text(1));
        Long srid = row.longNumber(3);
        if (table != null && srid != null && srid != 0) {
            table.referenceSystems.put(row.text(2), srid);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
