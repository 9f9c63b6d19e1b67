package dev.migrate.provider;

import java.util.Objects;

/**
 * The product and version of a server. A {@link DatabaseProvider} parses them; the known products depend on the
 * installed providers.
 *
 * @param product the product's name as the vendor writes it, for instance {@code PostgreSQL}
 * @param major the first number of the version
 * @param minor the second number, 0 if there is none
 * @param patch the third number, 0 if there is none
 * @param text the version as the server itself reports it
 */
public record ServerVersion(String product, int major, int minor, int patch, String text) {

    /** Rejects null. */
    public ServerVersion {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Compares with a version of a product. Versions of different products cannot be compared.
     *
     * @param otherProduct the product
     * @param otherMajor the first number
     * @param otherMinor the second number
     * @param otherPatch the third number
     * @return true if this is that product at that version or later
     */
    public boolean isAtLeast(String otherProduct, int otherMajor, int otherMinor, int otherPatch) {
        if (!product.equals(otherProduct)) {
            return false;
        }
        if (major != otherMajor) {
            return major > otherMajor;
        }
        return minor != otherMinor ? minor > otherMinor : patch >= otherPatch;
    }

    /** Returns the product and the version as the server reports it. */
    @Override
    public String toString() {
        return product + " " + text;
    }
}
