package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.SqlText;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.View;
import dev.migrate.schema.View.Algorithm;
import dev.migrate.schema.View.CheckOption;
import dev.migrate.schema.View.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the result of {@code SHOW CREATE VIEW}. */
final class ViewText {

    private static final Pattern CHECK_OPTION = Pattern.compile(" WITH (CASCADED|LOCAL) CHECK OPTION$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HEAD =
            Pattern.compile("CREATE ALGORITHM=(\\w+) DEFINER=.*? SQL SECURITY (\\w+) VIEW .*", Pattern.DOTALL);

    private ViewText() {}

    static View read(String name, String sql, CreationContext context) {
        Matcher head = HEAD.matcher(sql);
        if (!head.matches()) {
            throw new IllegalArgumentException("This is not the definition of a view: " + sql);
        }
        String rest = QuotedSql.outside(
                SqlText.behindName(sql, "VIEW"), text -> BLANKS.matcher(text).replaceAll(" "));
        CheckOption checkOption = CheckOption.NONE;
        Matcher option = CHECK_OPTION.matcher(rest);
        if (option.find()) {
            checkOption = CheckOption.valueOf(option.group(1));
            rest = rest.substring(0, option.start());
        }
        String select = SqlText.behind(rest, "AS");
        if (rest.startsWith("(")) {
            String columns = rest.substring(1, Tokens.endOfToken(rest, 0) - 1);
            select = named(select, Tokens.list(columns));
        }
        return new View(
                name, select, Algorithm.valueOf(head.group(1)), Security.valueOf(head.group(2)), checkOption, context);
    }

    /** MySQL 8 shows the names of the columns separately, other servers after AS. */
    private static String named(String select, List<String> names) {
        int start = select.startsWith("select ") ? "select ".length() : -1;
        int end = start < 0 ? -1 : endOfList(select, start);
        List<String> items = start < 0 ? List.of() : Tokens.list(select.substring(start, end));
        if (items.size() != names.size()) {
            return "with `named` (" + String.join(",", names) + ") as (" + select + ") select * from `named`";
        }
        List<String> named = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String item = items.get(i);
            int alias = lastAlias(item);
            named.add(item.substring(0, alias) + " AS " + names.get(i));
        }
        String tail = select.substring(end);
        return "select " + String.join(",", named) + (tail.isEmpty() ? "" : " " + tail);
    }

    private static int endOfList(String select, int start) {
        int at = start;
        while (at < select.length()) {
            int end = Tokens.endOfToken(select, at);
            String token = select.substring(at, end);
            if (token.equals("from") || token.equals("union") || token.equals("limit")) {
                return at;
            }
            at = end;
        }
        return at;
    }

    /** The server adds an alias to every item, with AS in capitals. */
    private static int lastAlias(String item) {
        int found = item.length();
        int at = 0;
        while (at < item.length()) {
            int end = Tokens.endOfToken(item, at);
            if (item.substring(at, end).equals("AS")) {
                found = at;
            }
            at = end;
        }
        return item.substring(0, found).stripTrailing().length();
    }
}
