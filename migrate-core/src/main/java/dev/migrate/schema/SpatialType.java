package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A spatial type.
 *
 * @param kind the kind of geometry
 * @param srid the spatial reference system of the column, or null if each value has its own
 */
public record SpatialType(Kind kind, @Nullable Long srid) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Any geometry. */
        GEOMETRY,
        /** A point. */
        POINT,
        /** A line. */
        LINESTRING,
        /** A polygon. */
        POLYGON,
        /** Several points. */
        MULTIPOINT,
        /** Several lines. */
        MULTILINESTRING,
        /** Several polygons. */
        MULTIPOLYGON,
        /** Several geometries of any kind. */
        GEOMETRYCOLLECTION
    }

    /** Checks the id of the reference system, which has four bytes. */
    public SpatialType {
        Objects.requireNonNull(kind, "kind");
        if (srid != null && (srid < 0 || srid > 0xFFFF_FFFFL)) {
            throw new IllegalArgumentException("The SRID must be between 0 and 4294967295, but is " + srid + ".");
        }
    }

    /**
     * Returns the same type with a reference system.
     *
     * @param number the id of the system, for instance 4326
     * @return the type
     */
    public SpatialType srid(long number) {
        return new SpatialType(kind, number);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.spatial(this);
    }
}
