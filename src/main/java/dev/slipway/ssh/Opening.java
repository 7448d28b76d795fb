package dev.slipway.ssh;

/** What became of an attempt to reach a host and log in. */
public sealed interface Opening {

    /** Logged in. */
    record Opened(RemoteShell shell) implements Opening {}

    /** Not logged in; nothing is open any more. */
    record Failed(Failure failure) implements Opening {}
}
