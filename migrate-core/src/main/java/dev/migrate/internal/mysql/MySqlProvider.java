package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.advice.MySqlDdlAdvisor;
import dev.migrate.internal.mysql.introspect.MySqlNormalizer;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.internal.mysql.parse.MySqlDefinitionParser;
import dev.migrate.internal.mysql.render.MySqlRenderer;
import dev.migrate.internal.mysql.script.MySqlScriptDialect;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.session.GtidTokens;
import dev.migrate.internal.mysql.session.LockName;
import dev.migrate.internal.mysql.session.MySqlEffectProbe;
import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.session.MySqlHistoryStore;
import dev.migrate.internal.mysql.session.MySqlScriptFrame;
import dev.migrate.internal.mysql.session.MySqlSessionControl;
import dev.migrate.internal.mysql.session.MySqlSessionMonitor;
import dev.migrate.internal.mysql.session.NamedLock;
import dev.migrate.internal.mysql.sql.MaskedSql;
import dev.migrate.provider.CommitTokens;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DdlAdvisor;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.EffectProbe;
import dev.migrate.provider.ErrorClassifier;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.JdbcUrl;
import dev.migrate.provider.MigrationLock;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.SchemaReader;
import dev.migrate.provider.ScratchDatabases;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ScriptFrame;
import dev.migrate.provider.ServerIdentity;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SessionControl;
import dev.migrate.provider.SessionMonitor;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
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
        return new MySqlScratchDatabases();
    }

    @Override
    public DdlAdvisor ddlAdvisor() {
        return new MySqlDdlAdvisor(scratchDatabases());
    }

    @Override
    public Optional<JdbcUrl> jdbcUrl(String url) {
        return MySqlUrls.parse(url);
    }

    @Override
    public String jdbcUrlExamples() {
        return MySqlUrls.EXAMPLES;
    }

    /** Both drivers derive the name from the handshake, so no command is sent. */
    @Override
    public boolean accepts(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("mysql") || product.contains("mariadb");
    }

    @Override
    public ErrorClassifier errorClassifier() {
        return MySqlErrorClassifier.INSTANCE;
    }

    @Override
    public SessionControl sessionControl(Connection connection) {
        return new MySqlSessionControl(connection);
    }

    @Override
    public SessionMonitor sessionMonitor() {
        return new MySqlSessionMonitor();
    }

    @Override
    public MigrationLock migrationLock(Connection connection, ServerIdentity server, String versionTable) {
        return new NamedLock(connection, LockName.of(String.valueOf(server.database()), versionTable));
    }

    @Override
    public HistoryStore historyStore(String versionTable) {
        return new MySqlHistoryStore(versionTable);
    }

    @Override
    public ScriptFrame scriptFrame(
            ServerVersion server, String versionTable, Duration lockTimeout, Duration tableTimeout) {
        return new MySqlScriptFrame(server, versionTable, lockTimeout, tableTimeout);
    }

    @Override
    public EffectProbe effectProbe(Connection connection) {
        return new MySqlEffectProbe(connection);
    }

    @Override
    public Optional<CommitTokens> commitTokens(Connection connection, String versionTable) {
        return Optional.of(new GtidTokens(connection, versionTable));
    }

    @Override
    public String maskSecrets(String sql) {
        return MaskedSql.of(sql);
    }
}
