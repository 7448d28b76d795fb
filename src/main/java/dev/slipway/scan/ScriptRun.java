package dev.slipway.scan;

import dev.slipway.inventory.Sudo;
import dev.slipway.probe.ProbeCatalog;
import dev.slipway.probe.ScanScript;
import dev.slipway.probe.ScanScript.Request;
import dev.slipway.probe.Transcript;
import dev.slipway.probe.TranscriptReader;
import dev.slipway.ssh.Execution;
import dev.slipway.ssh.Execution.Exited;
import dev.slipway.ssh.Execution.Stopped;
import dev.slipway.ssh.Limits;
import dev.slipway.ssh.RemoteShell;
import java.util.List;
import java.util.Optional;

/**
 * One run of the script on a host, and what came of it.
 *
 * @param transcript what the script wrote; it may be incomplete or not even have begun
 * @param trouble why not all of it is there
 */
record ScriptRun(Transcript transcript, Optional<Trouble> trouble) {
    private static final int UNZIP_FACTOR = 4;
    private static final int MOST_SHOWN = 160;
    private static final int NOT_FOUND = 127;
    private static final int ROOT = 0;

    /** Runs sections on a host. */
    static ScriptRun on(RemoteShell shell, Sudo sudo, ProbeCatalog catalog, List<Request> requests, Limits limits) {
        String marker = Marker.random();
        Execution execution = shell.exec(command(sudo), ScanScript.assemble(catalog, requests, marker), limits);
        Transcript transcript = TranscriptReader.read(
                execution.output().bytes(), marker, Math.multiplyExact(limits.maxOutputBytes(), UNZIP_FACTOR));
        return new ScriptRun(transcript, trouble(execution, transcript, sudo));
    }

    /**
     * If sudo refuses, the script runs without it: it is still on the standard input, and its first line says who it ran as. After a
     * run with sudo nothing is left to read, so the second shell ends at once.
     */
    private static String command(Sudo sudo) {
        return sudo == Sudo.ALWAYS ? "sudo -n sh -s || sh -s" : "sh -s";
    }

    private static Optional<Trouble> trouble(Execution execution, Transcript transcript, Sudo sudo) {
        if (execution instanceof Stopped stopped) {
            return Optional.of(Trouble.of(stopped.failure()));
        } else if (!transcript.started()) {
            return Optional.of(notStarted((Exited) execution, transcript));
        } else if (!transcript.complete()) {
            return Optional.of(new Trouble(
                    HostOutcome.CUT_OFF,
                    "the script was ended on the host before it was done" + said(execution),
                    "see whether something there kills long or nested processes",
                    true));
        } else if (sudo == Sudo.ALWAYS && transcript.userId() != ROOT) {
            return Optional.of(new Trouble(
                    HostOutcome.PARTIAL,
                    "sudo was refused, so it was read with the rights of " + oneLine(transcript.user())
                            + said(execution),
                    "allow 'sudo -n sh -s' to the account, or choose 'sudo: never'",
                    false));
        }
        return Optional.empty();
    }

    private static Trouble notStarted(Exited execution, Transcript transcript) {
        String noise = oneLine(transcript.noise());
        String status = execution.status() == Exited.NO_STATUS
                ? "it ended without an exit status"
                : "it ended with exit status " + execution.status();
        String said = said(execution) + (noise.isEmpty() ? "" : " and printed: " + noise);
        return new Trouble(
                HostOutcome.SHELL_UNUSABLE,
                "the account's login shell did not run 'sh -s': " + status + said,
                execution.status() == NOT_FOUND
                        ? "see that sh is in the PATH of the account"
                        : "give the account a POSIX shell, or name another account with 'user'",
                false);
    }

    private static String said(Execution execution) {
        String errors = oneLine(execution.output().errors());
        return errors.isEmpty() ? "" : "; it said: " + errors;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\p{Cf}]+", " ").strip();
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "...";
    }
}
