package dev.migrate.internal.mysql;

import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ScratchDatabases;
import java.util.Optional;
import java.util.regex.Matcher;
import javax.sql.DataSource;

/** Creates scratch databases and recognizes their names. Stateless. */
final class MySqlScratchDatabases implements ScratchDatabases {

    @Override
    public ScratchDatabase create(DataSource original) {
        return MySqlScratchDatabase.create(original);
    }

    @Override
    public Optional<String> nameIn(String text) {
        Matcher name = ScratchName.PATTERN.matcher(text);
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }
}
