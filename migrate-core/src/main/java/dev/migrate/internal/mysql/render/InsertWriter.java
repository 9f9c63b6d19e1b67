package dev.migrate.internal.mysql.render;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.Sha256;
import dev.migrate.internal.mysql.script.RawSql;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.operation.InsertRows;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.schema.Literal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders an insert, split into statements that are much smaller than the maximum packet size of every server. Of several
 * statements, only the last one that was needed is kept: the rows are read on to a later one, and again from the first to
 * an earlier one. Thread-safe.
 */
final class InsertWriter {

    private static final int MOST_ROWS = 1_000;
    /**
     * The smallest default of max_allowed_packet among the supported servers is 4 MiB; a character has up to 4 bytes.
     */
    private static final int MOST_CHARACTERS = 1 << 18;

    private final InsertRows operation;
    private final String head;
    /** The source of the next row, or null if the rows have to be read from the first. */
    private @Nullable Iterator<List<Literal>> rows;
    /** The first row that is not part of a statement yet, or null at the end. */
    private @Nullable String row;
    /** The number of rows that were read. */
    private int read;
    /** The last statement. */
    private String text = "";
    /** The number of statements up to the last one. */
    private int written;

    private InsertWriter(InsertRows operation) {
        this.operation = operation;
        head = "INSERT INTO " + Quoting.name(operation.table()) + " " + Quoting.names(operation.columns())
                + " VALUES\n  ";
    }

    static List<PlannedStatement> write(InsertRows operation) {
        return new InsertWriter(operation).write();
    }

    private synchronized List<PlannedStatement> write() {
        List<PlannedStatement> statements = new ArrayList<>();
        start();
        while (row != null) {
            writeNext();
            int number = written;
            String hash = hash();
            statements.add(new PlannedStatement.GeneratedSql(() -> text(number, hash), RawSql.GENERATES_KEYS));
        }
        if (statements.isEmpty()) {
            throw invalid("There are no rows", null);
        }
        return statements.size() > 1
                ? statements
                : List.of(new PlannedStatement.Sql(
                        text, Effect.TRANSACTIONAL, EffectCheck.none(), RawSql.GENERATES_KEYS));
    }

    private void start() {
        read = 0;
        written = 0;
        rows = null;
        readNext();
    }

    private void writeNext() {
        StringBuilder sql = new StringBuilder(head);
        for (int i = 0; row != null && (i == 0 || hasRoom(i, sql.length() + row.length())); i++) {
            sql.append(i == 0 ? "" : ",\n  ").append(row);
            readNext();
        }
        text = sql.toString();
        written++;
    }

    private static boolean hasRoom(int rows, int characters) {
        return rows < MOST_ROWS && characters <= MOST_CHARACTERS;
    }

    private void readNext() {
        try {
            if (rows == null) {
                rows = operation.rows().iterator();
            }
            row = rows.hasNext() ? Quoting.literals(rows.next()) : null;
            read++;
        } catch (RuntimeException e) {
            rows = null;
            throw invalid("Row " + (read + 1) + " cannot be read (" + e + ")", e);
        }
    }

    private synchronized String text(int number, String hash) {
        if (rows == null || written > number) {
            start();
        }
        while (written < number) {
            writeNext();
        }
        if (!hash().equals(hash)) {
            rows = null;
            throw invalid("Other rows than before were read", null);
        }
        return text;
    }

    /** Identifies the last statement, and whether another one follows it. */
    private String hash() {
        return Sha256.of(text) + (row == null);
    }

    private InvalidMigrationException invalid(String problem, @Nullable Throwable cause) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.RECORDING_FAILED,
                problem + " for the table " + operation.table() + ".",
                "Their source must return the same rows each time, at least one.",
                cause);
    }
}
