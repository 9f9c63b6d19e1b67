package dev.migrate;

import dev.migrate.diff.Renames;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Two schemas as scripts.
 *
 * @param name a name for messages
 * @param where the servers that support both
 * @param from the statements that create the first schema
 * @param to the statements that create the second schema
 * @param renames the renames to declare
 * @param isExact whether the migration creates the definitions that a client creates, down to the order of keys
 */
record ScriptPair(
        String name,
        Predicate<ServerVersion> where,
        List<String> from,
        List<String> to,
        Renames renames,
        boolean isExact) {

    private static final Predicate<ServerVersion> ALL = ScriptPair::isAny;
    private static final Predicate<ServerVersion> MARIADB = MySqlVersions::isMariaDb;
    private static final Predicate<ServerVersion> MYSQL = MARIADB.negate();

    private static boolean isAny(ServerVersion server) {
        return !server.product().isEmpty();
    }

    private static Predicate<ServerVersion> mySqlFrom(int minor, int patch) {
        return server -> server.isAtLeast(MySqlVersions.MYSQL, 8, minor, patch);
    }

    static List<ScriptPair> all() {
        List<ScriptPair> all = new ArrayList<>();
        all.add(of("an encoding that is the default of the database", ALL)
                .from("CREATE TABLE p (id INT NOT NULL PRIMARY KEY, a VARCHAR(10)) DEFAULT CHARSET=latin1")
                .to("CREATE TABLE p (id INT NOT NULL PRIMARY KEY, a VARCHAR(10)) DEFAULT CHARSET=utf8mb4"));
        all.add(of("an encoding of a column that is the default of the database", ALL)
                .from("CREATE TABLE p (id INT NOT NULL PRIMARY KEY, a VARCHAR(10) CHARACTER SET latin1)")
                .to("CREATE TABLE p (id INT NOT NULL PRIMARY KEY, a VARCHAR(10) CHARACTER SET utf8mb4)"));
        all.add(of("the default engine", ALL)
                .from("CREATE TABLE p (id INT NOT NULL PRIMARY KEY) ENGINE=MyISAM")
                .to("CREATE TABLE p (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB"));
        all.add(of("an encoding that another statement specifies", ALL)
                .from("CREATE TABLE p (id INT NOT NULL PRIMARY KEY, a VARCHAR(10)) DEFAULT CHARSET=latin1")
                .to(
                        "CREATE TABLE p (id INT NOT NULL PRIMARY KEY, a VARCHAR(10)) ",
                        "ALTER TABLE p CONVERT TO CHARACTER SET utf8mb4"));
        all.add(of("a view over two databases", ALL)
                .from(
                        "CREATE TABLE base (id INT PRIMARY KEY, n INT)",
                        "CREATE VIEW here AS SELECT b.id FROM base b JOIN mysql.time_zone z ON z.time_zone_id = b.n")
                .to(
                        "CREATE TABLE base (id INT PRIMARY KEY, n INT)",
                        "CREATE VIEW here AS SELECT b.id FROM base b JOIN mysql.time_zone z ON z.time_zone_id = b.n",
                        "CREATE VIEW there AS SELECT b.n, base.id FROM base JOIN base b"
                                + " JOIN mysql.time_zone z ON z.time_zone_id = b.n WHERE base.n > 1"));
        all.add(of("a view with an incomplete GROUP BY", MARIADB)
                .from(
                        "CREATE TABLE visit (person INT, place INT)",
                        "CREATE VIEW last_place AS SELECT person, place, COUNT(*) AS visits FROM visit GROUP BY person")
                .to(
                        "CREATE TABLE visit (person INT, place INT, at DATETIME)",
                        "CREATE VIEW last_place AS SELECT person, place, COUNT(*) AS visits FROM visit GROUP BY person",
                        "CREATE VIEW last AS SELECT person, place FROM visit GROUP BY person"));
        all.add(of("a sequence in a default", MARIADB)
                .from(
                        "CREATE SEQUENCE ticket_no",
                        "CREATE TABLE ticket (id BIGINT NOT NULL DEFAULT NEXTVAL(ticket_no) PRIMARY KEY, n INT)")
                .to(
                        "CREATE SEQUENCE ticket_no",
                        "CREATE TABLE ticket (id BIGINT NOT NULL DEFAULT NEXTVAL(ticket_no) PRIMARY KEY, n INT,"
                                + " m INT)"));
        all.add(of("a window function in a view with a list of columns", MARIADB.or(mySqlFrom(0, 15)))
                .from("CREATE TABLE t (id INT PRIMARY KEY, p INT)")
                .to(
                        "CREATE TABLE t (id INT PRIMARY KEY, p INT)",
                        "CREATE VIEW v (i, rn) AS SELECT id, ROW_NUMBER() OVER (PARTITION BY p ORDER BY id) FROM t"));
        all.add(of("views whose names are names of columns", ALL)
                .from("CREATE TABLE base (id INT PRIMARY KEY, total INT)")
                .to(
                        "CREATE TABLE base (id INT PRIMARY KEY, total INT)",
                        "CREATE VIEW lines_all AS SELECT id, total FROM base",
                        "CREATE VIEW total AS SELECT id FROM lines_all"));
        all.add(of("a renamed table with views and a trigger", ALL)
                .renames(Renames.NONE.table("a", "b"))
                .from(
                        "CREATE TABLE a (id INT PRIMARY KEY)",
                        "CREATE VIEW v1 AS SELECT id FROM a",
                        "CREATE VIEW v2 AS SELECT id FROM v1",
                        "CREATE TRIGGER t1 BEFORE INSERT ON a FOR EACH ROW SET @x = 1",
                        "CREATE TRIGGER t2 BEFORE DELETE ON a FOR EACH ROW SET @x = 1")
                .to(
                        "CREATE TABLE b (id INT PRIMARY KEY)",
                        "CREATE VIEW v1 AS SELECT id FROM b",
                        "CREATE VIEW v2 AS SELECT id FROM v1",
                        "CREATE TRIGGER t1 BEFORE INSERT ON b FOR EACH ROW SET @x = 2",
                        "CREATE TRIGGER t2 BEFORE DELETE ON b FOR EACH ROW SET @x = 1"));
        all.add(of("a zero date", ALL)
                .from(
                        "SET sql_mode=''",
                        "CREATE TABLE t (id INT PRIMARY KEY, d DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00',"
                                + " n VARCHAR(20))")
                .to(
                        "SET sql_mode=''",
                        "CREATE TABLE t (id INT PRIMARY KEY, d DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00',"
                                + " n VARCHAR(30), m INT NOT NULL DEFAULT 0)",
                        "CREATE TABLE u (id INT PRIMARY KEY, d DATE NOT NULL DEFAULT '0000-00-00')"));
        all.add(of("the first primary key of a table with a generated one", mySqlFrom(0, 30))
                .from(
                        "SET SESSION sql_generate_invisible_primary_key = 1",
                        "CREATE TABLE reset (email VARCHAR(50) NOT NULL, token VARCHAR(50))")
                .to("CREATE TABLE reset (email VARCHAR(50) NOT NULL PRIMARY KEY, token VARCHAR(50))"));
        all.addAll(keysAndColumns());
        return all;
    }

    private static List<ScriptPair> keysAndColumns() {
        List<ScriptPair> all = new ArrayList<>();
        all.add(of("an indexed column becomes TEXT", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(50), b VARCHAR(50), c VARCHAR(90), KEY k (a),"
                        + " UNIQUE KEY u (b, id), KEY l (c))")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a TEXT, b JSON, c TEXT, KEY l (c(50)))"));
        all.add(of("page checksums", MARIADB)
                .from(
                        "CREATE TABLE t (id INT PRIMARY KEY) ENGINE=Aria",
                        "CREATE TABLE u (id INT PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=0",
                        "CREATE TABLE v (id INT PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=1",
                        "CREATE TABLE w (id INT PRIMARY KEY) ENGINE=Aria",
                        "CREATE TABLE x (id INT PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=0",
                        "CREATE TABLE y (id INT PRIMARY KEY) ENGINE=InnoDB PAGE_CHECKSUM=1")
                .to(
                        "CREATE TABLE t (id INT PRIMARY KEY, n INT) ENGINE=Aria",
                        "CREATE TABLE u (id INT PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=1",
                        "CREATE TABLE v (id INT PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=0",
                        "CREATE TABLE w (id INT PRIMARY KEY) ENGINE=InnoDB",
                        "CREATE TABLE x (id INT PRIMARY KEY) ENGINE=InnoDB",
                        "CREATE TABLE y (id INT PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=0"));
        all.add(of("a column does not fit into the indexes that are dropped", ALL)
                .from(
                        "CREATE TABLE q (id INT PRIMARY KEY)",
                        "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(700), p INT, b VARBINARY(600), KEY k (a),"
                                + " UNIQUE KEY u (p, a), KEY v (b), CONSTRAINT f FOREIGN KEY (p) REFERENCES q (id))"
                                + " DEFAULT CHARSET=latin1 ROW_FORMAT=COMPACT")
                .to(
                        "CREATE TABLE q (id INT PRIMARY KEY)",
                        "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(800), p INT, b VARBINARY(900), KEY l (p),"
                                + " KEY m (a(100)), KEY v (b(9)), CONSTRAINT f FOREIGN KEY (p) REFERENCES q (id))"
                                + " DEFAULT CHARSET=utf8mb4 ROW_FORMAT=COMPACT"));
        all.add(of("a column of TEXT becomes an indexed one", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a TEXT, KEY k (a(50)))")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(50), KEY k (a))"));
        all.add(of("a column of the primary key becomes TEXT", ALL)
                .from("CREATE TABLE t (id INT NOT NULL, a VARCHAR(50) NOT NULL, PRIMARY KEY (a))")
                .to("CREATE TABLE t (id INT NOT NULL, a TEXT NOT NULL, PRIMARY KEY (id))"));
        all.add(of("the primary key becomes a generated column", MYSQL)
                .from("CREATE TABLE t (id BIGINT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (id))")
                .to("CREATE TABLE t (id BIGINT GENERATED ALWAYS AS (1) STORED NOT NULL, n BIGINT NOT NULL,"
                        + " PRIMARY KEY (id))"));
        all.add(of("the key of a generated column moves to another column", MYSQL)
                .from("CREATE TABLE t (id BIGINT GENERATED ALWAYS AS (1) STORED NOT NULL, n BIGINT NOT NULL,"
                        + " PRIMARY KEY (id))")
                .to("CREATE TABLE t (n BIGINT NOT NULL, PRIMARY KEY (n))"));
        all.add(of("members of binary ENUM and SET in a default", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY) DEFAULT CHARSET=binary")
                .to(
                        "CREATE TABLE t (id INT PRIMARY KEY, e ENUM('a', 'b') NOT NULL DEFAULT 'a',"
                                + " s SET('x', 'y') DEFAULT 'x') DEFAULT CHARSET=binary",
                        "CREATE TABLE u (id INT PRIMARY KEY, e ENUM('a', 'ä') NOT NULL DEFAULT 'ä')"
                                + " DEFAULT CHARSET=binary"));
        all.add(of("numbers and bits with a default", ALL)
                .from(
                        "CREATE TABLE t (id INT PRIMARY KEY, n INT NOT NULL DEFAULT 0, m BIT(8) NOT NULL DEFAULT b'101')",
                        "CREATE TABLE u (id INT PRIMARY KEY, n TINYINT NOT NULL DEFAULT 0)")
                .to(
                        "CREATE TABLE t (id INT PRIMARY KEY, n BIT(8) NOT NULL DEFAULT b'0', m INT NOT NULL DEFAULT 5)",
                        "CREATE TABLE u (id INT PRIMARY KEY, n BIT(1) NOT NULL DEFAULT b'0')"));
        all.add(of("generated columns that use generated columns", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a INT, g INT GENERATED ALWAYS AS (a + 1) VIRTUAL,"
                        + " h INT GENERATED ALWAYS AS (g * 2) VIRTUAL, i INT GENERATED ALWAYS AS (h * 2) STORED)")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a INT)"));
        all.add(of("a table that gets a history and changes", MARIADB)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a INT)")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(9) NOT NULL, b INT) WITH SYSTEM VERSIONING"));
        all.add(of("an index on a primary key that becomes a generated column", ALL)
                .from("CREATE TABLE t (a INT, id INT NOT NULL PRIMARY KEY, KEY k (id))")
                .to("CREATE TABLE t (a INT, id VARCHAR(100) GENERATED ALWAYS AS (hex(a)) VIRTUAL, KEY k (id))"));
        all.add(of("a unique key with a generated column", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a INT, g INT GENERATED ALWAYS AS (id + 1),"
                        + " UNIQUE KEY u (a, g))")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a INT)"));
        all.add(of("a number becomes a shape with a reference system", MARIADB)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a INT)")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a POINT REF_SYSTEM_ID=4326)"));
        all.add(of("a zero date in a table with a check", MARIADB.or(mySqlFrom(0, 16)))
                .from(
                        "SET sql_mode=''",
                        "CREATE TABLE t (id INT PRIMARY KEY, d TIMESTAMP(3) NOT NULL DEFAULT 0, CHECK (id > 0))")
                .to(
                        "SET sql_mode=''",
                        "CREATE TABLE t (id INT PRIMARY KEY, d TIMESTAMP(3) NOT NULL DEFAULT 0, a INT,"
                                + " CHECK (id > 1))"));
        all.add(of("a generated column that another one uses becomes an ordinary one", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY, g INT GENERATED ALWAYS AS (id + 1) VIRTUAL,"
                        + " h BIGINT GENERATED ALWAYS AS (g + 1) STORED)")
                .to("CREATE TABLE t (id INT PRIMARY KEY, g BINARY(4), h BIGINT GENERATED ALWAYS AS (g + 1) STORED)"));
        all.add(of("foreign keys of a table to itself without a key", MYSQL)
                .from("CREATE TABLE t (id INT NOT NULL, a INT, b INT, PRIMARY KEY (id), UNIQUE KEY u (a, id),"
                        + " CONSTRAINT x FOREIGN KEY (b) REFERENCES t (id), FOREIGN KEY (a) REFERENCES t (id))")
                .to("CREATE TABLE t (id INT NOT NULL, b INT)"));
        all.add(of("a specified encoding that is that of the table", ALL)
                .from("CREATE TABLE p (id INT NOT NULL PRIMARY KEY)")
                .to(
                        "CREATE TABLE p (id INT NOT NULL PRIMARY KEY)",
                        "CREATE TABLE q (id INT PRIMARY KEY, a VARCHAR(9) CHARACTER SET utf8mb4, b TEXT,"
                                + " e ENUM('x') CHARACTER SET latin1, s SET('y') COLLATE latin1_bin)"
                                + " DEFAULT CHARSET=latin1 COLLATE=latin1_bin",
                        "CREATE TABLE r (id INT PRIMARY KEY, a VARCHAR(9) CHARACTER SET utf8mb4, b TEXT)")
                .exact());
        all.add(of("columns that inherit another encoding", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20) NOT NULL, b VARCHAR(9) CHARACTER SET ascii,"
                        + " e ENUM('x', 'y') DEFAULT 'x', c TEXT, KEY k (a)) DEFAULT CHARSET=latin1")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(25) NOT NULL, b VARCHAR(9) CHARACTER SET ascii,"
                        + " e ENUM('x', 'y') DEFAULT 'x', c TEXT, d CHAR(3), KEY k (a)) DEFAULT CHARSET=utf8mb4")
                .exact());
        all.add(of("an index that another one makes superfluous", ALL)
                .from("CREATE TABLE p (id INT PRIMARY KEY)")
                .to(
                        "CREATE TABLE p (id INT PRIMARY KEY)",
                        "CREATE TABLE c (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a, b), KEY f (a),"
                                + " CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id))")
                .exact());
        all.add(of("foreign keys without names, and the order of keys", ALL)
                .from("CREATE TABLE p (id INT PRIMARY KEY)")
                .to(
                        "CREATE TABLE p (id INT PRIMARY KEY)",
                        "CREATE TABLE q (x INT, y INT, PRIMARY KEY (x, y))",
                        "CREATE TABLE c (z INT, a INT, b INT, d INT, KEY y (d), KEY x (z, d), UNIQUE KEY u (b),"
                                + " FOREIGN KEY (z) REFERENCES p (id), FOREIGN KEY (a) REFERENCES p (id),"
                                + " CONSTRAINT named FOREIGN KEY (d) REFERENCES p (id),"
                                + " CONSTRAINT first FOREIGN KEY (b, z) REFERENCES q (x, y), KEY w (d, a),"
                                + " KEY v (a, d) USING BTREE)")
                .exact());
        all.add(of("an index that replaces that of a foreign key without a name", ALL)
                .from(
                        "CREATE TABLE p (id INT PRIMARY KEY)",
                        "CREATE TABLE c (a INT, b INT, FOREIGN KEY (a) REFERENCES p (id))")
                .to(
                        "CREATE TABLE p (id INT PRIMARY KEY)",
                        "CREATE TABLE c (a INT, b INT, KEY other (a, b), FOREIGN KEY (a) REFERENCES p (id))"));
        all.add(of("a foreign key without a name is dropped", ALL)
                .from(
                        "CREATE TABLE p (id INT PRIMARY KEY)",
                        "CREATE TABLE c (a INT, b INT, FOREIGN KEY (a) REFERENCES p (id))")
                .to("CREATE TABLE p (id INT PRIMARY KEY)", "CREATE TABLE c (a INT, b INT)"));
        all.add(of("partitions by the primary key", ALL)
                .from("CREATE TABLE z (id INT PRIMARY KEY)")
                .to(
                        "CREATE TABLE z (id INT PRIMARY KEY)",
                        "CREATE TABLE p (id INT NOT NULL PRIMARY KEY, v INT) PARTITION BY KEY () PARTITIONS 2")
                .exact());
        all.add(of("expressions as defaults", mySqlFrom(0, 15))
                .from("CREATE TABLE z (id INT PRIMARY KEY)", "CREATE TABLE u (d DATETIME DEFAULT CURRENT_TIMESTAMP)")
                .to(
                        "CREATE TABLE z (id INT PRIMARY KEY)",
                        "CREATE TABLE u (d DATETIME DEFAULT (now()))",
                        "CREATE TABLE d (a DATETIME DEFAULT (now()), b DATETIME DEFAULT now(),"
                                + " c DECIMAL(5,2) DEFAULT (1.5), e BIT(2) DEFAULT (b'0'), f INT DEFAULT (1),"
                                + " g VARCHAR(5) DEFAULT ('x'), h TIMESTAMP(3) DEFAULT (now(3)),"
                                + " i TEXT DEFAULT ('y'), j BIT(2) DEFAULT b'1', k DATETIME(6) DEFAULT (now(3)))")
                .exact());
        all.add(of("a collation that columns inherit", ALL)
                .from("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), b TEXT)"
                        + " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci")
                .to("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20), b TEXT NOT NULL, c VARCHAR(9) NOT NULL)"
                        + " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci")
                .exact());
        all.add(of("the mode and the collation of the session that creates a routine", ALL)
                .from("CREATE TABLE z (id INT PRIMARY KEY)")
                .to(
                        "CREATE TABLE z (id INT PRIMARY KEY)",
                        "SET sql_mode = 'TRADITIONAL', collation_connection = 'utf8mb4_unicode_ci'",
                        "CREATE PROCEDURE p() SELECT 1",
                        "CREATE TRIGGER t BEFORE INSERT ON z FOR EACH ROW SET @x = 1"));
        all.add(of("a generated primary key", mySqlFrom(0, 30))
                .from("CREATE TABLE z (id INT PRIMARY KEY)")
                .to(
                        "CREATE TABLE z (id INT PRIMARY KEY)",
                        "SET SESSION sql_generate_invisible_primary_key = 1",
                        "CREATE TABLE g (v INT)")
                .exact());
        all.add(of("a renamed column in the partitioning", ALL)
                .renames(Renames.NONE.column("t", "y", "yr"))
                .from("CREATE TABLE t (id INT NOT NULL, y INT NOT NULL, n VARCHAR(10), PRIMARY KEY (id, y))"
                        + " PARTITION BY HASH (y) PARTITIONS 3")
                .to("CREATE TABLE t (id BIGINT NOT NULL, yr INT NOT NULL, n VARCHAR(20), PRIMARY KEY (id, yr))"
                        + " PARTITION BY HASH (yr) PARTITIONS 3"));
        all.add(of("a table with a history", MARIADB)
                .from("CREATE TABLE t (id INT PRIMARY KEY, n VARCHAR(10), s INT WITHOUT SYSTEM VERSIONING)"
                        + " WITH SYSTEM VERSIONING")
                .to("CREATE TABLE t (id INT PRIMARY KEY, n VARCHAR(20), s INT, x INT) WITH SYSTEM VERSIONING"));
        all.add(of("events", ALL)
                .from(
                        "CREATE TABLE log (id INT PRIMARY KEY)",
                        "CREATE EVENT same ON SCHEDULE EVERY 1 DAY DO DELETE FROM log",
                        "CREATE EVENT later ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2037-01-01 03:00:00'"
                                + " ENDS '2037-06-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'it''s'"
                                + " DO DELETE FROM log WHERE id > 1",
                        "CREATE EVENT gone ON SCHEDULE AT '2037-01-01 00:00:00' DO DELETE FROM log")
                .to(
                        "CREATE TABLE log (id INT PRIMARY KEY)",
                        "CREATE EVENT same ON SCHEDULE EVERY 1 DAY DO DELETE FROM log",
                        "CREATE EVENT later ON SCHEDULE EVERY 2 HOUR STARTS '2037-01-01 03:00:00'"
                                + " ENDS '2037-06-01 00:00:00' ON COMPLETION PRESERVE ENABLE COMMENT 'it''s'"
                                + " DO DELETE FROM log WHERE id > 1",
                        "CREATE EVENT soon ON SCHEDULE AT CURRENT_TIMESTAMP + INTERVAL 1 YEAR DO DELETE FROM log",
                        "CREATE EVENT often ON SCHEDULE EVERY 1 MINUTE STARTS CURRENT_TIMESTAMP + INTERVAL 1 YEAR"
                                + " ENDS CURRENT_TIMESTAMP + INTERVAL 2 YEAR DO DELETE FROM log",
                        "SET time_zone = '+05:00'",
                        "CREATE EVENT away ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' DISABLE ON SLAVE"
                                + " DO DELETE FROM log"));
        all.add(of("the schedule and the status of an event that other statements change", ALL)
                .from("CREATE TABLE log (id INT PRIMARY KEY)")
                .to(
                        "CREATE TABLE log (id INT PRIMARY KEY)",
                        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM log",
                        "CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 3 DAY DO SET @x = 1",
                        "ALTER EVENT e ON SCHEDULE EVERY 2 DAY RENAME TO f ENABLE COMMENT 'c'",
                        "CREATE EVENT g ON SCHEDULE EVERY 1 DAY DO DELETE FROM log",
                        "DROP EVENT g"));
        all.add(of("sequences", MARIADB)
                .from(
                        "CREATE SEQUENCE same START WITH 5",
                        "CREATE SEQUENCE changed MAXVALUE 100 CACHE 10",
                        "CREATE TABLE t (id BIGINT NOT NULL DEFAULT NEXTVAL(same) PRIMARY KEY)")
                .to(
                        "CREATE SEQUENCE same START WITH 5",
                        "CREATE SEQUENCE changed START WITH 3 MAXVALUE 200 INCREMENT BY 2 NOCACHE CYCLE",
                        "CREATE SEQUENCE fresh INCREMENT BY -1 COMMENT 'it''s' ENGINE=Aria",
                        "CREATE SEQUENCE plain",
                        "CREATE TABLE t (id BIGINT NOT NULL DEFAULT NEXTVAL(same) PRIMARY KEY,"
                                + " n BIGINT NOT NULL DEFAULT NEXTVAL(fresh), m BIGINT DEFAULT (NEXTVAL(plain) + 1))",
                        "CREATE TABLE u (id BIGINT NOT NULL DEFAULT NEXTVAL(plain) PRIMARY KEY)")
                .exact());
        all.add(of("character set introducers in a view", ALL)
                .from("CREATE TABLE c (id INT PRIMARY KEY, first VARCHAR(9), last VARCHAR(9), active INT)")
                .to(
                        "CREATE TABLE c (id INT PRIMARY KEY, first VARCHAR(9), last VARCHAR(9), active INT)",
                        "CREATE VIEW names AS SELECT id AS ID, CONCAT(first, _utf8mb4' ', last) AS name,"
                                + " IF(active, _utf8mb4'active', _utf8mb4'') AS notes, _latin1'x' AS l, N'y' AS n,"
                                + " _utf8'e' AS e, 'z' COLLATE utf8mb4_bin AS z, _binary'b' AS b FROM c",
                        "CREATE VIEW lists AS SELECT GROUP_CONCAT(DISTINCT CONCAT(first, _utf8mb4': ',"
                                + " (SELECT GROUP_CONCAT(o.last ORDER BY o.last SEPARATOR ', ') FROM c o"
                                + " WHERE o.id = c.id)) ORDER BY first SEPARATOR '; ') AS info FROM c GROUP BY id",
                        "SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci",
                        "CREATE VIEW others AS SELECT CONCAT(first, _utf8mb4' ') AS a, 'ä' AS b FROM c")
                .exact());
        all.add(of("display widths", ALL)
                .from("CREATE TABLE z (id INT PRIMARY KEY)", "CREATE TABLE y (id INT(11) PRIMARY KEY, n INT)")
                .to(
                        "CREATE TABLE z (id INT PRIMARY KEY)",
                        "CREATE TABLE y (id INT PRIMARY KEY, n INT(11))",
                        "CREATE TABLE w (a INT(5), b BIGINT(3) UNSIGNED, c TINYINT(1) UNSIGNED, d INT(11),"
                                + " e SMALLINT(6), f MEDIUMINT(8) UNSIGNED, g TINYINT(2), h BOOL, i INT(4) ZEROFILL)")
                .exact());
        all.add(of("a foreign key to a table that does not exist", ALL)
                .from("CREATE TABLE z (id INT PRIMARY KEY)")
                .to(
                        "CREATE TABLE z (id INT PRIMARY KEY)",
                        "SET foreign_key_checks=0",
                        "CREATE TABLE c (id INT PRIMARY KEY, p_id INT,"
                                + " CONSTRAINT c_p FOREIGN KEY (p_id) REFERENCES p (id))"));
        return all;
    }

    private static ScriptPair of(String name, Predicate<ServerVersion> where) {
        return new ScriptPair(name, where, List.of(), List.of(), Renames.NONE, false);
    }

    private ScriptPair from(String... statements) {
        return new ScriptPair(name, where, List.of(statements), to, renames, isExact);
    }

    private ScriptPair to(String... statements) {
        return new ScriptPair(name, where, from, List.of(statements), renames, isExact);
    }

    private ScriptPair renames(Renames declared) {
        return new ScriptPair(name, where, from, to, declared, isExact);
    }

    private ScriptPair exact() {
        return new ScriptPair(name, where, from, to, renames, true);
    }
}
