package dev.migrate.internal.mysql;

import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ScratchDatabases;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Creates scratch databases and recognizes their names. Stateless. */
final class MySqlScratchDatabases implements ScratchDatabases {

    private static final Pattern NAME = Pattern.compile(MySqlScratchDatabase.PREFIX + "[0-9a-f]{16}");

    @Override
    public ScratchDatabase create(DataSource original) {
        return MySqlScratchDatabase.create(original);
    }

    @Override
    public Optional<String> nameIn(String text) {
        Matcher name = NAME.matcher(text);
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }
}
