package dev.slipway.ssh;

import java.util.List;

/** Why a host could not be reached, logged in to or asked to the end. */
public sealed interface Failure {

    /** What happened and where, one line without the host's name in the inventory. */
    String message();

    /** What to do next, one line. */
    String next();

    /** Whether it may pass by itself, so that trying again makes sense. */
    default boolean mayPass() {
        return false;
    }

    /** No connection, or something else than SSH answers. */
    record Unreachable(String message, String next, boolean mayPass) implements Failure {}

    /** It took longer than it may. */
    record TimedOut(String message, String next, boolean mayPass) implements Failure {}

    /** The host did not accept the account with anything that was shown to it. */
    record AuthenticationFailed(String message, String next) implements Failure {}

    /**
     * The host shows a key, but none is known for it.
     *
     * @param name as it would stand in known_hosts: {@code [shop-01]:2022}
     * @param shown type and fingerprint of the host's key
     * @param file where it was looked up first
     */
    record HostKeyUnknown(String name, String shown, String file) implements Failure {
        @Override
        public String message() {
            return "the host key of " + name + " is not known: it shows " + shown;
        }

        @Override
        public String next() {
            return "compare that fingerprint with one from the host's owner, then add the key to " + file
                    + ", or accept it with --accept-new";
        }
    }

    /**
     * The host shows another key than the one that is known, or one that was revoked.
     *
     * @param known type and fingerprint of the key that is known
     * @param place where that stands: {@code /home/me/.ssh/known_hosts:12}
     * @param shown type and fingerprint of the host's key
     */
    record HostKeyChanged(String name, String known, String place, String shown) implements Failure {
        @Override
        public String message() {
            return "the host key of " + name + " has changed: known is " + known + " (" + place + "), it shows "
                    + shown;
        }

        @Override
        public String next() {
            return "someone may stand between you and the host; if its owner confirms the new fingerprint, remove the old"
                    + " line at " + place + " and add the new key";
        }
    }

    /** The host's key or certificate is one that must not be accepted. */
    record HostKeyRefused(String message, String next) implements Failure {}

    /**
     * Host and scanner have no algorithm in common.
     *
     * @param kind what it is for: {@code host key}, {@code key exchange}, {@code cipher}, {@code MAC}
     * @param offered what the host offers
     * @param legacyHelps whether {@code legacyCrypto: true} would allow one of them
     */
    record NoCommonAlgorithm(String kind, List<String> offered, boolean legacyHelps) implements Failure {
        public NoCommonAlgorithm {
            offered = List.copyOf(offered);
        }

        @Override
        public String message() {
            return "the host has no " + kind + " algorithm that is allowed: it offers " + String.join(", ", offered);
        }

        @Override
        public String next() {
            return legacyHelps
                    ? "if the host cannot be updated, allow its old algorithms with 'legacyCrypto: true' in the inventory"
                    : "allow a current algorithm in the host's sshd_config";
        }
    }

    /** Logged in, but the account cannot run the script. */
    record ShellUnusable(String message, String next) implements Failure {}

    /** The host said more than is read of one host. */
    record OutputLimit(String message, String next) implements Failure {}

    /** The connection ended before the answer did. */
    record CutOff(String message, String next, boolean mayPass) implements Failure {}

    /** The user ended the scan. */
    record Cancelled() implements Failure {
        @Override
        public String message() {
            return "the scan was cancelled";
        }

        @Override
        public String next() {
            return "go on with --resume";
        }
    }
}
