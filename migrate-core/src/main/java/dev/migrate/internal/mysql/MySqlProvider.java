package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.introspect.MySqlNormalizer;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.internal.mysql.parse.MySqlDefinitionParser;
import dev.migrate.internal.mysql.render.MySqlRenderer;
import dev.migrate.internal.mysql.script.MySqlScriptDialect;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.SchemaReader;
import dev.migrate.provider.ScratchDatabases;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.util.Optional;

/** The provider for MySQL and MariaDB. */
public final class MySqlProvider implements DatabaseProvider {

    /** Constructor for {@link java.util.ServiceLoader}. */
    public MySqlProvider() {}

    @Override
    public Optional<ServerVersion> serverVersion(String reported) {
        return MySqlVersions.parse(reported);
    }

    @Override
    public Optional<ServerVersion> serverNamed(String name) {
        return MySqlVersions.named(name);
    }

    @Override
    public String serverNameExamples() {
        return "mysql-8.0.36 or mariadb-10.11";
    }

    @Override
    public String supportedServers() {
        return MySqlVersions.SUPPORTED;
    }

    @Override
    public boolean supports(ServerVersion server) {
        return MySqlVersions.isSupported(server);
    }

    @Override
    public SqlRenderer renderer(ServerVersion server) {
        return new MySqlRenderer(server);
    }

    @Override
    public ScriptDialect scriptDialect(ServerVersion server) {
        return new MySqlScriptDialect(server);
    }

    @Override
    public DefinitionParser definitionParser(ServerVersion server) {
        return new MySqlDefinitionParser(server);
    }

    @Override
    public SchemaReader schemaReader() {
        return new MySqlSchemaReader();
    }

    @Override
    public Normalizer normalizer(Connection connection) {
        return MySqlNormalizer.on(connection);
    }

    @Override
    public ScratchDatabases scratchDatabases() {
        return MySqlScratchDatabase::create;
    }
}
