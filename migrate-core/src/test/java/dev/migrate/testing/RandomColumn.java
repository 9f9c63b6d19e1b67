package dev.migrate.testing;

import static dev.migrate.schema.ColumnType.*;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates columns of any type, with any valid default. */
final class RandomColumn {

    private static final List<String> TEXTS =
            List.of("", "a", "NULL", "it's", "\\", "curdate()", "(\"`\n,", "äöü", "0");

    /** A type and some of its values. */
    private record Sample(ColumnType type, List<?> values) {}

    private final ServerVersion server;
    private final Random random;
    private final boolean hasExpressionDefaults;
    private final List<Sample> samples = new ArrayList<>();

    RandomColumn(ServerVersion server, Random random) {
        this.server = server;
        this.random = random;
        hasExpressionDefaults = server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 13) || MySqlVersions.isMariaDb(server);
        samples();
    }

    void add(TableBuilder table, String name) {
        Sample sample = samples.get(random.nextInt(samples.size()));
        ColumnType type = sample.type;
        if (type instanceof CharacterType characters && random.nextInt(3) == 0) {
            type = random.nextBoolean() ? characters.charset("latin1") : characters.collation("utf8mb4_bin");
        }
        ColumnBuilder column = table.column(name, type);
        boolean hasDefault = !sample.values.isEmpty() && random.nextBoolean();
        if (hasDefault) {
            column.defaultValue(sample.values.get(random.nextInt(sample.values.size())));
        } else if (type.equals(varchar(36)) && hasExpressionDefaults) {
            column.defaultExpression("UUID()");
        } else if (isMoment(type)) {
            column.defaultCurrentTimestamp();
            if (random.nextBoolean()) {
                column.onUpdateCurrentTimestamp();
            }
        }
        boolean isFilled = hasDefault || isMoment(type);
        if (random.nextInt(3) == 0 && (isFilled || !isTimestamp(type))) {
            column.notNull();
        }
        if (random.nextInt(3) == 0) {
            column.comment(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        boolean canHide =
                server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 23) || server.isAtLeast(MySqlVersions.MARIADB, 10, 3, 3);
        if (canHide && random.nextInt(6) == 0) {
            // MariaDB accepts an invisible column only if rows can be inserted without it (error 4106).
            column.nullable().invisible();
        }
    }

    private static boolean isMoment(ColumnType type) {
        return type.equals(datetime()) || type.equals(datetime(3)) || type.equals(timestamp(6));
    }

    /** On MySQL 5.7, a TIMESTAMP that is NOT NULL gets an implicit default. */
    private static boolean isTimestamp(ColumnType type) {
        return type.equals(timestamp());
    }

    private void samples() {
        numbers();
        texts();
        sample(date(), "2020-01-02", "9999-12-31");
        sample(time(2), "01:02:03.40", "-800:00:00");
        sample(datetime());
        sample(datetime(3));
        sample(timestamp(6));
        sample(timestamp(), "2020-01-02 03:04:05");
        sample(datetime(6), "2020-01-02 03:04:05.678901");
        sample(year(), 2020, 1970);
        sample(geometry());
        sample(multipolygon());
        sample(geometrycollection());
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 3)) {
            sample(point().srid(4326));
        }
        if (server.isAtLeast(MySqlVersions.MARIADB, 10, 10, 1)) {
            sample(inet4());
            sample(uuid());
        }
        if (server.isAtLeast(MySqlVersions.MYSQL, 9, 0, 0)) {
            sample(vector(3));
        }
    }

    private void numbers() {
        sample(tinyint(), -128, 127);
        sample(tinyint().unsigned(), 255);
        sample(smallint(), 0, 5);
        sample(mediumint().unsigned(), 7);
        sample(integer(), -1, "12");
        sample(integer().zerofill(5), 42);
        sample(bigint(), Long.MIN_VALUE, Long.MAX_VALUE);
        sample(bool(), true, false);
        sample(decimal(10, 2), "1.5", -3, "0.01");
        sample(decimal(65, 30).unsigned(), "0.000000000000000000000000000001");
        sample(singlePrecision(), 1.5, 1000);
        sample(doublePrecision().unsigned(), 1e100, 0.1);
        sample(doublePrecision().rounded(9, 2), "1.25");
        sample(bit(1), true);
        sample(bit(64), 5);
    }

    private void texts() {
        sample(character(9), TEXTS.toArray());
        sample(varchar(36), TEXTS.toArray());
        sample(varchar(200), TEXTS.toArray());
        sample(enumeration("a", "it's", "b\\c", "x,y", ")"), "a", "it's", "x,y", "b\\c");
        sample(set("a", "b", "it's"), "a", "b,a", "it's", "");
        sample(binary(4), new byte[0], new byte[] {0, 0x41}, new byte[] {-1, 0x27, 0x5C, 0});
        sample(varbinary(20), new byte[0], new byte[] {0}, new byte[] {(byte) 0xC3, 0x28, 0}, "text");
        if (hasExpressionDefaults) {
            sample(text(), TEXTS.toArray());
            sample(longtext(), TEXTS.toArray());
            sample(json(), "{}", "[\"it's\", \"\\\\n\"]");
            sample(blob(), "abc");
        } else {
            sample(text());
            sample(json());
            sample(mediumblob());
        }
    }

    private void sample(ColumnType type, Object... values) {
        samples.add(new Sample(type, List.of(values)));
    }
}
