package dev.slipway.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file or folder for something that was named outside: a host, a workload, an owner. A simple name maps to itself;
 * any other to a similar one with a part of its digest, which no simple name can have, so that no two names share a file.
 *
 * @param value safe in any file system and in URLs: {@code shop-01}, {@code shop-01_3f2a9c0e5d71b86a4c20}
 */
public record FileName(String value) {
    private static final Pattern SIMPLE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
    private static final int MOST_LETTERS_KEPT = 40;
    private static final int DIGEST_LETTERS = 20;

    /** The file name for a name. */
    public static FileName of(String name) {
        return new FileName(SIMPLE.matcher(name).matches() ? name : similar(name) + "_" + digest(name));
    }

    private static String similar(String name) {
        String similar = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.-]+", "");
        return similar.isEmpty() ? "x" : similar.substring(0, Math.min(similar.length(), MOST_LETTERS_KEPT));
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
