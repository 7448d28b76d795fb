package dev.slipway.ssh;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What holds for all connections of a run.
 *
 * @param user account to log in with where nothing names one: the user's own name
 * @param home the user's home directory, where {@code .ssh} is
 * @param acceptNew whether the key of a host of which none is known is accepted and kept
 * @param connectTimeout for a name server's answer, and again for a TCP connection
 * @param loginTimeout for everything from the TCP connection to the end of the login
 */
public record SshOptions(String user, Path home, boolean acceptNew, Duration connectTimeout, Duration loginTimeout) {

    /** Options as most users want them. */
    public static SshOptions of(String user, Path home) {
        return new SshOptions(user, home, false, Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    public SshOptions withAcceptNew(boolean accept) {
        return new SshOptions(user, home, accept, connectTimeout, loginTimeout);
    }

    public SshOptions withTimeouts(Duration connect, Duration login) {
        return new SshOptions(user, home, acceptNew, connect, login);
    }
}
