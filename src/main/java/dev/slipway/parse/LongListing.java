package dev.slipway.parse;

/** What {@code ls -ln} prints in the C locale, of every maker. */
final class LongListing {
    /** A link up to its name: mode, count, user, group, size and date. Strict, since names may try to look like it. */
    static final String LINK =
            "l[rwxst-]{9}[.+@]?\\s+\\d+\\s+\\d+\\s+\\d+\\s+\\d+\\s+[A-Z][a-z]{2}\\s+\\d{1,2}\\s+(?:\\d{2}:\\d{2}|\\d{4}) ";

    private LongListing() {}
}
