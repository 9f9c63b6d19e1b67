package dev.migrate.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a text, computed in Java, because servers remove their hash functions over time (MySQL 9.7 removed MD5
 * and SHA1).
 */
public final class Sha256 {

    private Sha256() {}

    /**
     * Hashes a text.
     *
     * @param text the text
     * @return 64 hexadecimal digits
     */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available; every Java platform must support it.", e);
        }
    }
}
