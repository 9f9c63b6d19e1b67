package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.DatabaseError;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Omission;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collects the objects that cannot be read, so that all others are. Not thread-safe. */
final class Omissions {

    private final String database;
    private final List<Omission> all = new ArrayList<>();

    /**
     * Prepares the collection.
     *
     * @param database the name of the database, which is left out of the reasons: it may be that of a scratch database
     */
    Omissions(String database) {
        this.database = database;
    }

    /** Reads one object. */
    interface Reading {
        void read() throws SQLException;
    }

    /**
     * Reads an object. A failure concerns this object only.
     *
     * @throws SQLException if the connection is lost
     */
    void attempt(ObjectKind kind, String name, Reading reading) throws SQLException {
        try {
            reading.read();
        } catch (SQLException e) {
            DatabaseError error = MySqlErrorClassifier.INSTANCE.classify(e);
            if (error.isConnectionLost()) {
                throw e;
            }
            add(kind, name, error.text());
        } catch (IllegalArgumentException | IllegalStateException e) {
            add(kind, name, String.valueOf(e.getMessage()));
        }
    }

    void add(ObjectKind kind, String name, String reason) {
        String unqualified = reason.replace("'" + database + ".", "'").replace(Quoting.name(database) + ".", "");
        String clause = unqualified.endsWith(".") ? unqualified.substring(0, unqualified.length() - 1) : unqualified;
        all.add(new Omission(kind, name, null, clause));
    }

    /** Adds an attribute of a table that is not compared. */
    void addAttribute(String table, String attribute, String reason) {
        all.add(new Omission(ObjectKind.TABLE, table, attribute, reason));
    }

    List<Omission> all() {
        return all;
    }
}
