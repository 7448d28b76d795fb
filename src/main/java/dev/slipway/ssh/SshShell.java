package dev.slipway.ssh;

import dev.slipway.ssh.Execution.Exited;
import dev.slipway.ssh.Execution.Stopped;
import dev.slipway.ssh.Watchdog.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Session.Command;

/** A host that one is logged in to over SSH. */
final class SshShell implements RemoteShell {
    private static final int KEPT_ERROR_BYTES = 16 * 1024;
    private static final int GRACE_MILLIS = 1000;
    private static final int CHUNK_BYTES = 32 * 1024;
    private static final int ROOM_POLL_MILLIS = 5;
    private static final int SESSION_TRIES = 8;
    private static final Duration SESSION_PAUSE = Duration.ofMillis(50);
    private static final int MEBIBYTE = 1024 * 1024;

    private final SSHClient client;
    private final Link link;
    private final Destination destination;
    private final Watchdog watchdog;
    private final ExecutorService threads;

    SshShell(SSHClient client, Link link, Destination destination, Watchdog watchdog, ExecutorService threads) {
        this.client = client;
        this.link = link;
        this.destination = destination;
        this.watchdog = watchdog;
        this.threads = threads;
    }

    @Override
    public String address() {
        return destination.address();
    }

    @Override
    public void close() {
        SshConnection.close(client, link);
    }

    @Override
    public Execution exec(String command, byte[] stdin, Limits limits) {
        // The watchdog comes first, so that whatever waits is woken up by it and the reason is known.
        int millis = limits.deadline().remainingMillis() + GRACE_MILLIS;
        client.getTransport().setTimeoutMs(millis);
        client.getConnection().setTimeoutMs(millis);
        try (Watch watch = watchdog.over(link, limits.deadline())) {
            Optional<Command> running = start(command);
            if (running.isEmpty()) {
                return new Stopped(refused(), Output.none());
            }
            return finish(running.get(), stdin, limits, watch);
        } catch (IOException e) {
            close();
            return new Stopped(broken(limits, false), Output.none());
        }
    }

    /** The command, or nothing if the host does not let the account run it. */
    private Optional<Command> start(String command) throws IOException {
        try {
            return Optional.of(openSession().exec(command));
        } catch (OpenFailException e) {
            return Optional.empty();
        } catch (ConnectionException e) {
            if (client.getTransport().isRunning()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * A session for one command. A host that allows one at a time may not have cleared away the one before, though it has ended.
     */
    private Session openSession() throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return client.startSession();
            } catch (OpenFailException e) {
                if (tries == SESSION_TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(SESSION_PAUSE.toNanos());
            }
        }
    }

    private Execution finish(Command running, byte[] stdin, Limits limits, Watch watch) {
        Drain output =
                new Drain(running.getInputStream(), limits.maxOutputBytes(), limits.maxOutputBytes(), this::abort);
        Drain errors = new Drain(running.getErrorStream(), KEPT_ERROR_BYTES, limits.maxOutputBytes(), this::abort);
        threads.execute(() -> feed(running, stdin));
        threads.execute(errors);
        output.run();
        try {
            errors.await(limits.deadline());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopped(new Failure.Cancelled(), output, errors);
        }
        if (output.isTooMuch() || errors.isTooMuch()) {
            return stopped(tooMuch(output.isTooMuch(), limits), output, errors);
        } else if (output.error().isPresent() || errors.error().isPresent() || watch.barked()) {
            return stopped(broken(limits, watch.barked()), output, errors);
        }
        return new Exited(status(running, limits), output(output, errors));
    }

    /**
     * Writes no more than the host has room for. The library would wait for room with a lock that it also needs to notice that the
     * host has ended the command.
     */
    private static void feed(Command to, byte[] stdin) {
        try (OutputStream out = to.getOutputStream()) {
            int given = 0;
            while (given < stdin.length && to.isOpen()) {
                int room = (int) Math.min(to.getRemoteWinSize(), Math.min(CHUNK_BYTES, stdin.length - given));
                if (room > 0) {
                    out.write(stdin, given, room);
                    out.flush();
                    given += room;
                } else {
                    Thread.sleep(ROOM_POLL_MILLIS);
                }
            }
        } catch (IOException commandDoesNotRead) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status comes after the end of the output, and only the end of the channel says that it will not come any more. */
    private static int status(Command running, Limits limits) {
        try {
            running.join(limits.deadline().remainingMillis(), TimeUnit.MILLISECONDS);
        } catch (ConnectionException e) {
            return Exited.NO_STATUS;
        }
        Integer status = running.getExitStatus();
        return status == null ? Exited.NO_STATUS : status;
    }

    /** Closes the socket under everything; the host is not asked. */
    private void abort() {
        try {
            link.close();
        } catch (IOException closedAnyway) {
            return;
        }
    }

    private Execution stopped(Failure failure, Drain output, Drain errors) {
        close();
        return new Stopped(failure, output(output, errors));
    }

    private static Output output(Drain output, Drain errors) {
        return new Output(output.bytes(), new String(errors.bytes(), StandardCharsets.UTF_8));
    }

    private Failure refused() {
        return new Failure.ShellUnusable(
                destination.where() + " does not let " + destination.user() + " run commands",
                "use an account with a shell, and see that sshd_config has no MaxSessions 0 for it");
    }

    static Failure tooMuch(boolean output, Limits limits) {
        String stream = output ? "standard output" : "standard error";
        return new Failure.OutputLimit(
                "wrote more than " + limits.maxOutputBytes() / MEBIBYTE + " MiB to " + stream,
                "see what the account's login shell prints: run 'ssh HOST true'");
    }

    static Failure tooLong() {
        return new Failure.TimedOut(
                "the script did not come to its end in time",
                "give the host more with 'timeoutSeconds', or see what hangs there",
                false);
    }

    private Failure broken(Limits limits, boolean tooLong) {
        if (tooLong || limits.deadline().isOver()) {
            return tooLong();
        }
        return new Failure.CutOff(
                destination.where() + " ended the connection while the script ran",
                "see whether the host or a firewall in between ends long connections",
                true);
    }
}
