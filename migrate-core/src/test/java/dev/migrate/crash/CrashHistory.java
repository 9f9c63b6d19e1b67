package dev.migrate.crash;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Trigger;
import java.sql.Statement;

/**
 * The migrations of the crash tests: every kind of statement, mixed, in a history with branches and merges, followed by
 * one that is rejected.
 *
 * <p>Changes of rows show how often they were executed: they add a row to the table {@code change_log}, which exists
 * before the first migration, or increment a counter.
 */
final class CrashHistory {

    private CrashHistory() {}

    /**
     * The migrations for a server.
     *
     * @param knowsChecks whether the server has check constraints
     */
    static Migration[] of(boolean knowsChecks) {
        return new Migration[] {
            new Tables(),
            new Columns(),
            new Renames(),
            new Constraints(knowsChecks),
            new Programs(),
            new Joined(),
            new Keys(),
            new ByHand(),
            new Shops(),
            new Births(),
            new Sales(),
            new Refused()
        };
    }

    private static void probe(Operations op, String what) {
        op.insert("change_log", rows -> rows.columns("what").values(what));
    }

    @Revision(id = "c1", message = "tables with rows; the way back is derived")
    private static final class Tables implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("author", t -> {
                t.column("id", integer()).notNull();
                t.column("name", varchar(40)).notNull();
                t.primaryKey("id");
            });
            op.createTable("book", t -> {
                t.column("id", integer()).notNull();
                t.column("author", integer());
                t.column("title", varchar(40)).notNull();
                t.column("pages", integer()).notNull().defaultValue(1);
                t.primaryKey("id");
                t.index("ix_title", "title");
            });
            op.insert(
                    "author",
                    rows -> rows.columns("id", "name").values(1, "Ann").values(2, "Ben"));
            op.insert(
                    "book",
                    rows -> rows.columns("id", "author", "title")
                            .values(1, 1, "One")
                            .values(2, 2, "Two"));
        }
    }

    @Revision(id = "c2", parents = "c1", message = "columns and indexes, in statements of several clauses")
    private static final class Columns implements Migration {
        @Override
        public void up(Operations op) {
            schema(op);
            probe(op, "c2 up");
        }

        @Override
        public void down(Operations op) {
            probe(op, "c2 down");
            op.invert(Columns::schema);
        }

        private static void schema(Operations op) {
            op.addColumn("author", "email", varchar(60));
            op.createIndex("author", "ix_email", "email");
            op.table("book", t -> {
                t.addColumn("isbn", varchar(13), c -> c.comment("where it is sold"));
                t.addUniqueConstraint("uq_isbn", "isbn");
                t.dropIndex("ix_title", "title");
            });
        }
    }

    @Revision(id = "c3", parents = "c2", message = "renames and changed columns, with rows counted up in between")
    private static final class Renames implements Migration {
        @Override
        public void up(Operations op) {
            op.alterColumn("book", "title", c -> c.type(varchar(80)).comment("as on the cover"));
            op.execute("UPDATE book SET pages = pages + 1");
            op.renameColumn("book", "pages", "length");
            op.execute("UPDATE book SET length = length + 10");
            op.keepSeparate();
            op.table("author", t -> t.renameIndex("ix_email", "ix_mail"));
            op.renameTable("author", "writer");
            probe(op, "c3 up");
        }

        @Override
        public void down(Operations op) {
            op.renameTable("writer", "author");
            probe(op, "c3 down");
            op.table("author", t -> t.renameIndex("ix_mail", "ix_email"));
            op.execute("UPDATE book SET length = length - 10");
            op.renameColumn("book", "length", "pages");
            op.execute("UPDATE book SET pages = pages - 1");
            op.alterColumn("book", "title", c -> c.type(varchar(40)).comment(""));
        }
    }

    @Revision(id = "c4a", parents = "c3", message = "constraints; the way back is derived")
    private static final class Constraints implements Migration {

        private final boolean knowsChecks;

        Constraints(boolean knowsChecks) {
            this.knowsChecks = knowsChecks;
        }

        @Override
        public void up(Operations op) {
            op.addForeignKey("book", "fk_author", "author", fk -> fk.references("writer", "id"));
            op.addUniqueConstraint("writer", "uq_name", "name");
            if (knowsChecks) {
                op.table("book", t -> t.addCheck("ck_length", "length > 0"));
            }
            op.createTable("review", t -> {
                t.column("book", integer()).notNull();
                t.column("text", varchar(100));
                t.index("ix_book", "book");
                t.foreignKey("fk_review_book", "book").references("book", "id");
            });
        }
    }

    @Revision(id = "c4b", parents = "c3", message = "views, triggers and routines")
    private static final class Programs implements Migration {
        @Override
        public void up(Operations op) {
            probe(op, "c4b up");
            programs(op);
        }

        @Override
        public void down(Operations op) {
            op.invert(Programs::programs);
            probe(op, "c4b down");
        }

        private static void programs(Operations op) {
            op.createView("titles", "SELECT id, title FROM book");
            op.createTrigger(new Trigger(
                    "longer", "book", Trigger.Timing.BEFORE, Trigger.Event.INSERT, "SET NEW.length = NEW.length + 1"));
            op.createRoutine(new Routine(Routine.Kind.PROCEDURE, "seen", "() SELECT COUNT(*) FROM change_log"));
            op.createRoutine(new Routine(Routine.Kind.FUNCTION, "seven", "() RETURNS INT DETERMINISTIC RETURN 7"));
            op.createEvent(new ScheduledEvent("yearly", "ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO CALL seen()"));
        }
    }

    @Revision(
            id = "c5",
            parents = {"c4a", "c4b"},
            message = "joins the two, and has no statement")
    private static final class Joined implements Migration {
        @Override
        public void up(Operations op) {}
    }

    @Revision(id = "c6", parents = "c5", message = "another primary key and another character set")
    private static final class Keys implements Migration {
        @Override
        public void up(Operations op) {
            op.table("review", t -> {
                t.addColumn("number", integer(), c -> c.notNull().defaultValue(1));
                t.addPrimaryKey("book", "number");
            });
            op.insert(
                    "review",
                    rows -> rows.columns("book", "number", "text")
                            .values(1, 1, "good")
                            .values(2, 1, "bad"));
            op.execute("UPDATE book SET length = length + 1000");
            op.table("review", t -> t.convertCharset("latin1", "latin1_swedish_ci"));
            op.keepSeparate();
            op.alterColumn("review", "text", c -> c.notNull().defaultValue("none"));
            op.createIndex("review", "ix_text", "text");
        }

        @Override
        public void down(Operations op) {
            op.dropIndex("review", "ix_text");
            op.alterColumn("review", "text", c -> c.nullable().noDefault());
            op.table("review", t -> t.convertCharset("utf8mb4", "utf8mb4_general_ci"));
            op.execute("DELETE FROM review");
            op.table("review", t -> {
                t.dropPrimaryKey("book", "number");
                t.dropColumn("number");
            });
            op.execute("UPDATE book SET length = length - 1000");
            probe(op, "c6 down");
        }
    }

    @Revision(id = "c7", parents = "c6", message = "SQL that is written by hand, and work in Java")
    private static final class ByHand implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("SET @more = 100");
            op.execute("ALTER TABLE book ADD COLUMN shelf VARCHAR(20) DEFAULT 'A', ADD KEY ix_shelf (shelf)");
            op.execute("UPDATE book SET length = length + @more");
            op.scriptText("""
                CREATE TABLE shelf (name VARCHAR(20) NOT NULL PRIMARY KEY);
                INSERT INTO shelf (name) VALUES ('A'), ('B');
                INSERT INTO change_log (what) VALUES ('c7 script');
                CREATE INDEX ix_shelf_length ON book (shelf, length);
                """);
            op.run("counts the books", connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO change_log (what) SELECT CONCAT('c7 books ', COUNT(*)) FROM book");
                }
            });
            op.execute("RENAME TABLE shelf TO rack");
            probe(op, "c7 up");
        }

        @Override
        public void down(Operations op) {
            op.run("sees that it goes back", connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO change_log (what) VALUES ('c7 goes back')");
                }
            });
            op.dropTable("rack");
            op.execute("UPDATE book SET length = length - 100");
            op.execute("DROP INDEX ix_shelf_length ON book");
            op.execute("ALTER TABLE book DROP KEY ix_shelf, DROP COLUMN shelf");
            probe(op, "c7 down");
        }
    }

    @Revision(id = "c8", parents = "c7", message = "the first of three that share an intent, up and down")
    private static final class Shops implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("shop", t -> {
                t.column("id", integer()).notNull();
                t.column("city", varchar(40));
                t.primaryKey("id");
            });
        }
    }

    @Revision(id = "c9", parents = "c8", message = "a column of a table that is there, and one of the new one")
    private static final class Births implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("writer", "born", integer());
            op.createIndex("shop", "ix_city", "city");
        }
    }

    @Revision(id = "c10", parents = "c9", message = "a table that refers to the new one")
    private static final class Sales implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("sale", t -> {
                t.column("id", integer()).notNull();
                t.column("shop", integer());
                t.primaryKey("id");
                t.foreignKey("fk_shop", "shop").references("shop", "id");
            });
        }
    }

    @Revision(id = "c11", parents = "c10", message = "reversible statements, followed by one that is rejected")
    private static final class Refused implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("chapter", t -> {
                t.column("book", integer()).notNull();
                t.column("title", varchar(40)).notNull();
                t.index("ix_chapter", "book");
            });
            op.insert("chapter", rows -> rows.columns("book", "title").values(1, "First"));
            op.table("shop", t -> {
                t.addColumn("street", varchar(40));
                t.createIndex("ix_street", "street");
            });
            op.renameColumn("shop", "city", "town");
            op.renameTable("sale", "sold");
            op.addForeignKey("chapter", "fk_chapter", "book", fk -> fk.references("book", "id"));
            op.createView("towns", "SELECT town FROM shop");
            op.createTrigger(new Trigger(
                    "named", "shop", Trigger.Timing.BEFORE, Trigger.Event.INSERT, "SET NEW.street = NEW.town"));
            op.createRoutine(new Routine(Routine.Kind.FUNCTION, "eight", "() RETURNS INT DETERMINISTIC RETURN 8"));
            op.addUniqueConstraint("book", "uq_shelf", "shelf");
        }
    }
}
