package dev.slipway.ssh;

/** The hosts that a line of known_hosts is about. */
interface HostNames {

    /** Whether a name, which is in lower case, is one of them. */
    boolean matches(String name);
}
