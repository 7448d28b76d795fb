package dev.slipway.scan;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The word that frames a transcript: random for each run of the script, so that nothing that is read on a host can contain it. */
final class Marker {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Marker() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
