package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.ServerCharsets;
import dev.migrate.provider.ServerDefinitions;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all definitions with SHOW CREATE. Used once. */
final class DefinitionTexts {

    /** The counter of generated keys, among the options of a table. */
    private static final Pattern COUNTER = Pattern.compile("(\\n\\) [^\\n]*?) AUTO_INCREMENT=\\d+");

    private final IntrospectionSession session;

    DefinitionTexts(IntrospectionSession session) {
        this.session = session;
    }

    /**
     * A kind of objects in SHOW CREATE. The columns up to the last one are the settings of the session that created the
     * object, and its definition; the collation of the database follows.
     */
    private enum Kind {
        TABLE(2, 0),
        SEQUENCE(2, 0),
        VIEW(4, 3),
        TRIGGER(5, 4),
        FUNCTION(5, 4),
        PROCEDURE(5, 4),
        EVENT(6, 5);

        private final int columns;
        private final int charset;

        Kind(int columns, int charset) {
            this.columns = columns;
            this.charset = charset;
        }
    }

    private record Shown(Kind kind, String name) {}

    ServerDefinitions read() throws SQLException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Shown object : objects()) {
            texts.put(object.kind.name().toLowerCase(Locale.ROOT) + " " + object.name, text(object));
        }
        return new ServerDefinitions(texts);
    }

    private List<Shown> objects() throws SQLException {
        CatalogQueries queries = new CatalogQueries(
                session.facts().server(), session.text(session.facts().database()));
        List<Shown> all = new ArrayList<>();
        session.each(queries.tablesAndViews(), row -> all.add(new Shown(ofTable(row.text(2)), row.text(1))));
        session.each(queries.triggers(), row -> all.add(new Shown(Kind.TRIGGER, row.text(1))));
        session.each(queries.routines(), row -> all.add(new Shown(Kind.valueOf(row.text(2)), row.text(1))));
        session.each(queries.events(), row -> all.add(new Shown(Kind.EVENT, row.text(1))));
        return all;
    }

    private static Kind ofTable(String type) {
        if (type.endsWith("VIEW")) {
            return Kind.VIEW;
        }
        return type.equals("SEQUENCE") ? Kind.SEQUENCE : Kind.TABLE;
    }

    private String text(Shown object) throws SQLException {
        Kind kind = object.kind;
        List<byte @Nullable []> row =
                session.row("SHOW CREATE " + kind + " " + session.name(object.name), kind.columns);
        byte[] client = kind.charset == 0 ? null : row.get(kind.charset - 1);
        String charset = client == null ? "utf8mb4" : new String(client, StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>();
        for (byte[] value : row.subList(1, row.size())) {
            texts.add(value == null ? "" : ServerCharsets.decode(value, charset));
        }
        String text =
                String.join("\n", texts).replace(Quoting.name(session.facts().database()) + ".", "");
        return kind == Kind.TABLE ? COUNTER.matcher(text).replaceFirst("$1") : text;
    }
}
