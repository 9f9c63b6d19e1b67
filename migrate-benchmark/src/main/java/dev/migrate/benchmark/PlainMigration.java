package dev.migrate.benchmark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration of a program without a library. Immutable.
 *
 * @param id the id of the revision
 * @param statements its statements
 */
record PlainMigration(String id, List<String> statements) {

    /** Writes migrations for another process. */
    static void write(List<PlainMigration> migrations, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(migrations.size());
            for (PlainMigration migration : migrations) {
                out.writeUTF(migration.id);
                out.writeInt(migration.statements.size());
                for (String statement : migration.statements) {
                    out.writeUTF(statement);
                }
            }
        }
    }

    static List<PlainMigration> read(Path file) throws IOException {
        List<PlainMigration> migrations = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                String id = in.readUTF();
                List<String> statements = new ArrayList<>();
                int count = in.readInt();
                for (int k = 0; k < count; k++) {
                    statements.add(in.readUTF());
                }
                migrations.add(new PlainMigration(id, statements));
            }
        }
        return migrations;
    }
}
