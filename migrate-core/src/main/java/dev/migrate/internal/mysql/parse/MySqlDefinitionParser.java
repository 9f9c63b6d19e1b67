package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IndexBuilder;
import java.util.List;

/** Parses fragments of DDL for MySQL and MariaDB. */
public final class MySqlDefinitionParser implements DefinitionParser {

    private final ServerVersion server;

    public MySqlDefinitionParser(ServerVersion server) {
        this.server = server;
    }

    @Override
    public boolean supports(Feature feature) {
        Capability capability = switch (feature) {
            case CHECK -> Capability.CHECK;
            case COLUMN_CHECK -> Capability.COLUMN_CHECK;
            case DESCENDING_INDEX -> Capability.DESCENDING_INDEX;
            case NOT_NULL_GENERATED -> Capability.GENERATED_NOT_NULL;
        };
        return capability.isIn(server);
    }

    @Override
    public String name(String sql) {
        return QuotedSql.name(sql);
    }

    @Override
    public ColumnDefinition column(String name, String sql) {
        return DefinitionReader.read(name, sql);
    }

    @Override
    public TableSuffix tableSuffix(String sql) {
        int partitions = OptionsText.partitions(sql);
        return new TableSuffix(
                OptionsText.read(sql.substring(0, partitions)),
                partitions == sql.length() ? null : sql.substring(partitions));
    }

    @Override
    public void indexOptions(String sql, IndexBuilder index) {
        IndexText.read(sql, index);
    }

    @Override
    public ForeignKey foreignKey(String name, String sql) {
        return ReferenceText.read(name, sql);
    }

    @Override
    public ForeignKey.Rule onDelete(String sql) {
        return ReferenceText.rule("DELETE", sql);
    }

    @Override
    public ForeignKey.Rule onUpdate(String sql) {
        return ReferenceText.rule("UPDATE", sql);
    }

    @Override
    public String expression(String sql) {
        return Tokens.unwrapped(sql);
    }

    @Override
    public List<CheckDefinition> checks(String sql) {
        return CheckText.read(sql);
    }

    @Override
    public Operation insert(String sql, String table, List<String> columns) {
        return InsertText.read(sql, table, columns);
    }

    @Override
    public String checkName(String table, int number) {
        return (MySqlVersions.isMariaDb(server) ? "CONSTRAINT_" : table + "_chk_") + number;
    }
}
