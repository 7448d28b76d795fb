package dev.slipway.schedule;

/** Which kind of crontab a text is. */
public enum TableKind {
    /** {@code /etc/crontab} and {@code /etc/cron.d}: the sixth word is the user. */
    SYSTEM,
    /** The crontab of root: no user column, but root's options. */
    ROOT,
    /** The crontab of any other user. */
    USER
}
