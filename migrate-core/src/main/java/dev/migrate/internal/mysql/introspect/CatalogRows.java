package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.introspect.IntrospectionSession.Row;
import dev.migrate.internal.mysql.introspect.TableRows.CheckRow;
import dev.migrate.internal.mysql.introspect.TableRows.ColumnRow;
import dev.migrate.internal.mysql.introspect.TableRows.ForeignKeyRow;
import dev.migrate.internal.mysql.introspect.TableRows.IndexRow;
import dev.migrate.internal.mysql.introspect.TableRows.Rules;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks the {@link CatalogQueries} and sorts the rows by the tables that they are about. */
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
    private final CatalogQueries questions;
    private final Predicate<String> wanted;
    private final Map<String, TableRows> tables = new LinkedHashMap<>();
    private final List<String> views = new ArrayList<>();
    private boolean hasShapes;

    private CatalogRows(IntrospectionSession session, CatalogQueries questions, Predicate<String> wanted) {
        this.session = session;
        this.questions = questions;
        this.wanted = wanted;
    }

    /** Asks about the tables that are wanted. */
    static CatalogRows of(IntrospectionSession session, CatalogQueries questions, Predicate<String> wanted)
            throws SQLException {
        CatalogRows answers = new CatalogRows(session, questions, wanted);
        answers.ask();
        return answers;
    }

    Iterable<TableRows> tables() {
        return tables.values();
    }

    List<String> views() {
        return views;
    }

    private void ask() throws SQLException {
        session.each(questions.tablesAndViews(), this::tableOrView);
        session.each(questions.columns(), this::column);
        session.each(questions.indexes(), this::index);
        session.each(questions.foreignKeyColumns(), this::foreignKeyColumn);
        session.each(questions.foreignKeyRules(), this::foreignKeyRule);
        if (questions.hasChecks()) {
            session.each(questions.checks(), this::check);
        }
        if (hasShapes && questions.hasGeometryColumns()) {
            session.each(questions.referenceSystems(), this::referenceSystem);
        }
        tables.values().forEach(TableRows::sort);
    }

    private void tableOrView(Row row) throws SQLException {
        String name = row.text(1);
        String type = row.text(2);
        if (!wanted.test(name)) {
            return;
        }
        if (type.equals("VIEW")) {
            views.add(name);
        } else if (type.equals("BASE TABLE") || type.equals("SYSTEM VERSIONED")) {
            // Of a table that is broken, the server tells nothing but the name and the reason.
            String engine = row.optional(3);
            String collation = row.optional(4);
            if (engine == null || collation == null) {
                throw new SQLException("Table " + name + " cannot be read by the server itself: " + row.optional(6));
            }
            boolean isVersioned = type.equals("SYSTEM VERSIONED");
            tables.put(
                    name, new TableRows(name, engine, collation, orEmpty(row.optional(5)), row.text(6), isVersioned));
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
