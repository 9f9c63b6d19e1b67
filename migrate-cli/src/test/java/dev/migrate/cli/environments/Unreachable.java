package dev.migrate.cli.environments;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;
import dev.migrate.cli.migrations.M001Notes;
import dev.migrate.model.Model;
import dev.migrate.schema.Schema;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Provides migrations, a model, and a database that is recognizable by its error. */
public final class Unreachable implements Environment {

    @Override
    public void configure(MigratorBuilder builder) {
        DataSource dataSource = (DataSource) Proxy.newProxyInstance(
                Unreachable.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new SQLException("the database of the environment class");
                });
        builder.dataSource(dataSource)
                .migrations(new M001Notes())
                .model(Model.of(Schema.builder().build()));
    }
}
