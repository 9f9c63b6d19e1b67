package dev.migrate.pairs;

import dev.migrate.pairs.Part.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Generates views on tables and on views, routines, triggers, events and sequences. */
final class StoredParts {

    private final Choice choice;

    StoredParts(Choice choice) {
        this.choice = choice;
    }

    /** A part of a random kind, or of the kind and with the name of another one. */
    SchemaParts with(SchemaParts schema) {
        Kind kind = choice.one(List.of(
                Kind.VIEW,
                Kind.VIEW,
                Kind.VIEW,
                Kind.FUNCTION,
                Kind.PROCEDURE,
                Kind.TRIGGER,
                Kind.TRIGGER,
                Kind.EVENT,
                Kind.SEQUENCE));
        return with(schema, kind, choice.name("o"));
    }

    SchemaParts with(SchemaParts schema, Kind kind, String name) {
        return switch (kind) {
            case VIEW -> schema.with(view(schema, name), choice.random());
            case FUNCTION -> schema.with(function(name), choice.random());
            case PROCEDURE -> schema.with(Part.of(kind, name, procedure(schema)), choice.random());
            case TRIGGER ->
                schema.of(Kind.TABLE).isEmpty() ? schema : schema.with(trigger(schema, name), choice.random());
            case EVENT -> schema.with(Part.of(kind, name, event()), choice.random());
            default -> choice.isMariaDb(10, 3) ? schema.with(Part.of(kind, name, sequence()), choice.random()) : schema;
        };
    }

    private Part view(SchemaParts schema, String name) {
        List<Part> sources = new ArrayList<>(schema.of(Kind.TABLE));
        schema.of(Kind.VIEW).stream()
                .takeWhile(view -> !view.name().equals(name))
                .forEach(sources::add);
        String head = "CREATE " + choice.maybe("ALGORITHM=MERGE ", "ALGORITHM=TEMPTABLE ", "ALGORITHM=UNDEFINED ")
                + choice.maybe("SQL SECURITY INVOKER ", "SQL SECURITY DEFINER ") + "CREATE_VIEW ";
        if (sources.isEmpty()) {
            return Part.of(Kind.VIEW, name, head + "AS SELECT 1 AS `id`, " + choice.literal() + " AS `x`");
        }
        Part one = choice.one(sources);
        Part other = choice.one(sources);
        List<Part> columns = schema.of(Kind.COLUMN, one);
        Part column = columns.isEmpty() ? null : choice.one(columns);
        String x = column == null ? "`id`" : column.name();
        String a = one.name();
        String b = other.name();
        boolean hasWindows = choice.isMariaDb() || choice.isMySql(8, 0, 2);
        String select = choice.one(
                "AS SELECT `id`, " + x + " AS `x` FROM " + a
                        + choice.maybe(" WITH CHECK OPTION", " WHERE `id` > 0 WITH LOCAL CHECK OPTION"),
                "AS SELECT `id`, " + x + " AS `y z` FROM " + a + " WHERE `id` > 1 ORDER BY 1 DESC LIMIT 3",
                "AS SELECT * FROM " + a,
                "AS SELECT l.`id`, r." + "`id` AS `other` FROM " + a + " l LEFT JOIN " + b + " r ON l.`id` = r.`id`",
                "AS SELECT `id`, COUNT(" + x + ") AS `n`, " + choice.literal() + " AS `x` FROM " + a
                        + " GROUP BY `id` HAVING COUNT(*) > 0",
                "AS SELECT `id` FROM " + a + choice.one(" UNION ", " UNION ALL ") + "SELECT `id` FROM " + b,
                "AS SELECT `id` FROM " + a + " WHERE EXISTS (SELECT 1 FROM " + b + " s WHERE s.`id` = " + a + ".`id`)",
                "AS SELECT `id`, (SELECT MAX(`id`) FROM " + b + ") AS m, IF(" + x + " IS NULL, _latin1'n', 'y') FROM "
                        + a,
                hasWindows
                        ? "AS SELECT `id`, ROW_NUMBER() OVER (PARTITION BY " + x + " ORDER BY `id`) AS w FROM " + a
                        : "AS SELECT `id`, " + x + " + 1 FROM " + a,
                hasWindows
                        ? "AS WITH q AS (SELECT `id` FROM " + a + ") SELECT `id`, CAST(`id` AS CHAR) AS t FROM q"
                        : "AS SELECT `id`, " + x + " LIKE 'a%' FROM " + a);
        Set<String> uses = Set.copyOf(List.of(one.id(), other.id(), column == null ? one.id() : column.id()));
        return new Part(Kind.VIEW, "", name, head + select, uses);
    }

    private Part function(String name) {
        return Part.of(
                Kind.FUNCTION,
                name,
                "(" + choice.maybe("n INT", "`a b` VARCHAR(10) CHARACTER SET latin1, m DECIMAL(9, 2)") + ") RETURNS "
                        + choice.one("INT", "VARCHAR(20)", "TEXT CHARACTER SET utf8mb4", "DATETIME(3)") + " "
                        + choice.one("DETERMINISTIC", "NO SQL", "READS SQL DATA")
                        + choice.maybe(" SQL SECURITY INVOKER")
                        + (choice.once(2) ? choice.comment() : "")
                        + choice.one(
                                "\nRETURN " + choice.literal(),
                                "\nBEGIN\n  -- it's a comment;\n  DECLARE v INT DEFAULT " + choice.below(9)
                                        + ";\n  SET v = v + 1;\n  RETURN v;\nEND"));
    }

    private String procedure(SchemaParts schema) {
        List<Part> tables = schema.of(Kind.TABLE);
        String query = tables.isEmpty()
                ? "SELECT 1"
                : "SELECT COUNT(*) INTO @n FROM " + choice.one(tables).name();
        return "(" + choice.maybe("IN a INT, OUT b VARCHAR(9)", "INOUT `x y` JSON") + ")"
                + choice.maybe(" MODIFIES SQL DATA", " SQL SECURITY INVOKER")
                + (choice.once(2) ? choice.comment() : "")
                + "\nBEGIN\n  /* a; b */ " + query + ";\n  IF @n > " + choice.below(9)
                + " THEN\n    SELECT \"it's\", 'a\"b' AS `c;d`;\n  END IF;\nEND";
    }

    private Part trigger(SchemaParts schema, String name) {
        Part table = choice.one(schema.of(Kind.TABLE));
        String event = choice.one("INSERT", "UPDATE", "DELETE");
        String body = choice.one(
                "SET @x = " + choice.below(99),
                "BEGIN\n  SET @a = " + choice.literal() + ";\n  SET @b = 'x;y';\nEND",
                "IF @c IS NULL THEN SET @c = 1; END IF");
        return Part.of(
                Kind.TRIGGER,
                name,
                choice.one("BEFORE ", "AFTER ") + event + " ON " + table.name() + " FOR EACH ROW " + body,
                table.id());
    }

    private String event() {
        return "ON SCHEDULE "
                + choice.one(
                        "EVERY 1 DAY STARTS '2038-01-01 00:00:00'",
                        "EVERY '1:30' HOUR_MINUTE STARTS '2037-02-03 04:05:06' ENDS '2038-01-01 00:00:00'",
                        "AT '2038-01-01 00:00:00'")
                + choice.maybe(" ON COMPLETION PRESERVE", " ON COMPLETION NOT PRESERVE")
                + choice.maybe(
                        " ENABLE", " DISABLE", choice.isMySql(8, 4, 0) ? " DISABLE ON REPLICA" : " DISABLE ON SLAVE")
                + (choice.once(2) ? choice.comment() : "")
                + "\nDO " + choice.one("SET @x = " + choice.below(99), "BEGIN\n  SET @a = 'x;y';\n  SELECT 1;\nEND");
    }

    private String sequence() {
        return choice.maybe("START WITH 5", "START WITH 100")
                + choice.maybe(" INCREMENT BY 3", " INCREMENT BY -1")
                + choice.maybe(" MINVALUE -1000", " NO MINVALUE")
                + choice.maybe(" MAXVALUE 1000", " NOMAXVALUE")
                + choice.maybe(" CACHE 10", " NOCACHE")
                + choice.maybe(" CYCLE", " NOCYCLE");
    }
}
