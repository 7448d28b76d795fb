package dev.slipway.ssh;

import dev.slipway.ssh.Execution.Exited;
import dev.slipway.ssh.Execution.Stopped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The machine that this program runs on. What it runs sees none of this program's environment, where passwords may be. */
public final class LocalShell implements RemoteShell {
    private static final int KEPT_ERROR_BYTES = 16 * 1024;
    private static final int GRACE_MILLIS = 1000;

    private volatile boolean closed;

    @Override
    public String address() {
        return "";
    }

    @Override
    public Execution exec(String command, byte[] stdin, Limits limits) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin");
        try {
            return finish(builder.start(), stdin, limits);
        } catch (IOException e) {
            return new Stopped(
                    new Failure.ShellUnusable(
                            "this machine has no sh: " + e.getMessage(), "scan it from another machine"),
                    Output.none());
        }
    }

    private Execution finish(Process process, byte[] stdin, Limits limits) {
        Drain output = new Drain(
                process.getInputStream(), limits.maxOutputBytes(), limits.maxOutputBytes(), () -> kill(process));
        Drain errors =
                new Drain(process.getErrorStream(), KEPT_ERROR_BYTES, limits.maxOutputBytes(), () -> kill(process));
        start("stdin", () -> feed(process.getOutputStream(), stdin));
        start("stdout", output);
        start("stderr", errors);
        try {
            output.await(limits.deadline());
            errors.await(limits.deadline());
            boolean ended = process.waitFor(limits.deadline().remainingMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
            kill(process);
            Output said = new Output(output.bytes(), new String(errors.bytes(), StandardCharsets.UTF_8));
            if (output.isTooMuch() || errors.isTooMuch()) {
                return new Stopped(SshShell.tooMuch(output.isTooMuch(), limits), said);
            } else if (closed) {
                return new Stopped(new Failure.Cancelled(), said);
            } else if (limits.deadline().isOver()) {
                return new Stopped(SshShell.tooLong(), said);
            }
            return new Exited(ended ? process.exitValue() : Exited.NO_STATUS, said);
        } catch (InterruptedException e) {
            kill(process);
            Thread.currentThread().interrupt();
            return new Stopped(new Failure.Cancelled(), Output.none());
        }
    }

    private static void feed(OutputStream to, byte[] stdin) {
        try (to) {
            to.write(stdin);
        } catch (IOException commandDoesNotRead) {
            return;
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, "slipway-local-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        closed = true;
    }
}
