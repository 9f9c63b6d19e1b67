package dev.migrate.model.mappings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** SQL types in {@code columnDefinition}, with all names that the servers accept. */
public final class Definitions {

    private Definitions() {}

    @Entity
    static class Integers {
        @Id
        @Column(columnDefinition = "INT8")
        long id;

        @Column(columnDefinition = "INTEGER")
        int integerValue;

        @Column(columnDefinition = "INT1")
        byte one;

        @Column(columnDefinition = "int2 unsigned")
        short two;

        @Column(columnDefinition = "INT3")
        int three;

        @Column(columnDefinition = "INT4 SIGNED")
        int four;

        @Column(columnDefinition = "MIDDLEINT")
        int middle;

        @Column(columnDefinition = "integer(11)")
        int wide;

        @Column(columnDefinition = "BIGINT UNSIGNED NOT NULL DEFAULT 0")
        long counted;
    }

    @Entity
    static class Booleans {
        @Id
        long id;

        @Column(columnDefinition = "BOOL")
        boolean first;

        @Column(columnDefinition = "BOOLEAN DEFAULT TRUE")
        boolean second;

        @Column(columnDefinition = "BOOL NOT NULL DEFAULT FALSE")
        boolean third;

        @Column(columnDefinition = "TINYINT(1)")
        boolean fourth;

        @Column(columnDefinition = "BIT")
        boolean fifth;
    }

    @Entity
    static class Fixed {
        @Id
        long id;

        @Column(columnDefinition = "NUMERIC")
        BigDecimal numericValue;

        @Column(columnDefinition = "NUMERIC(8)")
        BigDecimal whole;

        @Column(columnDefinition = "DEC(8,2)")
        BigDecimal decValue;

        @Column(columnDefinition = "FIXED(7, 3) UNSIGNED")
        BigDecimal fixedValue;

        @Column(columnDefinition = "decimal(12,4) default '1.50'")
        BigDecimal decimalValue;
    }

    @Entity
    static class Floats {
        @Id
        long id;

        @Column(columnDefinition = "DOUBLE PRECISION")
        double precise;

        @Column(columnDefinition = "DOUBLE PRECISION(9,3)")
        double digits;

        @Column(columnDefinition = "REAL")
        double realValue;

        @Column(columnDefinition = "FLOAT(30)")
        double wide;

        @Column(columnDefinition = "FLOAT(10)")
        float narrow;

        @Column(columnDefinition = "FLOAT4")
        float four;

        @Column(columnDefinition = "FLOAT8 UNSIGNED")
        double eight;
    }

    @Entity
    static class Characters {
        @Id
        long id;

        @Column(columnDefinition = "CHARACTER(5)")
        String fixedValue;

        @Column(columnDefinition = "CHARACTER VARYING(50)")
        String varyingText;

        @Column(columnDefinition = "CHAR VARYING(51)")
        String charVarying;

        @Column(columnDefinition = "VARCHARACTER(52)")
        String varcharacters;

        @Column(columnDefinition = "CHAR")
        String single;
    }

    @Entity
    static class National {
        @Id
        long id;

        @Column(columnDefinition = "NCHAR(5)")
        String nchar;

        @Column(columnDefinition = "NVARCHAR(50)")
        String nvarchar;

        @Column(columnDefinition = "NATIONAL CHARACTER(6)")
        String nationalCharacter;

        @Column(columnDefinition = "NATIONAL VARCHAR(60)")
        String nationalVarchar;

        @Column(columnDefinition = "NATIONAL CHARACTER VARYING(61)")
        String nationalVarying;

        @Column(columnDefinition = "NCHAR VARCHAR(62)")
        String ncharVarchar;

        @Column(columnDefinition = "NCHAR VARYING(63) NOT NULL")
        String ncharVarying;
    }

    @Entity
    static class Charsets {
        @Id
        long id;

        @Column(columnDefinition = "VARCHAR(20) CHARACTER SET latin1")
        String charset;

        @Column(columnDefinition = "VARCHAR(20) CHARSET utf8mb4 COLLATE utf8mb4_bin NOT NULL")
        String collation;

        @Column(columnDefinition = "CHAR(8) ASCII")
        String ascii;

        @Column(columnDefinition = "VARCHAR(20) CHARACTER SET latin1 BINARY")
        String binaryCollation;

        @Column(columnDefinition = "CHAR(8) BYTE")
        byte[] bytes;

        @Column(columnDefinition = "VARCHAR(9) CHARACTER SET binary")
        byte[] binaryText;
    }

    @Entity
    static class Texts {
        @Id
        long id;

        @Column(columnDefinition = "TINYTEXT")
        String tiny;

        @Column(columnDefinition = "TEXT(1000)")
        String sized;

        @Column(columnDefinition = "LONG")
        String medium;

        @Column(columnDefinition = "LONG VARCHAR")
        String longVarchar;

        @Column(columnDefinition = "MEDIUMTEXT NOT NULL")
        String required;

        @Column(columnDefinition = "LONGTEXT COLLATE utf8mb4_bin")
        String collated;
    }

    @Entity
    static class Binaries {
        @Id
        long id;

        @Column(columnDefinition = "BINARY")
        byte[] single;

        @Column(columnDefinition = "BINARY(16)")
        byte[] fixedValue;

        @Column(columnDefinition = "VARBINARY(20) DEFAULT 'a'")
        byte[] varyingBytes;

        @Column(columnDefinition = "BLOB(300)")
        byte[] sized;

        @Column(columnDefinition = "LONG VARBINARY")
        byte[] longVarbinary;

        @Column(columnDefinition = "TINYBLOB")
        byte[] tiny;

        @Column(columnDefinition = "BIT(12) DEFAULT b'101'")
        byte[] bits;
    }

    @Entity
    static class Times {
        @Id
        long id;

        @Column(columnDefinition = "TIMESTAMP NULL")
        Instant timestamp;

        @Column(columnDefinition = "TIMESTAMP(3) NOT NULL DEFAULT NOW(3) ON UPDATE NOW(3)")
        Instant updated;

        @Column(columnDefinition = "DATETIME DEFAULT LOCALTIMESTAMP")
        LocalDateTime dateTime;

        @Column(columnDefinition = "DATETIME DEFAULT '2020-01-02 03:04:05'")
        LocalDateTime constant;

        @Column(columnDefinition = "TIME(2)")
        LocalTime time;

        @Column(columnDefinition = "DATE DEFAULT '2020-01-02'")
        LocalDate date;

        @Column(columnDefinition = "YEAR")
        Integer year;
    }

    @Entity
    static class Members {
        @Id
        long id;

        @Column(columnDefinition = "ENUM('a', 'b') NOT NULL DEFAULT 'b'")
        String one;

        @Column(columnDefinition = "SET('x', 'y', 'z') DEFAULT 'x,z'")
        String several;

        @Column(columnDefinition = "enum('A','a ') COLLATE utf8mb4_bin")
        String collated;
    }

    @Entity
    static class Numbered {
        @Id
        @Column(columnDefinition = "SERIAL")
        long id;
    }

    @Entity
    static class SerialDefault {
        @Id
        @Column(columnDefinition = "BIGINT SERIAL DEFAULT VALUE")
        long id;
    }

    @Entity
    static class Documents {
        @Id
        long id;

        @Column(columnDefinition = "JSON")
        String json;

        @Column(columnDefinition = "JSON NOT NULL")
        String required;
    }

    @Entity
    static class Shapes {
        @Id
        long id;

        @Column(columnDefinition = "GEOMETRY")
        byte[] geometry;

        @Column(columnDefinition = "POINT NOT NULL")
        byte[] point;

        @Column(columnDefinition = "GEOMETRYCOLLECTION")
        byte[] collection;
    }

    @Entity
    static class Attributes {
        @Id
        @Column(columnDefinition = "bigint comment 'the key'")
        long id;

        @Column(columnDefinition = "int unsigned zerofill")
        int filled;

        @Column(columnDefinition = "varchar(30) UNIQUE KEY")
        String uniqueText;

        @Column(columnDefinition = "varchar(30) comment 'it''s, (a) \"comment\"' default 'it''s'")
        String commented;

        @Column(
                columnDefinition = "int generated always as (filled + 1) virtual",
                insertable = false,
                updatable = false)
        Integer computed;

        @Column(columnDefinition = "int as (filled * 2) stored", insertable = false, updatable = false)
        Integer storedValue;
    }
}
