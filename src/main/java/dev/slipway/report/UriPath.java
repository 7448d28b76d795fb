package dev.slipway.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A path of a host as part of a URI: no step leads upwards, and all that is not plain is percent-encoded. */
final class UriPath {
    private static final String PLAIN = "/-._~";

    private UriPath() {}

    static String of(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.replaceAll("^/+", "").getBytes(StandardCharsets.UTF_8)) {
            int value = each & 0xff;
            boolean plain = value < 0x80 && (Character.isLetterOrDigit(value) || PLAIN.indexOf(value) >= 0);
            uri.append(plain ? String.valueOf((char) value) : String.format(Locale.ROOT, "%%%02X", value));
        }
        return uri.toString().replaceAll("(^|/)\\.(\\.?)(?=/|$)", "$1_$2");
    }
}
