package dev.slipway.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.SortedMap;

/**
 * What all pages have around them.
 *
 * @param language language of the page: {@code en}
 * @param policy what the page may load: nothing but its own style and script
 * @param selfContained whether style and script stand in the page itself
 * @param root way from the page to the folder {@code report}: empty or {@code ../}
 * @param pageTitle title of the window
 * @param asOf date of the assessment; empty if not known
 */
record Frame(
        SortedMap<String, String> w,
        String language,
        String policy,
        boolean selfContained,
        String root,
        String pageTitle,
        String asOf) {
    static final String STYLE = "style.css";
    static final String SCRIPT = "script.js";
    private static final String NOTHING_ELSE =
            "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /** A page that needs no other file. */
    static Frame selfContained(Words words, String title, String asOf) {
        String policy = "default-src 'none'; style-src '" + hash(Resource.text(STYLE)) + "'; script-src '"
                + hash(Resource.text(SCRIPT)) + "'" + NOTHING_ELSE;
        return new Frame(words.texts(), words.language(), policy, true, "", title, asOf);
    }

    /** A page in a folder below {@code report} that shares style and script with others. */
    static Frame sharing(Words words, String title, String asOf) {
        String policy = "default-src 'none'; style-src 'self'; script-src 'self'" + NOTHING_ELSE;
        return new Frame(words.texts(), words.language(), policy, false, "../", title, asOf);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
