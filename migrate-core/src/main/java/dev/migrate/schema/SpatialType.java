package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shape.
 *
 * @param kind which shapes
 * @param srid the spatial reference system of all values, or null if each value has its own
 */
public record SpatialType(Kind kind, @Nullable Long srid) implements ColumnType {
    /** The kinds, by their SQL names. */
    public enum Kind {
        /** Any shape. */
        GEOMETRY,
        /** A point. */
        POINT,
        /** A line through points. */
        LINESTRING,
        /** An area. */
        POLYGON,
        /** Points. */
        MULTIPOINT,
        /** Lines. */
        MULTILINESTRING,
        /** Areas. */
        MULTIPOLYGON,
        /** Any shapes. */
        GEOMETRYCOLLECTION
    }

    /** Checks the number of the reference system, which has four bytes. */
    public SpatialType {
        Objects.requireNonNull(kind, "kind");
        if (srid != null && (srid < 0 || srid > 0xFFFF_FFFFL)) {
            throw new IllegalArgumentException("The SRID must be between 0 and 4294967295, but is " + srid + ".");
        }
    }

    /**
     * The same type with a reference system for all values.
     *
     * @param number the number of the system, for instance 4326
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
