package dev.slipway.ssh;

import dev.slipway.inventory.Jump;
import dev.slipway.inventory.Login;
import dev.slipway.ssh.Dialer.DialException;
import dev.slipway.ssh.Opening.Failed;
import dev.slipway.ssh.Opening.Opened;
import dev.slipway.ssh.SshConnection.LoginException;
import dev.slipway.ssh.Watchdog.Watch;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.schmizz.sshj.SSHClient;

/** Opens shells on hosts. One for a whole run: it keeps what is shared by all hosts, and may be used by many threads. */
public final class SshClient implements AutoCloseable {
    private final SshOptions options;
    private final SecretSource secrets;
    private final KeyFiles keyFiles;
    private final KnownHosts knownHosts = new KnownHosts();
    private final Watchdog watchdog = new Watchdog();
    private final ExecutorService threads;
    private final Dialer dialer;

    /** A client with these options. */
    public SshClient(SshOptions options, SecretSource secrets) {
        CryptoProvider.install();
        this.options = options;
        this.secrets = secrets;
        this.keyFiles = new KeyFiles(secrets);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "slipway-ssh");
            thread.setDaemon(true);
            return thread;
        });
        this.dialer = new Dialer(options.connectTimeout(), threads, InetAddress::getAllByName);
    }

    /**
     * Connects to a host and logs in.
     *
     * @param host its name in the inventory
     * @param way jumps that lead to it, the first one first
     */
    public Opening open(String host, Login login, List<Jump> way, Deadline deadline) {
        Destination destination = Destination.of(host, login, options);
        try {
            Link link = Link.over(dialer.dial(destination.address(), destination.port(), deadline));
            return open(destination, link, deadline.orAfter(options.loginTimeout()));
        } catch (DialException e) {
            return new Failed(e.failure());
        } catch (LoginException e) {
            return new Failed(e.failure());
        } catch (IOException e) {
            return new Failed(new Failure.Unreachable(
                    destination.where() + " cannot be reached: " + e.getMessage(), "check the address", true));
        }
    }

    private Opening open(Destination destination, Link link, Deadline deadline) throws LoginException {
        try (Watch watch = watchdog.over(link, deadline)) {
            SSHClient client = new SshConnection(destination, options, knownHosts, keyFiles, secrets).open(link, watch);
            return new Opened(new SshShell(client, link, destination, watchdog, threads));
        }
    }

    /** Ends everything that is still open. */
    @Override
    public void close() {
        watchdog.close();
        threads.shutdownNow();
    }
}
