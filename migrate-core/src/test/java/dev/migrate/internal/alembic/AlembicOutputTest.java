package dev.migrate.internal.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.sql.StatementSplitter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements of each revision in Alembic's output. */
class AlembicOutputTest {

    @Test
    void readsAnUpgrade() {
        assertThat(AlembicOutput.statements("""
                        CREATE TABLE alembic_version (
                            version_num VARCHAR(32) NOT NULL,\s
                            CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                        );

                        -- Running upgrade  -> a1

                        CREATE TABLE account (
                            id INTEGER NOT NULL AUTO_INCREMENT,\s
                            PRIMARY KEY (id)
                        );

                        INSERT INTO account (name) VALUES ('it''s; -- \\\\');

                        INSERT INTO alembic_version (version_num) VALUES ('a1');

                        -- Running upgrade a1 -> b2

                        UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1';

                        -- Running upgrade b2, c3 -> d4

                        DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2';

                        UPDATE alembic_version SET version_num='d4' WHERE alembic_version.version_num = 'c3';

                        """))
                .isEqualTo(Map.of(
                        "a1",
                        List.of(
                                "CREATE TABLE account (\n    id INTEGER NOT NULL AUTO_INCREMENT,\n    PRIMARY KEY (id)\n)",
                                "INSERT INTO account (name) VALUES ('it''s; -- \\\\')"),
                        "b2",
                        List.of(),
                        "d4",
                        List.of()));
    }

    @Test
    void readsADowngradeInTransactions() {
        assertThat(AlembicOutput.statements("""
                        BEGIN;

                        -- Running downgrade d4 -> b2, c3

                        DROP TABLE x;

                        INSERT INTO my_versions (version_num) VALUES ('b2');

                        UPDATE my_versions SET version_num='c3' WHERE my_versions.version_num = 'd4';

                        COMMIT;

                        BEGIN;

                        -- Running downgrade a1 ->\s

                        DROP TABLE account;

                        DELETE FROM my_versions WHERE my_versions.version_num = 'a1';

                        COMMIT;

                        """))
                .isEqualTo(Map.of("d4", List.of("DROP TABLE x"), "a1", List.of("DROP TABLE account")));
    }

    /** As Alembic 1.8.1 writes it for MySQL. */
    @Test
    void omitsTheRemovalOfTheVersionTable() {
        assertThat(AlembicOutput.statements("""
                        -- Running downgrade a1 ->\s

                        DROP TABLE users;

                        DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';

                        DROP TABLE alembic_version;

                        """)).isEqualTo(Map.of("a1", List.of("DROP TABLE users")));
    }

    @Test
    void omitsIncompleteSteps() {
        assertThat(AlembicOutput.statements("""
                        -- Running upgrade  -> a1

                        INSERT INTO alembic_version (version_num) VALUES ('a1');

                        -- Running upgrade a1 -> b2

                        DROP TABLE x;

                        FAILED: no
                        """)).isEqualTo(Map.of("a1", List.of()));
    }

    @Test
    void splitsAtSemicolonsOutsideOfQuotesCommentsAndRoutines() {
        assertThat(StatementSplitter.split("A ';' \"a;\\\";\" `;`; # ;\nB -- ;\n; /* ; */ ;; C"))
                .containsExactly("A ';' \"a;\\\";\" `;`", "# ;\nB -- ;", "C");
        String trigger =
                "CREATE DEFINER=a TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN IF 1 THEN SET @a = CASE 1 WHEN 1"
                        + " THEN 2 END; END IF; CASE @a WHEN 1 THEN BEGIN END; END CASE;\n\n WHILE 0 DO SET @b = 1; END WHILE; END";
        assertThat(StatementSplitter.split(trigger + ";\n\nDROP TABLE x;\n\n"))
                .containsExactly(trigger, "DROP TABLE x");
        assertThat(StatementSplitter.split("CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1;\n\nB;"))
                .containsExactly("CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET @a = 1", "B");
    }
}
