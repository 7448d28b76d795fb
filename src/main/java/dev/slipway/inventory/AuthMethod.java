package dev.slipway.inventory;

/** A way to prove who one is to a host. */
public enum AuthMethod {
    /** Keys that an ssh-agent holds. */
    AGENT,
    /** Key files. */
    KEY,
    /** The account's password. */
    PASSWORD,
    /** Questions that the host asks, answered with the account's password. */
    KEYBOARD_INTERACTIVE
}
