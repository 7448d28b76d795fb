package dev.slipway.draft;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as text, without asking any name server. */
final class IpText {
    private static final Pattern V4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("(?=.*:.*:)[0-9a-f:]{3,39}");

    private IpText() {}

    static boolean isAddress(String text) {
        return isV4(text) || isV6(text);
    }

    static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    private static boolean isV6(String text) {
        boolean once = text.indexOf("::") == text.lastIndexOf("::");
        int groups = text.split(":", -1).length;
        boolean complete = text.contains("::") ? groups <= 9 : groups == 8;
        return V6.matcher(text).matches()
                && once
                && complete
                && !text.contains(":::")
                && !text.matches(".*[0-9a-f]{5}.*");
    }

    static boolean isLoopback(String text) {
        return text.startsWith("127.") || text.equals("::1") || text.equals("localhost");
    }

    /** The range of exactly this address; empty if it is none, or one that no packet may go to. */
    static Optional<String> range(String text) {
        if (!isAddress(text) || isLoopback(text) || text.equals("0.0.0.0") || text.equals("::")) {
            return Optional.empty();
        }
        return Optional.of(text + (isV4(text) ? "/32" : "/128"));
    }
}
