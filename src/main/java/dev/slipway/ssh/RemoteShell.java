package dev.slipway.ssh;

/** A host on which commands can be run, one after the other. */
public interface RemoteShell extends AutoCloseable {

    /**
     * Runs a command line in the account's login shell, to its end or to a limit. After a limit or a failure the shell is closed.
     *
     * @param stdin given to it as its standard input
     */
    Execution exec(String command, byte[] stdin, Limits limits);

    /** The address that it was reached at: {@code 10.0.0.11}; empty if none was needed. */
    String address();

    /** Ends whatever still runs; never waits for the host. */
    @Override
    void close();
}
