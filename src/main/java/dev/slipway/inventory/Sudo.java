package dev.slipway.inventory;

/** Whether a scan asks for root's rights. */
public enum Sudo {
    /** Not at all: even {@code sudo -n true} leaves a line in the host's log. */
    NEVER,
    /** Only for the sections that need it, one by one, until sudo refuses. */
    AUTO,
    /** The whole script runs under sudo. */
    ALWAYS
}
